package org.kulluna.attendance;

import java.time.Instant;

/** A duty on the leader's list. {@code came} counts those who left again too. */
public record GateDuty(Duties.Duty duty, int expected, int inside, int came) {
    public boolean isRunning(Instant now) {
        return !now.isBefore(duty.startsAt()) && now.isBefore(duty.endsAt());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(duty.endsAt());
    }
}
