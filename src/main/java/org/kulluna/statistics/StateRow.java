package org.kulluna.statistics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one person stands with a whisper on a channel; the person only orders the rows and is not told.
 *
 * @param dueAt when their devices might be told
 */
public record StateRow(
        String channel,
        String state,
        String reason,
        String language,
        String region,
        String nationality,
        Instant dueAt,
        @Nullable Instant seenAt,
        @Nullable Instant readAt,
        @JsonIgnore UUID person) {}
