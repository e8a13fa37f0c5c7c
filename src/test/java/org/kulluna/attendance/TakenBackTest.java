package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class TakenBackTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    @Autowired
    private ClaimDesk desk;

    @Test
    void whoever_took_back_what_another_saw_does_not_verify_those_hours() {
        String unit = given.unit();
        Given.Actor coordinator = given.actor(Role.UNIT_COORDINATOR, unit);
        Given.Actor leader = given.actor(Role.SHIFT_LEADER, unit);
        Duties.Duty duty = at.duty(unit, at.now().minus(Duration.ofHours(10)), Duration.ofHours(4), false);
        PersonId person = at.expected(duty);
        PersonId mistaken = at.expected(duty);
        NewFact early = at.fact(duty, person, FactKind.OUT, duty.startsAt().plus(Duration.ofMinutes(30)));
        attendance.record(leader.viewer(), List.of(at.fact(duty, person, FactKind.IN, duty.startsAt()), early));
        // An early check-out that is gone is credited like a forgotten one: four hours instead of a half.
        attendance.record(coordinator.viewer(), List.of(NewFact.undo(Ids.next(), duty.id(), early.id(), at.now())));
        NewFact slip = at.fact(duty, mistaken, FactKind.IN, duty.startsAt());
        attendance.record(coordinator.viewer(), List.of(slip));
        attendance.record(coordinator.viewer(), List.of(NewFact.undo(Ids.next(), duty.id(), slip.id(), at.now())));
        attendance.record(
                leader.viewer(),
                List.of(
                        at.fact(duty, mistaken, FactKind.IN, duty.startsAt()),
                        at.fact(duty, mistaken, FactKind.OUT, duty.endsAt())));
        Verification done = desk.verify(coordinator.viewer(), List.of(), duty.id(), true);
        assertThat(done.countByReason()).isEqualTo(Map.of("handled", 1));
        assertThat(done.verified())
                .as("one's own slip, taken back, is nothing")
                .containsExactly(at.claim(duty, mistaken));
    }
}
