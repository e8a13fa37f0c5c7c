package org.kulluna.training;

import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** A part of a course, in order: what one session teaches. */
public record Part(UUID id, LocalizedText title, int minutes) {}
