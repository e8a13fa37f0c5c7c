package org.kulluna.training;

import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** Where sessions are held. {@code capacity} is how many people it seats. */
public record Room(UUID id, String unit, String place, LocalizedText name, int capacity) {}
