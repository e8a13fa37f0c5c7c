package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A guardian's consent. {@code relation} is mother, father or guardian. */
public record Consent(
        UUID id,
        String guardianName,
        String guardianPhone,
        String relation,
        LocalDate validFrom,
        LocalDate validTo,
        String evidence,
        @Nullable Instant withdrawnAt) {}
