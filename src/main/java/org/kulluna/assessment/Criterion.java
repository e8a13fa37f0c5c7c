package org.kulluna.assessment;

import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** Something an evaluator looks at. Nobody passes without the required ones. */
public record Criterion(UUID id, LocalizedText text, boolean required) {}
