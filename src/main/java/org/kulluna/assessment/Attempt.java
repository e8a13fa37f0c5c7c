package org.kulluna.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One go at a quiz.
 *
 * @param number from 1 within its place
 * @param submittedAt null while it runs
 * @param right how many questions, null while it runs
 * @param score in percent, rounded down, null while it runs
 * @param passMark of the moment it was submitted, null while it runs
 */
public record Attempt(
        UUID id,
        UUID enrolment,
        UUID offering,
        int number,
        Instant startedAt,
        @Nullable Instant submittedAt,
        @Nullable Integer right,
        @Nullable Integer score,
        @Nullable Integer passMark) {
    public boolean isRunning() {
        return submittedAt == null;
    }

    public boolean isPassed() {
        return score != null && passMark != null && Score.passes(score, passMark);
    }
}
