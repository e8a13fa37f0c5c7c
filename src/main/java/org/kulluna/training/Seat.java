package org.kulluna.training;

import java.util.UUID;
import org.kulluna.shared.PersonId;

/**
 * A person's place in an offering, as the room that assesses sees it.
 *
 * @param seen at one session at least
 */
public record Seat(UUID enrolment, Offering offering, PersonId person, EnrolmentState state, boolean seen) {
    /** While the offering is not settled, what the trainee shows still counts. */
    public boolean counts() {
        return state == EnrolmentState.BOOKED && offering.state() == OfferingState.OPEN;
    }
}
