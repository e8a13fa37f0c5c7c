package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.Verification.LeftOut;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class ClaimsTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Claims claims;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Ledger ledger;

    private String unit = "";
    private Viewer leader = Viewer.STRANGER;
    private Given.Actor coordinator = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);

    @BeforeEach
    void a_unit() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit).viewer();
        coordinator = given.actor(Role.UNIT_COORDINATOR, unit);
    }

    private Duties.Duty past() {
        return at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
    }

    private void stay(Duties.Duty duty, PersonId person, Instant in, Instant out) {
        attendance.record(
                leader, List.of(at.fact(duty, person, FactKind.IN, in), at.fact(duty, person, FactKind.OUT, out)));
    }

    private int minutes(Duties.Duty duty, PersonId person) {
        return claim(duty, person).minutes();
    }

    private Claim claim(Duties.Duty duty, PersonId person) {
        return desk.open(coordinator.viewer(), at.claim(duty, person));
    }

    @Test
    void a_claim_counts_the_first_in_and_the_last_out() {
        Duties.Duty duty = past();
        PersonId person = at.expected(duty);
        stay(duty, person, duty.startsAt(), duty.startsAt().plusSeconds(3600));
        assertThat(minutes(duty, person)).isEqualTo(60);
        stay(duty, person, duty.startsAt().plusSeconds(7200), duty.endsAt());
        assertThat(minutes(duty, person)).isEqualTo(240);
        assertThat(at.count("claim", duty)).isEqualTo(1);
    }

    @Test
    void a_forgotten_check_out_is_credited_by_the_sweep_and_names_the_policy() {
        Duties.Duty duty = at.running(unit);
        PersonId person = at.expected(duty);
        attendance.record(leader, List.of(at.fact(duty, person, FactKind.IN, at.now())));
        assertThat(at.count("claim", duty)).isZero();
        clock.forward(Duration.ofHours(3).plusMinutes(30));
        sweep();
        assertThat(at.count("claim", duty)).isZero();
        clock.forward(Duration.ofMinutes(31));
        sweep();
        assertThat(claim(duty, person).forgottenPolicy()).isNotNull();
        assertThat(minutes(duty, person)).isBetween(179, 180);
        attendance.record(
                leader,
                List.of(at.fact(duty, person, FactKind.OUT, duty.endsAt().plusSeconds(600))));
        assertThat(claim(duty, person).forgottenPolicy()).isNull();
        assertThat(minutes(duty, person)).isBetween(189, 190);
    }

    private void sweep() {
        while (claims.sweep(100) == 100) {
            // all of them, other tests' too
        }
    }

    @Test
    void taking_the_check_in_back_takes_the_claim_back() {
        Duties.Duty duty = past();
        PersonId person = at.expected(duty);
        NewFact in = at.fact(duty, person, FactKind.IN, duty.startsAt());
        attendance.record(leader, List.of(in, at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        assertThat(at.count("claim", duty)).isEqualTo(1);
        attendance.record(leader, List.of(NewFact.undo(Ids.next(), duty.id(), in.id(), at.now())));
        assertThat(at.count("claim", duty)).isZero();
    }

    @Test
    void verified_minutes_enter_the_ledger_with_their_dimensions_and_once() {
        Duties.Duty duty = past();
        PersonId person = at.expected(duty);
        stay(duty, person, duty.startsAt(), duty.endsAt());
        UUID claim = at.claim(duty, person);
        assertThat(desk.verify(coordinator.viewer(), List.of(claim), null, false)
                        .verified())
                .containsExactly(claim);
        assertThat(desk.verify(coordinator.viewer(), List.of(claim), null, false)
                        .leftOut())
                .containsExactly(new LeftOut(claim, "decided"));
        Map<String, Object> entry = sql.sql("select * from attendance.ledger_entry where claim_id = ?")
                .params(claim)
                .query()
                .singleRow();
        assertThat(entry)
                .containsEntry("minutes", 240)
                .containsEntry("unit_code", unit)
                .containsEntry("pillar", "prevention")
                .containsEntry("nationality", "IN")
                .containsEntry("age_group", "35-44")
                .containsEntry("gender", "female");
        assertThatThrownBy(() -> sql.sql("update attendance.ledger_entry set minutes = 1 where claim_id = ?")
                        .params(claim)
                        .update())
                .hasMessageContaining("append-only");
        List<FactOutcome> late = attendance.record(
                leader,
                List.of(at.fact(duty, person, FactKind.OUT, duty.endsAt().plusSeconds(60))));
        assertThat(late.getFirst().reason()).isEqualTo("decided");
    }

    @Test
    void nobody_verifies_their_own_hours_nor_those_of_people_they_checked_in() {
        Duties.Duty duty = past();
        PersonId coordinatorPerson = coordinator.person();
        at.expected(duty, coordinatorPerson);
        stay(duty, coordinatorPerson, duty.startsAt(), duty.endsAt());
        PersonId handled = at.expected(duty);
        attendance.record(coordinator.viewer(), List.of(at.fact(duty, handled, FactKind.IN, duty.startsAt())));
        attendance.record(leader, List.of(at.fact(duty, handled, FactKind.OUT, duty.endsAt())));
        PersonId fine = at.expected(duty);
        stay(duty, fine, duty.startsAt(), duty.endsAt());
        Verification preview = desk.preview(coordinator.viewer(), duty.id());
        assertThat(preview.countByReason()).isEqualTo(Map.of("own", 1, "handled", 1));
        Verification done = desk.verify(coordinator.viewer(), List.of(), duty.id(), true);
        assertThat(done.verified()).containsExactly(at.claim(duty, fine));
        assertThat(done.minutes()).isEqualTo(240);
        assertThatThrownBy(() -> desk.refuse(coordinator.viewer(), at.claim(duty, handled), 0, "no"))
                .hasMessage("claim-handled");
    }

    @Test
    void a_whole_duty_at_once_leaves_flagged_claims_out() {
        Duties.Duty duty = past();
        Duties.Duty other = past();
        PersonId twice = at.expected(duty);
        at.expected(other, twice);
        PersonId fine = at.expected(duty);
        stay(duty, fine, duty.startsAt(), duty.endsAt());
        stay(duty, twice, duty.startsAt(), duty.endsAt());
        assertThat(claim(duty, twice).flags()).isEmpty();
        stay(other, twice, other.startsAt().plusSeconds(60), other.endsAt());
        assertThat(claim(duty, twice).flags()).containsExactly("overlap");
        Verification done = desk.verify(coordinator.viewer(), List.of(), duty.id(), false);
        assertThat(done.verified()).containsExactly(at.claim(duty, fine));
        assertThat(done.countByReason()).isEqualTo(Map.of("flagged", 1));
        assertThat(desk.verify(coordinator.viewer(), List.of(at.claim(duty, twice)), null, true)
                        .verified())
                .hasSize(1);
    }

    @Test
    void over_twelve_hours_a_local_day_is_flagged() {
        Instant midnight = java.time.LocalDate.ofInstant(at.now(), org.kulluna.shared.Time.PROGRAMME_ZONE)
                .minusDays(2)
                .atStartOfDay(org.kulluna.shared.Time.PROGRAMME_ZONE)
                .toInstant();
        clock.setTo(midnight.plus(Duration.ofHours(24)));
        Duties.Duty morning = at.duty(unit, midnight, Duration.ofHours(7), false);
        Duties.Duty evening = at.duty(unit, midnight.plus(Duration.ofHours(15)), Duration.ofHours(6), false);
        PersonId person = at.expected(morning);
        at.expected(evening, person);
        clock.setTo(midnight.plus(Duration.ofHours(8)));
        stay(morning, person, morning.startsAt(), morning.endsAt());
        assertThat(claim(morning, person).flags()).isEmpty();
        clock.setTo(midnight.plus(Duration.ofHours(24)));
        stay(evening, person, evening.startsAt(), evening.endsAt());
        assertThat(claim(morning, person).flags()).containsExactly("long_day");
    }

    @Test
    void one_device_at_two_places_and_checking_in_oneself_are_flagged() {
        Duties.Duty here = past();
        Duties.Duty there = past();
        PersonId one = at.expected(here);
        PersonId two = at.expected(there);
        attendance.record(leader, List.of(seen(here, one, FactKind.IN, here.startsAt())));
        attendance.record(
                leader, List.of(seen(there, two, FactKind.IN, here.startsAt().plusSeconds(60))));
        attendance.record(leader, List.of(at.fact(here, one, FactKind.OUT, here.endsAt())));
        assertThat(claim(here, one).flags()).containsExactly("two_places");

        Given.Actor alone = given.actor(Role.SHIFT_LEADER, unit);
        at.expected(here, alone.person());
        attendance.record(
                alone.viewer(),
                List.of(
                        at.fact(here, alone.person(), FactKind.IN, here.startsAt()),
                        at.fact(here, alone.person(), FactKind.OUT, here.endsAt())));
        assertThat(claim(here, alone.person()).flags()).containsExactly("self_checked");
    }

    private NewFact seen(Duties.Duty duty, PersonId person, FactKind kind, Instant when) {
        return new NewFact(Ids.next(), duty.id(), person, null, null, kind, null, when, "tap", "phone-" + unit);
    }

    @Test
    void claims_of_another_unit_are_not_there() {
        Duties.Duty duty = past();
        PersonId person = at.expected(duty);
        stay(duty, person, duty.startsAt(), duty.endsAt());
        Viewer elsewhere = given.actor(Role.UNIT_COORDINATOR, given.unit()).viewer();
        assertThatThrownBy(() -> desk.verify(elsewhere, List.of(at.claim(duty, person)), null, true))
                .hasMessage("not-found");
        assertThatThrownBy(() -> desk.open(elsewhere, at.claim(duty, person))).hasMessage("not-found");
        assertThatThrownBy(() -> desk.verify(elsewhere, List.of(), duty.id(), true))
                .as("the whole duty of another unit")
                .isInstanceOf(Refusal.class)
                .hasMessage("not-found");
        assertThatThrownBy(() -> desk.preview(elsewhere, duty.id())).hasMessage("not-found");
        assertThatThrownBy(() -> ledger.of(elsewhere, person, ""))
                .as("who did nothing for the unit")
                .hasMessage("not-found");
        assertThatThrownBy(() -> desk.verify(leader, List.of(at.claim(duty, person)), null, true))
                .hasMessage("not-found");
        assertThat(desk.list(elsewhere, ClaimFilter.of("", "", "", "")).rows()).isEmpty();
    }

    @Test
    void corrections_add_up_never_fall_below_nothing_and_count_once() {
        Duties.Duty duty = past();
        PersonId person = at.expected(duty);
        stay(duty, person, duty.startsAt(), duty.endsAt());
        UUID claim = at.claim(duty, person);
        desk.verify(coordinator.viewer(), List.of(claim), null, false);
        Random random = new Random(7);
        int total = 240;
        for (int i = 0; i < 60; i++) {
            int minutes = random.nextInt(-200, 120);
            UUID id = Ids.next();
            boolean possible = minutes != 0 && total + minutes >= 0 && total + minutes <= 1440;
            if (possible) {
                total += minutes;
                ledger.correct(coordinator.viewer(), id, claim, minutes, "checked the list");
                ledger.correct(coordinator.viewer(), id, claim, minutes, "checked the list");
                int other = minutes + 1;
                assertThatThrownBy(() -> ledger.correct(coordinator.viewer(), id, claim, other, "checked the list"))
                        .hasMessage("entry-differs");
            } else {
                assertThatThrownBy(() -> ledger.correct(coordinator.viewer(), id, claim, minutes, "no"))
                        .isInstanceOf(Refusal.class);
            }
            assertThat(sum(claim)).isEqualTo(total).isNotNegative();
        }
    }

    private int sum(UUID claim) {
        return sql.sql("select sum(minutes) from attendance.ledger_entry where claim_id = ?")
                .params(claim)
                .query(Integer.class)
                .single();
    }

    @Test
    void nobody_corrects_their_own_hours() {
        Duties.Duty duty = past();
        at.expected(duty, coordinator.person());
        stay(duty, coordinator.person(), duty.startsAt(), duty.endsAt());
        UUID claim = at.claim(duty, coordinator.person());
        Viewer second = given.actor(Role.UNIT_COORDINATOR, unit).viewer();
        desk.verify(second, List.of(claim), null, false);
        assertThatThrownBy(() -> ledger.correct(coordinator.viewer(), Ids.next(), claim, 30, "more"))
                .hasMessage("own-hours");
        assertThat(ledger.correct(second, Ids.next(), claim, -30, "left early").minutes())
                .isEqualTo(-30);
        Hours own = ledger.mine(coordinator.viewer(), "");
        assertThat(own.ever()).isEqualTo(210);
        assertThat(own.entries().rows()).hasSize(2);
    }

    @Test
    void whoever_checked_a_person_in_may_take_minutes_back_but_not_add_them_alone() {
        Duties.Duty duty = past();
        PersonId person = at.expected(duty);
        stay(duty, person, duty.startsAt(), duty.endsAt());
        UUID claim = at.claim(duty, person);
        desk.verify(coordinator.viewer(), List.of(claim), null, false);
        UUID recorder = sql.sql("select recorded_by from attendance.fact where duty_id = ? and person_id = ? limit 1")
                .params(duty.id(), person.value())
                .query(UUID.class)
                .single();
        Viewer handler =
                new Viewer(new PersonId(recorder), null, List.of(new Viewer.Grant(Role.UNIT_COORDINATOR, unit)), false);
        assertThatThrownBy(() -> ledger.correct(handler, Ids.next(), claim, 30, "stayed longer"))
                .hasMessage("correction-needs-another");
        assertThat(ledger.correct(handler, Ids.next(), claim, -30, "left early").minutes())
                .isEqualTo(-30);
        assertThatThrownBy(() -> ledger.correct(coordinator.viewer(), Ids.next(), claim, 1440, "all day"))
                .hasMessage("over-a-day");
    }
}
