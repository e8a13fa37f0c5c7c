package org.kulluna.whispers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * One person and channel of a whisper, for the desk.
 *
 * @param number of their membership; null when they are no member any more
 * @param name null when the viewer may not see members, and when the person was erased
 */
public record RecipientLine(
        UUID person,
        String channel,
        String state,
        String reason,
        @Nullable String number,
        @Nullable LocalizedText name,
        String language,
        String region,
        Instant dueAt,
        @Nullable Instant seenAt,
        @Nullable Instant readAt) {}
