package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.demanding;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two records of one person become one, and so do their places and what they learned. */
class MergedPlacesTest extends HouseTest {
    private static final Instant START = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);

    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    private ApiClient officer = new ApiClient(0);
    private PersonId from = new PersonId(new UUID(0, 0));
    private PersonId into = from;

    @BeforeEach
    void twoRecords() {
        officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        from = volunteering.memberPerson();
        into = volunteering.memberPerson();
    }

    @Test
    void a_seat_goes_over_with_its_binding_and_its_line_at_the_gate() {
        UUID shift = volunteering.shift(plan(START, Duration.ofHours(2), 1));
        PersonId waiting = volunteering.memberPerson();
        take(from, shift);
        take(waiting, shift);
        merge();
        assertThat(state(into, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.isBound(into, shift)).isTrue();
        assertThat(volunteering.isBound(from, shift)).isFalse();
        assertThat(volunteering.isExpected(into, shift)).isTrue();
        assertThat(volunteering.isExpected(from, shift)).isFalse();
        assertThat(volunteering.booked(shift)).isEqualTo(1);
        assertThat(state(waiting, shift)).isEqualTo(SignUpState.WAITING);
    }

    @Test
    void what_the_other_record_learned_keeps_the_seat_that_asks_for_it() {
        volunteering.award(from, "first_aid", LocalDate.now(Time.PROGRAMME_ZONE).minusDays(1), null);
        UUID shift = volunteering.shift(
                demanding(plan(START, Duration.ofHours(2), 1), List.of("first_aid"), 18, false, false));
        take(from, shift);
        merge();
        assertThat(state(into, shift)).isEqualTo(SignUpState.BOOKED);
        UUID next = volunteering.shift(demanding(
                plan(START.plusSeconds(7200), Duration.ofHours(2), 1), List.of("first_aid"), 18, false, false));
        assertThat(take(into, next).state()).isEqualTo(SignUpState.BOOKED);
    }

    @Test
    void of_two_seats_on_one_shift_one_stays_and_the_other_goes_to_the_next() {
        UUID shift = volunteering.shift(plan(START, Duration.ofHours(2), 2));
        PersonId waiting = volunteering.memberPerson();
        take(from, shift);
        take(into, shift);
        take(waiting, shift);
        merge();
        assertThat(state(into, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(state(waiting, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.booked(shift)).isEqualTo(2);
    }

    @Test
    void a_seat_is_worth_more_than_a_place_in_the_list() {
        UUID shift = volunteering.shift(plan(START, Duration.ofHours(2), 1));
        take(from, shift);
        take(into, shift);
        merge();
        assertThat(state(into, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    @Test
    void nobody_sits_twice_at_one_time() {
        UUID mine = volunteering.shift(plan(START, Duration.ofHours(2), 1));
        UUID other = volunteering.shift(plan(START, Duration.ofHours(2), 1));
        PersonId waiting = volunteering.memberPerson();
        take(into, mine);
        take(from, other);
        take(waiting, other);
        merge();
        assertThat(state(into, mine)).isEqualTo(SignUpState.BOOKED);
        assertThat(signUps.findMine(viewer(into), other).orElseThrow().reason()).isEqualTo("overlap");
        assertThat(state(waiting, other)).isEqualTo(SignUpState.BOOKED);
        assertThat(volunteering.notices(into)).containsExactly("seat-taken", "seat-lapsed");
    }

    @Test
    void a_place_in_the_list_goes_over_in_its_order() {
        UUID shift = volunteering.shift(plan(START, Duration.ofHours(2), 1));
        PersonId seated = volunteering.memberPerson();
        PersonId behind = volunteering.memberPerson();
        take(seated, shift);
        take(from, shift);
        take(behind, shift);
        merge();
        signUps.leave(viewer(seated), shift);
        assertThat(state(into, shift)).isEqualTo(SignUpState.BOOKED);
        assertThat(state(behind, shift)).isEqualTo(SignUpState.WAITING);
    }

    private void merge() {
        assertThat(officer.post(
                                "/api/v1/people/" + into + "/merge",
                                Map.of("from", from.toString(), "reason", "same card"))
                        .status())
                .isBetween(200, 204);
    }

    private SignUp take(PersonId person, UUID shift) {
        return signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    private SignUpState state(PersonId person, UUID shift) {
        return signUps.findMine(viewer(person), shift).orElseThrow().state();
    }
}
