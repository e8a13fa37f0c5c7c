package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.demanding;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.membership.StandingChanged;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What a seat, a list and a gate become when people and shifts change around them. */
class HandOnTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    @Autowired
    SignUpRows rows;

    @Autowired
    ShiftRows shiftRows;

    @Autowired
    RoleRows roles;

    @Autowired
    Shifts shifts;

    @Autowired
    Openings openings;

    @Autowired
    Checks.Zones zones;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void aWeekAhead() {
        start = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    }

    @Test
    void who_gives_back_what_kept_them_from_a_free_seat_has_it_at_once() {
        PersonId first = volunteering.memberPerson();
        PersonId busy = volunteering.memberPerson();
        UUID wanted = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        UUID other = volunteering.shift(plan(start, Duration.ofHours(1), 1));
        take(first, wanted);
        take(busy, wanted);
        take(busy, other);
        signUps.leave(viewer(first), wanted);
        assertThat(state(busy, wanted)).isEqualTo(SignUpState.WAITING);
        signUps.leave(viewer(busy), other);
        assertThat(state(busy, wanted)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.isExpected(busy, wanted)).isTrue();
        assertThat(volunteering.notices(busy)).containsExactly("seat-taken", "seat-passed-over", "seat-promoted");
    }

    @Test
    void a_free_seat_finds_whoever_waits_when_the_other_duty_is_called_off() {
        PersonId first = volunteering.memberPerson();
        PersonId busy = volunteering.memberPerson();
        UUID wanted = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        UUID other = volunteering.shift(plan(start, Duration.ofHours(1), 1));
        take(first, wanted);
        take(busy, wanted);
        take(busy, other);
        signUps.leave(viewer(first), wanted);
        shifts.cancel(volunteering.coordinatorOf(other), other, 1, "");
        assertThat(openings.offerAll()).isPositive();
        assertThat(state(busy, wanted)).isEqualTo(SignUpState.BOOKED);
        assertThat(roles.listWaitedFor(clock.instant())).doesNotContain(volunteering.role(wanted));
    }

    @Test
    void a_lapsed_seat_makes_way_for_another_that_its_holder_waits_for() {
        PersonId first = volunteering.memberPerson();
        PersonId me = volunteering.memberPerson();
        volunteering.award(me, "first_aid", java.time.LocalDate.now(org.kulluna.shared.Time.PROGRAMME_ZONE), null);
        UUID easy = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        UUID hard = volunteering.shift(
                demanding(plan(start, Duration.ofHours(2), 1), List.of("first_aid"), 18, false, false));
        take(first, easy);
        take(me, easy);
        take(me, hard);
        signUps.leave(viewer(first), easy);
        transaction.executeWithoutResult(t -> {
            volunteering.revoke(me, "first_aid");
            events.publishEvent(new org.kulluna.training.AwardChanged(me));
        });
        assertThat(state(me, hard)).isEqualTo(SignUpState.LAPSED);
        assertThat(state(me, easy)).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void a_shift_moved_behind_the_end_of_an_award_takes_the_seat_back_and_one_moved_to_its_last_day_does_not() {
        java.time.LocalDate day =
                start.atZone(org.kulluna.shared.Time.PROGRAMME_ZONE).toLocalDate();
        PersonId stays = volunteering.memberPerson();
        PersonId loses = volunteering.memberPerson();
        volunteering.award(stays, "first_aid", day.minusYears(1), day.plusDays(2));
        volunteering.award(loses, "first_aid", day.minusYears(1), day.plusDays(1));
        UUID shift = volunteering.shift(
                demanding(plan(start, Duration.ofHours(1), 2), List.of("first_aid"), 18, false, false));
        take(stays, shift);
        take(loses, shift);
        NewShift later = demanding(
                plan(start.plus(2, ChronoUnit.DAYS), Duration.ofHours(1), 2), List.of("first_aid"), 18, false, false);
        shifts.change(volunteering.coordinatorOf(shift), shift, 1, later, true);
        assertThat(state(stays, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(state(loses, shift)).isEqualTo(SignUpState.LAPSED);
        assertThat(volunteering.notices(loses)).containsExactly("seat-taken", "seat-lapsed");
    }

    @Test
    void a_newer_award_that_ends_sooner_takes_no_seat_for_the_older_one_still_holds() {
        java.time.LocalDate day =
                start.atZone(org.kulluna.shared.Time.PROGRAMME_ZONE).toLocalDate();
        PersonId me = volunteering.memberPerson();
        volunteering.award(me, "first_aid", day.minusYears(1), day.plusYears(1));
        UUID shift = volunteering.shift(
                demanding(plan(start, Duration.ofHours(1), 2), List.of("first_aid"), 18, false, false));
        take(me, shift);
        transaction.executeWithoutResult(t -> {
            sql.sql("""
                    insert into training.award (id, person_id, qualification, valid_from, valid_to, recorded_at, supersedes)
                    select gen_random_uuid(), a.person_id, a.qualification, current_date, ?, now(), a.id
                      from training.award a where a.person_id = ? and a.qualification = 'first_aid'""").params(day.minusDays(1), me.value()).update();
            events.publishEvent(new org.kulluna.training.AwardChanged(me));
        });
        assertThat(state(me, shift)).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void who_leaves_the_programme_leaves_its_waiting_lists_and_the_others_move_up() {
        PersonId seated = volunteering.memberPerson();
        PersonId gone = volunteering.memberPerson();
        PersonId next = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        Stream.of(seated, gone, next).forEach(p -> take(p, shift));
        transaction.executeWithoutResult(t -> {
            sql.sql("update membership.member set status = 'left', left_at = now() where person_id = ?")
                    .param(gone.value())
                    .update();
            events.publishEvent(new StandingChanged(gone));
        });
        assertThat(state(gone, shift)).isEqualTo(SignUpState.LAPSED);
        assertThat(rows.findHeld(shift, next).orElseThrow().place()).isEqualTo(1);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    @Test
    void who_is_suspended_while_waiting_keeps_the_place() {
        PersonId seated = volunteering.memberPerson();
        PersonId waiting = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        Stream.of(seated, waiting).forEach(p -> take(p, shift));
        transaction.executeWithoutResult(t -> {
            sql.sql("update membership.member set status = 'suspended' where person_id = ?")
                    .param(waiting.value())
                    .update();
            events.publishEvent(new StandingChanged(waiting));
        });
        assertThat(state(waiting, shift)).isEqualTo(SignUpState.WAITING);
    }

    @Test
    void signing_up_again_goes_to_the_end_of_the_list() {
        PersonId seated = volunteering.memberPerson();
        PersonId fickle = volunteering.memberPerson();
        PersonId patient = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        Stream.of(seated, fickle, patient).forEach(p -> take(p, shift));
        signUps.leave(viewer(fickle), shift);
        assertThat(take(fickle, shift).place()).isEqualTo(2);
        signUps.leave(viewer(seated), shift);
        assertThat(state(patient, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.notices(patient)).containsExactly("seat-promoted");
    }

    @Test
    void a_role_with_a_new_name_is_what_the_gate_reads() {
        PersonId me = volunteering.memberPerson();
        NewShift plan = plan(start, Duration.ofHours(2), 3);
        UUID shift = volunteering.shift(plan);
        take(me, shift);
        NewShift renamed =
                with(plan, new NewRole(volunteering.role(shift), new LocalizedText("منظّم", "Steward"), 1, 3));
        shifts.change(volunteering.coordinatorOf(shift), shift, 1, renamed, false);
        assertThat(sql.sql("select role_en from attendance.expected where person_id = ? and duty_id = ?")
                        .params(me.value(), shift)
                        .query(String.class)
                        .single())
                .isEqualTo("Steward");
        assertThat(volunteering.notices(me)).as("no news for those who come").containsExactly("seat-taken");
    }

    @Test
    void whoever_waits_for_a_shift_that_moves_is_told_and_keeps_the_place() {
        PersonId seated = volunteering.memberPerson();
        PersonId waiting = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        Stream.of(seated, waiting).forEach(p -> take(p, shift));
        shifts.change(
                volunteering.coordinatorOf(shift),
                shift,
                1,
                plan(start.plusSeconds(7200), Duration.ofHours(2), 1),
                false);
        assertThat(volunteering.notices(seated)).containsExactly("seat-taken", "shift-changed");
        assertThat(volunteering.notices(waiting)).containsExactly("shift-moved");
        assertThat(state(waiting, shift)).isEqualTo(SignUpState.WAITING);
    }

    @Test
    void a_move_frees_the_old_time_and_binds_the_new_one() {
        PersonId me = volunteering.memberPerson();
        UUID moving = volunteering.shift(plan(start, Duration.ofHours(2), 2));
        UUID then = volunteering.shift(plan(start, Duration.ofHours(2), 2));
        UUID later = volunteering.shift(plan(start.plusSeconds(7200), Duration.ofHours(2), 2));
        take(me, moving);
        assertThatThrownBy(() -> take(me, then)).hasMessage("overlap");
        shifts.change(
                volunteering.coordinatorOf(moving),
                moving,
                1,
                plan(start.plusSeconds(7200), Duration.ofHours(2), 2),
                false);
        assertThat(take(me, then).state()).isEqualTo(SignUpState.BOOKED);
        assertThatThrownBy(() -> take(me, later)).hasMessage("overlap");
    }

    @Test
    void once_somebody_was_checked_in_neither_times_nor_demands_change_but_seats_may() {
        PersonId me = volunteering.memberPerson();
        NewShift plan = plan(start, Duration.ofHours(2), 3);
        UUID shift = volunteering.shift(plan);
        take(me, shift);
        checkIn(me, shift);
        Viewer boss = volunteering.coordinatorOf(shift);
        for (NewShift other : List.of(
                plan(start.plusSeconds(60), Duration.ofHours(2), 3),
                demanding(plan, List.of("first_aid"), 18, false, false),
                demanding(plan, List.of(), 40, false, false),
                demanding(plan, List.of(), 18, true, false))) {
            assertThatThrownBy(() -> shifts.change(boss, shift, 1, other, true)).hasMessage("shift-has-facts");
        }
        assertThatThrownBy(() -> shifts.cancel(boss, shift, 1, "")).hasMessage("shift-has-facts");
        shifts.change(boss, shift, 1, plan(start, Duration.ofHours(2), 9), false);
        assertThat(state(me, shift)).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void whoever_leads_a_shift_is_told_once_it_is_announced_moved_or_given_to_them() {
        PersonId leader = volunteering.memberPerson();
        PersonId other = volunteering.memberPerson();
        NewShift plan = plan(start, Duration.ofHours(2), 1);
        UUID shift = volunteering.shift(led(plan, leader));
        Viewer boss = volunteering.coordinatorOf(shift);
        assertThat(volunteering.notices(leader)).containsExactly("shift-led");
        shifts.change(boss, shift, 1, led(plan(start, Duration.ofHours(2), 2), leader), false);
        assertThat(volunteering.notices(leader)).as("more seats are no news").containsExactly("shift-led");
        shifts.change(boss, shift, 2, led(plan, other), false);
        assertThat(volunteering.notices(leader)).containsExactly("shift-led");
        assertThat(volunteering.notices(other)).containsExactly("shift-led");
    }

    @Test
    void a_leader_may_hold_a_seat_on_the_shift_too() {
        PersonId leader = volunteering.memberPerson();
        UUID shift = volunteering.shift(led(plan(start, Duration.ofHours(2), 1), leader));
        assertThat(take(leader, shift).state()).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    @Test
    void a_notice_of_a_shift_under_other_clocks_says_their_time_and_zone() {
        NewShift dubai = plan(Instant.parse("2030-07-24T12:00:00Z"), Duration.ofHours(2), 1);
        UUID shift = volunteering.shift(in(dubai, "Europe/London"));
        PersonId me = volunteering.memberPerson();
        sql.sql("update membership.vetting_check set valid_to = '2031-01-01' where person_id = ?")
                .param(me.value())
                .update();
        sql.sql("update people.residence_visa set valid_to = '2031-01-01' where person_id = ?")
                .param(me.value())
                .update();
        take(me, shift);
        assertThat(sql.sql("select args ->> 'at' from delivery.notice where person_id = ?")
                        .param(me.value())
                        .query(String.class)
                        .single())
                .isEqualTo("2030-07-24 13:00 (Europe/London)");
        assertThat(Announcements.at(shiftRows.find(volunteering.shift(dubai)).orElseThrow()))
                .isEqualTo("2030-07-24T12:00:00Z");
    }

    @Test
    void a_shift_that_was_called_off_lets_nobody_in_out_or_up() {
        PersonId me = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        take(me, shift);
        shifts.cancel(volunteering.coordinatorOf(shift), shift, 1, "Rain");
        assertThat(signUps.leave(viewer(me), shift).state()).isEqualTo(SignUpState.CANCELLED);
        assertThatThrownBy(() -> take(me, shift)).hasMessage("shift-cancelled");
        UUID same = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        assertThat(take(me, same).state()).as("the time is free again").isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void a_repeated_shift_is_copied_once_beside_another_at_the_same_hour_and_never_into_the_past() {
        String unit = given.unit();
        NewShift plan = plan(start, Duration.ofHours(2), 3);
        UUID first = volunteering.shift(unit, plan);
        Viewer boss = volunteering.coordinatorOf(first);
        UUID opportunity = shiftRows.find(first).orElseThrow().opportunity();
        NewRole other = new NewRole(new LocalizedText("سائق", "Driver"), 0, 2);
        UUID second = shifts.put(boss, opportunity, with(plan, other));
        assertThat(shifts.repeat(boss, first, 3)).isEqualTo(3);
        assertThat(shifts.repeat(boss, first, 3)).isZero();
        assertThat(shifts.repeat(boss, second, 3))
                .as("another role at the same hour")
                .isEqualTo(3);
        assertThat(shiftRows.listOf(opportunity)).hasSize(8);
        clock.forward(Duration.ofDays(36));
        assertThat(shifts.repeat(boss, first, 5))
                .as("weeks four and five, of which one is past by now")
                .isEqualTo(1);
        assertThatThrownBy(() -> shifts.repeat(boss, first, 53)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_zone_the_database_does_not_know_is_refused_and_its_offset_twin_is_not() {
        Viewer boss = volunteering.coordinatorOf(volunteering.shift(plan(1)));
        UUID opportunity = sql.sql("select o.id from volunteering.opportunity o where o.unit_code = ?")
                .param(boss.unitsWith(org.kulluna.shared.Right.EDIT_OPPORTUNITIES)
                        .iterator()
                        .next())
                .query(UUID.class)
                .single();
        NewShift plan = plan(start, Duration.ofHours(2), 1);
        assertThatThrownBy(() -> shifts.put(boss, opportunity, in(plan, "+05:30")))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.faults()).containsKey("zone"));
        UUID made = shifts.put(boss, opportunity, in(plan, "+04:00"));
        assertThat(shiftRows.find(made).orElseThrow().zone().getId()).isEqualTo("Etc/GMT-4");
    }

    @Test
    void whatever_zone_is_let_in_java_and_the_database_count_the_same_days() {
        Instant evening = Instant.parse("2026-07-15T21:30:00Z");
        List<String> differ = sql
                .sql(
                        "select name, (timestamptz '2026-07-15 21:30+00' at time zone name)::date as day from pg_timezone_names")
                .query((rs, n) -> List.of(rs.getString("name"), rs.getString("day")))
                .list()
                .stream()
                .filter(z -> ZoneId.getAvailableZoneIds().contains(z.get(0)) && zones.has(ZoneId.of(z.get(0))))
                .filter(z -> !evening.atZone(ZoneId.of(z.get(0)))
                        .toLocalDate()
                        .toString()
                        .equals(z.get(1)))
                .map(z -> z.get(0))
                .toList();
        assertThat(differ).isEmpty();
    }

    private void checkIn(PersonId person, UUID shift) {
        sql.sql("""
                insert into attendance.fact (id, duty_id, person_id, kind, happened_at, means, recorded_by, recorded_at)
                values (?, ?, ?, 'in', now(), 'tap', ?, now())""").params(Ids.next(), shift, person.value(), person.value()).update();
    }

    private static NewShift with(NewShift s, NewRole role) {
        return new NewShift(
                null, s.startsAt(), s.endsAt(), s.zone(), null, List.of(), 18, false, false, null, List.of(role));
    }

    private static NewShift led(NewShift s, PersonId leader) {
        return new NewShift(
                null, s.startsAt(), s.endsAt(), s.zone(), null, List.of(), 18, false, false, leader, s.roles());
    }

    private static NewShift in(NewShift s, String zone) {
        return new NewShift(
                null, s.startsAt(), s.endsAt(), ZoneId.of(zone), null, List.of(), 18, false, false, null, s.roles());
    }

    private SignUp take(PersonId person, UUID shift) {
        return signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    private SignUpState state(PersonId person, UUID shift) {
        return signUps.findMine(viewer(person), shift).orElseThrow().state();
    }
}
