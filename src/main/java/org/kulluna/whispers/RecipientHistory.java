package org.kulluna.whispers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a whisper and one person, from which the state on each channel follows. */
record RecipientHistory(
        @Nullable String suppressed,
        Instant dueAt,
        @Nullable Instant seenAt,
        @Nullable Instant readAt,
        Instant expiresAt,
        @Nullable Instant recalledAt,
        boolean pushedPast,
        List<Device> devices) {

    record Device(String state, boolean confirmed, boolean opened) {}

    private boolean isEnded(Instant now) {
        return recalledAt != null || !now.isBefore(expiresAt);
    }

    RecipientState onApp(Instant now) {
        if (suppressed != null) {
            return RecipientState.SUPPRESSED;
        }
        if (readAt != null) {
            return RecipientState.READ;
        }
        if (seenAt != null) {
            return RecipientState.SEEN;
        }
        return isEnded(now) ? RecipientState.EXPIRED : RecipientState.ELIGIBLE;
    }

    RecipientState byPush(Instant now) {
        if (suppressed != null) {
            return RecipientState.SUPPRESSED;
        }
        if (!devices.isEmpty()) {
            return bestDevice(now);
        }
        if (!dueAt.isBefore(expiresAt)) {
            return RecipientState.EXPIRED;
        }
        if (pushedPast) {
            return RecipientState.SUPPRESSED;
        }
        return isEnded(now) ? RecipientState.EXPIRED : RecipientState.ELIGIBLE;
    }

    private RecipientState bestDevice(Instant now) {
        if (devices.stream().anyMatch(Device::opened)) {
            return RecipientState.READ;
        }
        if (devices.stream().anyMatch(Device::confirmed)) {
            return RecipientState.CONFIRMED;
        }
        if (any("accepted")) {
            return RecipientState.ACCEPTED;
        }
        boolean waiting = any("queued") || any("sending");
        if (waiting && !isEnded(now)) {
            return RecipientState.QUEUED;
        }
        return waiting || any("expired") ? RecipientState.EXPIRED : RecipientState.FAILED;
    }

    private boolean any(String state) {
        return devices.stream().anyMatch(d -> d.state().equals(state));
    }
}
