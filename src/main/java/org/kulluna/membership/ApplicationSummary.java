package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** An application as the queue shows it. {@code vetting} is the state of its latest check. */
public record ApplicationSummary(
        UUID id,
        PersonId person,
        LocalizedText name,
        @Nullable String nationality,
        @Nullable LocalDate bornOn,
        @Nullable String homePlace,
        String state,
        String vetting,
        boolean identityChecked,
        Instant submittedAt) {}
