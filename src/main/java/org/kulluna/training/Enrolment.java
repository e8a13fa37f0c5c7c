package org.kulluna.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/**
 * A person's place in an offering.
 *
 * @param place in the waiting list from 1, 0 when not waiting
 * @param source self, desk or cohort
 * @param score of the best quiz in percent, null without one
 * @param practicalPassed the evaluator's word, null while there is none
 * @param attendedMinutes null before the offering closes
 * @param passed whether it earned the award, null before the offering closes
 */
public record Enrolment(
        UUID id,
        UUID offering,
        PersonId person,
        EnrolmentState state,
        int place,
        String source,
        String reason,
        @Nullable Integer score,
        @Nullable Boolean practicalPassed,
        @Nullable Integer attendedMinutes,
        @Nullable Boolean passed,
        Instant createdAt,
        Instant changedAt) {}
