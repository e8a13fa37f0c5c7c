package org.kulluna.statistics;

import java.time.Instant;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/**
 * One person reached by one whisper, behind a figure. It names the whisper; the person only orders
 * the rows and is not told.
 *
 * @param channel app or push
 * @param how confirmed, seen or read: the first that happened
 */
public record ReachedRow(
        UUID whisperId,
        LocalizedText title,
        String unit,
        String channel,
        String how,
        Instant happenedAt,
        String language,
        String region,
        String nationality,
        Instant recordedAt,
        @com.fasterxml.jackson.annotation.JsonIgnore UUID person) {
    String cursor() {
        return whisperId + "_" + person;
    }
}
