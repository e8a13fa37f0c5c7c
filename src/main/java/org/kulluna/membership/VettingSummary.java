package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** A check as the vetting desk's list shows it. */
public record VettingSummary(
        UUID id,
        PersonId person,
        LocalizedText name,
        @Nullable String nationality,
        String state,
        @Nullable LocalDate validTo,
        boolean member,
        Instant openedAt) {}
