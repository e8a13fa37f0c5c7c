package org.kulluna.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An offering that has ended, and what was said of it. */
public record FeedbackLine(UUID offering, @Nullable Instant endedAt, FeedbackResults results) {}
