package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class SignUpTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    @Autowired
    SignUpRows rows;

    @Autowired
    Offers offers;

    private SignUp take(PersonId person, UUID shift) {
        return signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    @Test
    void a_seat_binds_the_person_is_expected_at_the_gate_and_told_once() {
        PersonId me = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(2));
        assertThat(take(me, shift).state()).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
        assertThat(volunteering.isBound(me, shift)).isTrue();
        assertThat(volunteering.isExpected(me, shift)).isTrue();
        assertThat(volunteering.notices(me)).containsExactly("seat-taken");
    }

    @Test
    void the_same_sign_up_sent_twice_is_one_and_a_second_try_gets_the_same_answer() {
        PersonId me = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(5));
        UUID id = Ids.next();
        SignUp first = signUps.signUp(viewer(me), shift, id, volunteering.role(shift));
        assertThat(signUps.signUp(viewer(me), shift, id, volunteering.role(shift)))
                .isEqualTo(first);
        assertThat(take(me, shift)).isEqualTo(first);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    @Test
    void an_id_somebody_else_used_is_refused() {
        UUID shift = volunteering.shift(plan(5));
        UUID id = Ids.next();
        signUps.signUp(viewer(volunteering.memberPerson()), shift, id, volunteering.role(shift));
        PersonId me = volunteering.memberPerson();
        assertThatThrownBy(() -> signUps.signUp(viewer(me), shift, id, volunteering.role(shift)))
                .hasMessage("id-used");
    }

    @Test
    void a_full_shift_waits_in_order_and_leaving_promotes_the_next_in_the_same_breath() {
        PersonId first = volunteering.memberPerson();
        PersonId second = volunteering.memberPerson();
        PersonId third = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(1));
        take(first, shift);
        assertThat(take(second, shift).place()).isEqualTo(1);
        assertThat(take(third, shift).place()).isEqualTo(2);
        assertThat(signUps.leave(viewer(first), shift).state()).isEqualTo(SignUpState.LEFT);
        assertThat(rows.findHeld(shift, second).orElseThrow().state()).isEqualTo(SignUpState.BOOKED);
        assertThat(rows.findHeld(shift, third).orElseThrow().place()).isEqualTo(1);
        assertThat(volunteering.notices(second)).containsExactly("seat-promoted");
        assertThat(volunteering.notices(third)).isEmpty();
        assertThat(volunteering.isExpected(first, shift)).isFalse();
        assertThat(volunteering.isExpected(second, shift)).isTrue();
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    @Test
    void leaving_twice_gives_the_same_answer_and_frees_one_seat_only() {
        PersonId me = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(2));
        take(volunteering.memberPerson(), shift);
        take(me, shift);
        SignUp left = signUps.leave(viewer(me), shift);
        assertThat(signUps.leave(viewer(me), shift)).isEqualTo(left);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
        assertThat(take(me, shift).state()).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void who_waits_and_is_bound_elsewhere_meanwhile_is_passed_over_told_once_and_keeps_the_place() {
        Instant start = Instant.now().plus(4, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        PersonId first = volunteering.memberPerson();
        PersonId busy = volunteering.memberPerson();
        PersonId free = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(start, Duration.ofHours(2), 1));
        UUID other = volunteering.shift(plan(start, Duration.ofHours(1), 1));
        take(first, shift);
        take(busy, shift);
        take(free, shift);
        take(busy, other);
        signUps.leave(viewer(first), shift);
        assertThat(rows.findHeld(shift, free).orElseThrow().state()).isEqualTo(SignUpState.BOOKED);
        SignUp passed = rows.findHeld(shift, busy).orElseThrow();
        assertThat(passed.state()).isEqualTo(SignUpState.WAITING);
        assertThat(passed.reason()).isEqualTo("overlap");
        signUps.leave(viewer(free), shift);
        assertThat(volunteering.notices(busy)).containsExactly("seat-taken", "seat-passed-over");
        signUps.leave(viewer(busy), other);
        take(volunteering.memberPerson(), shift);
        assertThat(rows.findHeld(shift, busy).orElseThrow().state()).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void overlaps_are_refused_and_back_to_back_is_allowed() {
        Instant start = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        PersonId me = volunteering.memberPerson();
        take(me, volunteering.shift(plan(start, Duration.ofHours(2), 3)));
        UUID overlapping = volunteering.shift(plan(start.plusSeconds(7199), Duration.ofHours(1), 3));
        UUID after = volunteering.shift(plan(start.plusSeconds(7200), Duration.ofHours(1), 3));
        UUID before = volunteering.shift(plan(start.minusSeconds(3600), Duration.ofHours(1), 3));
        assertThatThrownBy(() -> take(me, overlapping)).hasMessage("overlap");
        assertThat(take(me, after).state()).isEqualTo(SignUpState.BOOKED);
        assertThat(take(me, before).state()).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void a_shift_over_midnight_and_the_end_of_a_month_is_judged_on_both_its_days() {
        LocalDate last = LocalDate.now(Time.PROGRAMME_ZONE)
                .plusMonths(2)
                .withDayOfMonth(1)
                .minusDays(1);
        Instant evening = last.atTime(22, 0).atZone(Time.PROGRAMME_ZONE).toInstant();
        PersonId me = volunteering.memberPerson();
        sql.sql("update membership.vetting_check set valid_to = ? where person_id = ?")
                .params(last, me.value())
                .update();
        UUID over = volunteering.shift(plan(evening, Duration.ofHours(4), 3));
        UUID untilMidnight = volunteering.shift(plan(evening, Duration.ofHours(2), 3));
        assertThatThrownBy(() -> take(me, over)).hasMessage("not-eligible");
        assertThat(take(me, untilMidnight).state()).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void a_leap_day_birthday_comes_on_the_first_of_march() {
        int year = Year.now(Time.PROGRAMME_ZONE).getValue() + 2;
        while (Year.isLeap(year - 18) == false || Year.isLeap(year)) {
            year++;
        }
        PersonId me = given.person("AE", LocalDate.of(year - 18, 2, 29), "ليث", "Laith");
        volunteering.enrol(me, false);
        sql.sql("update membership.vetting_check set valid_to = '2200-01-01' where person_id = ?")
                .param(me.value())
                .update();
        UUID early = volunteering.shift(plan(noon(LocalDate.of(year, 2, 28)), Duration.ofHours(1), 3));
        UUID late = volunteering.shift(plan(noon(LocalDate.of(year, 3, 1)), Duration.ofHours(1), 3));
        assertThatThrownBy(() -> take(me, early)).hasMessage("not-eligible");
        assertThat(take(me, late).state()).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void a_draft_is_not_there_a_role_of_another_shift_is_not_there_and_a_cancelled_one_says_so() {
        PersonId me = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(3));
        UUID other = volunteering.shift(plan(3));
        assertThatThrownBy(() -> signUps.signUp(viewer(me), shift, Ids.next(), volunteering.role(other)))
                .isInstanceOf(Refusal.class)
                .hasMessage("not-found");
        sql.sql("update volunteering.shift set state = 'draft' where id = ?")
                .param(shift)
                .update();
        assertThatThrownBy(() -> take(me, shift)).hasMessage("not-found");
        sql.sql("update volunteering.shift set state = 'cancelled' where id = ?")
                .param(shift)
                .update();
        assertThatThrownBy(() -> take(me, shift)).hasMessage("shift-cancelled");
    }

    @Test
    void nobody_leaves_a_shift_that_has_begun() {
        PersonId me = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(3));
        take(me, shift);
        clock.forward(Duration.ofDays(3).plusHours(1));
        assertThatThrownBy(() -> signUps.leave(viewer(me), shift)).hasMessage("shift-started");
    }

    @Test
    void a_shift_that_overlaps_or_has_begun_leaves_the_list_and_takes_nobody() {
        PersonId me = volunteering.memberPerson();
        String unit = given.unit();
        UUID shift = volunteering.shift(unit, plan(1));
        UUID clash = volunteering.shift(unit, plan(1));
        PersonId other = volunteering.memberPerson();
        ShiftFilter open = new ShiftFilter(true, null, null, unit, "", "");
        ShiftFilter closed = new ShiftFilter(false, null, null, unit, "", "");
        assertThat(offers.list(viewer(me), open, null).rows()).hasSize(2);
        take(me, shift);
        assertThat(offers.list(viewer(me), open, null).rows()).isEmpty();
        Offer overlapping = offers.list(viewer(me), closed, null).rows().get(0);
        assertThat(overlapping.card().id()).isEqualTo(clash);
        assertThat(overlapping.reasons().get(0).key()).isEqualTo("overlap");
        assertThat(overlapping.reasons().get(0).way()).isEqualTo("/volunteering/shifts/" + shift);
        take(other, shift);
        clock.forward(Duration.ofDays(3).plusHours(1));
        assertThat(offers.list(viewer(me), open, null).rows()).isEmpty();
        assertThat(offers.list(viewer(me), closed, null).rows()).isEmpty();
        assertThatThrownBy(() -> take(volunteering.memberPerson(), clash)).hasMessage("not-eligible");
        assertThat(rows.findHeld(shift, other).orElseThrow().state()).isEqualTo(SignUpState.WAITING);
    }

    private static Instant noon(LocalDate day) {
        return LocalDateTime.of(day, java.time.LocalTime.NOON)
                .atZone(Time.PROGRAMME_ZONE)
                .toInstant();
    }
}
