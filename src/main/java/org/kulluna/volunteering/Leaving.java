package org.kulluna.volunteering;

import java.time.Duration;
import java.time.Instant;
import org.kulluna.policies.Policies;
import org.kulluna.policies.PolicyName;
import org.springframework.stereotype.Component;

/** Until when a seat is given back without a mark: a policy. */
@Component
class Leaving {
    /** What then stands as the reason of a place given back. */
    static final String LATE = "late";

    private final Policies policies;

    Leaving(Policies policies) {
        this.policies = policies;
    }

    boolean isLate(Shift shift, Instant now) {
        int hours = policies.now(PolicyName.LEAVING).number("hours");
        return now.isAfter(shift.startsAt().minus(Duration.ofHours(hours)));
    }
}
