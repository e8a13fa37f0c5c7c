package org.kulluna.assessment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** An evaluator's word on a trainee. {@code met} names criteria; {@code by} is the evaluator's name. */
public record Evaluation(UUID id, boolean passed, List<UUID> met, String remark, LocalizedText by, Instant at) {}
