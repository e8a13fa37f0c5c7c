package org.kulluna.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** A qualification a person was given. {@code validTo} is its last day; null is without end. */
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
        String evidence,
        Instant recordedAt,
        @Nullable Instant revokedAt,
        String revokedReason) {

    /** How it stands on that day: a key under {@code training.state.}, never stored. */
    public String stateOn(LocalDate day) {
        if (revokedAt != null) {
            return "revoked";
        }
        if (validFrom.isAfter(day)) {
            return "not-yet";
        }
        if (validTo == null) {
            return "valid";
        }
        return validTo.isBefore(day)
                ? "expired"
                : validTo.isBefore(day.plusDays(Awards.SOON_DAYS)) ? "ending" : "valid";
    }
}
