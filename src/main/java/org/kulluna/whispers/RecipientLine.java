package org.kulluna.whispers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * One person and channel of a whisper, for the desk. Who it is, is told only to viewers who may see members.
 *
 * @param number of their membership; null when they are no member any more
 * @param name null also when the person was erased
 */
public record RecipientLine(
        @Nullable UUID person,
        String channel,
        String state,
        String reason,
        @Nullable String number,
        @Nullable LocalizedText name,
        String language,
        String region,
        Instant dueAt,
        @Nullable Instant seenAt,
        @Nullable Instant readAt) {
    RecipientLine nameless() {
        return new RecipientLine(null, channel, state, reason, null, null, language, region, dueAt, seenAt, readAt);
    }
}
