package org.kulluna.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * Hours somebody may be credited for one duty, and what was decided about them.
 *
 * @param forgottenPolicy version of the policy that credited a forgotten check-out, null when there was a check-out
 * @param flags overlap, long_day, two_places, self_checked
 * @param state open, verified or refused
 */
public record Claim(
        UUID id,
        Duties.Duty duty,
        PersonId person,
        LocalizedText name,
        @Nullable Long number,
        int minutes,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer forgottenPolicy,
        List<String> flags,
        String state,
        Instant openedAt,
        @Nullable Instant decidedAt,
        String reason,
        int version) {
    public boolean isOpen() {
        return state.equals("open");
    }

    public boolean isFlagged() {
        return !flags.isEmpty();
    }
}
