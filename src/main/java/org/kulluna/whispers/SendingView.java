package org.kulluna.whispers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * How far a whisper is on its way.
 *
 * @param planned people meant, suppressed ones among them; 0 until they are planned
 * @param pushed pushes queued so far, one a device
 */
public record SendingView(
        UUID id,
        String unit,
        LocalizedText title,
        String state,
        boolean urgent,
        boolean onApp,
        boolean onScreens,
        @Nullable Instant sendAt,
        @Nullable Instant expiresAt,
        @Nullable Instant sentAt,
        @Nullable Instant plannedAt,
        @Nullable Instant pushedAt,
        @Nullable Instant recalledAt,
        int planned,
        int suppressed,
        int pushed,
        boolean everywhere) {

    public boolean isSent() {
        return sentAt != null;
    }

    public boolean isRecalled() {
        return recalledAt != null;
    }

    /** Approved, whether it waits for its time or for an officer. */
    public boolean mayGo() {
        return state.equals("approved") || state.equals("scheduled");
    }

    public boolean isOver(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Who gets it, or whose devices are told, is still being worked on. */
    public boolean isUnderWay(Instant now) {
        return state.equals("sent") && (plannedAt == null || pushedAt == null && !isOver(now));
    }

    /** People in whose inbox it is or was. */
    public int meant() {
        return planned - suppressed;
    }
}
