package org.kulluna.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * A trainee as who assesses them sees them.
 *
 * @param state booked, or what the place came to
 * @param seen at one session at least
 * @param score the best quiz in percent, null without one
 * @param attempts at the quiz, submitted ones
 * @param practicalPassed null while nobody evaluated
 */
public record Evaluee(
        UUID enrolment,
        PersonId person,
        LocalizedText name,
        @Nullable Long memberNumber,
        String state,
        boolean seen,
        @Nullable Integer score,
        int attempts,
        @Nullable Boolean practicalPassed) {}
