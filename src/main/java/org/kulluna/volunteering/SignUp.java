package org.kulluna.volunteering;

import java.time.Instant;
import java.util.UUID;
import org.kulluna.shared.PersonId;

/**
 * A person's place on a shift.
 *
 * @param place in the waiting list of the role, from 1; 0 when not waiting
 * @param reason why it lapsed, or why it was passed over while waiting: a key under {@code reason.}; "late" when it was
 *     given back later than the policy lets it go unmarked; otherwise empty
 */
public record SignUp(
        UUID id,
        UUID shift,
        UUID role,
        PersonId person,
        SignUpState state,
        int place,
        String reason,
        Instant createdAt,
        Instant changedAt) {}
