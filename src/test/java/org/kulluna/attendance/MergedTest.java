package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.FactOutcome.State;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two records of one person are one person: at the gate, for anomalies, for who may decide, and for the hours. */
class MergedTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Ledger ledger;

    private String unit = "";
    private Viewer leader = Viewer.STRANGER;
    private Viewer coordinator = Viewer.STRANGER;

    @BeforeEach
    void a_unit() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit).viewer();
        coordinator = given.actor(Role.UNIT_COORDINATOR, unit).viewer();
    }

    private void merge(PersonId from, PersonId into) {
        sql.sql("update people.person set merged_into = ? where id = ?")
                .params(into.value(), from.value())
                .update();
    }

    private Duties.Duty past() {
        return at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
    }

    private UUID stay(Viewer by, Duties.Duty duty, PersonId person) {
        at.expected(duty, person);
        attendance.record(
                by,
                List.of(
                        at.fact(duty, person, FactKind.IN, duty.startsAt()),
                        at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        return at.claim(duty, person);
    }

    @Test
    void hours_at_two_places_at_once_under_two_records_are_flagged_once_they_are_one() {
        PersonId kept = given.person();
        PersonId gone = given.person();
        UUID one = stay(leader, past(), kept);
        UUID other = stay(leader, past(), gone);
        assertThat(desk.open(coordinator, one).flags()).isEmpty();
        merge(gone, kept);
        assertThat(desk.open(coordinator, one).flags()).containsExactly("overlap");
        assertThat(desk.open(coordinator, other).flags()).containsExactly("overlap");
        assertThat(desk.verify(coordinator, List.of(one, other), null, false).verified())
                .isEmpty();
    }

    @Test
    void a_long_day_counts_the_hours_of_both_records() {
        Instant morning = java.time.LocalDate.of(2031, 5, 5)
                .atStartOfDay(org.kulluna.shared.Time.PROGRAMME_ZONE)
                .toInstant();
        clock.setTo(morning.plus(Duration.ofHours(23)));
        PersonId kept = given.person();
        PersonId gone = given.person();
        UUID one = stay(leader, at.duty(unit, morning.plusSeconds(40_000), Duration.ofHours(7), false), kept);
        UUID other = stay(leader, at.duty(unit, morning.plusSeconds(3_600), Duration.ofHours(7), false), gone);
        assertThat(desk.open(coordinator, one).flags()).isEmpty();
        merge(gone, kept);
        assertThat(desk.open(coordinator, one).flags()).containsExactly("long_day");
        assertThat(desk.open(coordinator, other).flags()).containsExactly("long_day");
    }

    @Test
    void the_number_of_the_record_kept_opens_the_place_of_the_one_that_went() {
        Duties.Duty duty = at.running(unit);
        AttendanceGiven.Numbered kept = at.member(null);
        AttendanceGiven.Numbered gone = at.member(null);
        at.expected(duty, gone.person());
        merge(gone.person(), kept.person());
        FactOutcome byNew = attendance
                .record(leader, List.of(numbered(duty, kept.number(), FactKind.IN, at.now())))
                .getFirst();
        assertThat(byNew.state()).isEqualTo(State.RECORDED);
        assertThat(byNew.person()).isEqualTo(gone.person());
        FactOutcome byOld = attendance
                .record(leader, List.of(numbered(duty, gone.number(), FactKind.IN, at.now())))
                .getFirst();
        assertThat(byOld.state()).as("the old number keeps answering").isEqualTo(State.REPEATED);
        FactOutcome scanned = attendance
                .record(
                        leader,
                        List.of(new NewFact(
                                Ids.next(),
                                duty.id(),
                                null,
                                null,
                                "KULLUNA1:pub" + gone.number(),
                                FactKind.OUT,
                                null,
                                at.now(),
                                "scan",
                                "")))
                .getFirst();
        assertThat(scanned.reason()).isEqualTo("old-code");
        assertThat(scanned.person()).isEqualTo(gone.person());
    }

    private static NewFact numbered(Duties.Duty duty, long number, FactKind kind, Instant when) {
        return new NewFact(Ids.next(), duty.id(), null, number, null, kind, null, when, "number", "");
    }

    @Test
    void nobody_verifies_or_corrects_under_a_new_record_what_an_old_one_forbids() {
        Given.Actor old = given.actor(Role.SHIFT_LEADER, unit);
        Given.Actor now = given.actor(Role.UNIT_COORDINATOR, unit);
        PersonId member = given.person();
        UUID handled = stay(old.viewer(), past(), member);
        UUID own = stay(leader, past(), old.person());
        merge(old.person(), now.person());
        Verification done = desk.verify(now.viewer(), List.of(handled, own), null, true);
        assertThat(done.verified()).isEmpty();
        assertThat(done.countByReason()).isEqualTo(java.util.Map.of("handled", 1, "own", 1));
        desk.verify(coordinator, List.of(handled, own), null, true);
        assertThatThrownBy(() -> ledger.correct(now.viewer(), Ids.next(), own, 5, "mine"))
                .hasMessage("own-hours");
        assertThatThrownBy(() -> ledger.correct(now.viewer(), Ids.next(), handled, 5, "theirs"))
                .hasMessage("correction-needs-another");
    }

    @Test
    void the_hours_of_both_records_stand_on_the_page_of_the_one_kept() {
        Given.Actor kept = given.actor(Role.MEMBER);
        PersonId gone = given.person();
        Duties.Duty first = past();
        UUID one = stay(leader, first, gone);
        desk.verify(coordinator, List.of(one), null, false);
        assertThat(ledger.mine(kept.viewer(), "").ever()).isZero();
        merge(gone, kept.person());
        assertThat(ledger.mine(kept.viewer(), "").ever()).isEqualTo(240);
        assertThat(visitor(kept).open("/attendance/hours").text()).contains("4:00");
    }
}
