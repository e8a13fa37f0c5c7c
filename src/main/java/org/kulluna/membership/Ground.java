package org.kulluna.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** What a vetting decision rests on, opened. */
public record Ground(String text, @Nullable LocalizedText by, Instant at) {}
