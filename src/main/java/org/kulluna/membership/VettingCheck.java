package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/**
 * One check of one person. {@code state} is not_started, in_progress, cleared, refused or withdrawn; the days are the
 * first and last on which a clearance holds. The grounds stand apart and are not here.
 */
public record VettingCheck(
        UUID id,
        PersonId person,
        @Nullable UUID application,
        String state,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String issuer,
        String evidence,
        Instant openedAt,
        @Nullable Instant decidedAt,
        int version) {
    VettingState at() {
        return VettingState.of(state);
    }

    public boolean isOpen() {
        return at().isOpen();
    }
}
