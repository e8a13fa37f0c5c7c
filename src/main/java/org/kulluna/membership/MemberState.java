package org.kulluna.membership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What may change about a membership. {@code suspendedUntil} is null for "until further notice". */
public record MemberState(
        String status, boolean student, @Nullable LocalDate suspendedUntil, String leftReason, int version) {
    /** Suspended where the other is active, or suspended for longer. */
    boolean isStricterThan(MemberState other) {
        if (!status.equals("suspended") || other.status.equals("left")) {
            return false;
        }
        return other.status.equals("active")
                || other.suspendedUntil != null
                        && (suspendedUntil == null || suspendedUntil.isAfter(other.suspendedUntil));
    }

    /** A suspension ends by itself after its last day. */
    public String statusOn(LocalDate day) {
        return status.equals("suspended") && suspendedUntil != null && suspendedUntil.isBefore(day) ? "active" : status;
    }
}
