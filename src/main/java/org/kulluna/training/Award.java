package org.kulluna.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * A qualification a person was given. {@code validTo} is its last day; null is without end.
 *
 * @param issuer as it was written; {@code issuedBy} names the unit whose course gave it, otherwise it is the same
 * @param supersededFrom the day from which a newer award of the kind holds in its place, null without one
 */
public record Award(
        UUID id,
        PersonId person,
        LocalizedText name,
        @Nullable Long memberNumber,
        String qualification,
        LocalizedText qualificationName,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String issuer,
        LocalizedText issuedBy,
        String evidence,
        Instant recordedAt,
        @Nullable Instant revokedAt,
        String revokedReason,
        @Nullable LocalDate supersededFrom) {

    /**
     * How it stands on that day: a key under {@code training.state.}, never stored. Revoked says more than expired, and
     * expired more than superseded; one that was renewed already ends in peace.
     */
    public String stateOn(LocalDate day) {
        if (revokedAt != null) {
            return "revoked";
        }
        if (validFrom.isAfter(day)) {
            return "not-yet";
        }
        if (validTo != null && validTo.isBefore(day)) {
            return "expired";
        }
        if (supersededFrom != null && !supersededFrom.isAfter(day)) {
            return "superseded";
        }
        boolean ending = validTo != null && supersededFrom == null && validTo.isBefore(day.plusDays(Awards.SOON_DAYS));
        return ending ? "ending" : "valid";
    }
}
