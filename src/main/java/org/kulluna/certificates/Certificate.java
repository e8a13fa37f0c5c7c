package org.kulluna.certificates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * An award as a certificate shows it.
 *
 * @param code what anybody may check it by: 32 hexadecimal digits, 122 of their bits random
 * @param holder the canonical record of whoever holds it
 * @param course null when the award was recorded at the desk and no course of the house stands behind it
 * @param minutes what was attended of that course; null without one
 * @param validTo its last day; null is without end
 * @param supersededBy the code of the award that takes its place
 * @param supersededFrom from which day it does; until then this one is in force
 */
record Certificate(
        UUID award,
        String code,
        PersonId holder,
        LocalizedText name,
        String qualification,
        LocalizedText title,
        @Nullable LocalizedText course,
        @Nullable Integer minutes,
        @Nullable String unit,
        String issuer,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        @Nullable Instant revokedAt,
        @Nullable String supersededBy,
        @Nullable LocalDate supersededFrom) {

    /** What anybody who checks it is told. */
    enum State {
        VALID,
        NOT_YET,
        EXPIRED,
        SUPERSEDED,
        REVOKED
    }

    /** Derived as of that day, never stored. Revoked says more than expired, and expired more than superseded. */
    State on(LocalDate day) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (validTo != null && validTo.isBefore(day)) {
            return State.EXPIRED;
        }
        if (supersededFrom != null && !supersededFrom.isAfter(day)) {
            return State.SUPERSEDED;
        }
        return validFrom.isAfter(day) ? State.NOT_YET : State.VALID;
    }
}
