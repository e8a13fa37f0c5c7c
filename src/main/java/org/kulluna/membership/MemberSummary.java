package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** A member as the list shows them. {@code status} is active, suspended or left, as of today. */
public record MemberSummary(
        PersonId person,
        long number,
        LocalizedText name,
        @Nullable String nationality,
        @Nullable String homePlace,
        String status,
        boolean student,
        Instant acceptedAt,
        @Nullable LocalDate vettedUntil) {}
