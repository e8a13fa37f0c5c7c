package org.kulluna.whispers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.delivery.InboxItem;

/**
 * A whisper as one member has it, in the words they read best.
 *
 * @param urgentUntil while it lies over every page; null when it is not urgent
 * @param createdAt when it was sent
 * @param readAt opened, or put away with the rest of the inbox
 * @param openedAt opened by them
 * @param endedAt no longer shown of itself since then; null while it is
 */
public record MemberWhisper(
        UUID id,
        String theme,
        Wording wording,
        @Nullable UUID picture,
        boolean urgent,
        @Nullable Instant urgentUntil,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant openedAt,
        Instant expiresAt,
        @Nullable Instant recalledAt)
        implements InboxItem {

    /** Taken back before they read it: it is not shown to them any more. */
    public boolean isWithdrawn() {
        return recalledAt != null && openedAt == null;
    }

    public boolean isOver(Instant now) {
        return recalledAt != null || !now.isBefore(expiresAt);
    }
}
