package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kulluna.membership.StandingChanged;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

class SeatRaceTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    @Autowired
    SignUpRows rows;

    @Autowired
    RoleRows roles;

    @Autowired
    ShiftRows shiftRows;

    @Autowired
    Shifts shifts;

    @Autowired
    Offers offers;

    @Autowired
    Openings openings;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void two_hundred_at_once_for_twenty_seats_give_twenty_and_a_stable_list() throws Exception {
        UUID shift = volunteering.shift(plan(20));
        UUID role = volunteering.role(shift);
        List<PersonId> people = people(200);
        List<SignUp> answers = atOnce(people.stream()
                .map(p -> (Callable<SignUp>) () -> signUps.signUp(viewer(p), shift, Ids.next(), role))
                .toList());
        assertThat(answers).filteredOn(a -> a.state() == SignUpState.BOOKED).hasSize(20);
        assertThat(answers).filteredOn(a -> a.state() == SignUpState.WAITING).hasSize(180);
        assertThat(volunteering.booked(shift)).isEqualTo(20);
        assertThat(answers.stream()
                        .map(SignUp::place)
                        .filter(p -> p > 0)
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, 180).boxed().toList());
        List<SignUp> list = rows.listWaiting(role, 0, 1000);
        assertThat(list.stream().map(SignUp::place).toList())
                .isEqualTo(IntStream.rangeClosed(1, 180).boxed().toList());
        for (SignUp said : answers) {
            assertThat(rows.find(said.id()).orElseThrow()).isEqualTo(said);
        }
        allWhoSitLeaveAtOnceAndTheNextInOrderSit(shift, role, answers, list);
    }

    private void allWhoSitLeaveAtOnceAndTheNextInOrderSit(
            UUID shift, UUID role, List<SignUp> answers, List<SignUp> list) throws Exception {
        List<PersonId> seated = answers.stream()
                .filter(a -> a.state() == SignUpState.BOOKED)
                .map(SignUp::person)
                .toList();
        atOnce(seated.stream()
                .map(p -> (Callable<SignUp>) () -> signUps.leave(viewer(p), shift))
                .toList());
        assertThat(volunteering.booked(shift)).isEqualTo(20);
        List<UUID> waiting =
                rows.listWaiting(role, 0, 1000).stream().map(SignUp::id).toList();
        assertThat(waiting).isEqualTo(list.stream().map(SignUp::id).skip(20).toList());
        for (SignUp next : list.subList(0, 20)) {
            assertThat(volunteering.notices(next.person())).containsExactly("seat-promoted");
        }
    }

    @Test
    void the_same_request_twenty_times_at_once_is_one_sign_up() throws Exception {
        UUID shift = volunteering.shift(plan(20));
        UUID role = volunteering.role(shift);
        PersonId me = volunteering.memberPerson();
        UUID id = Ids.next();
        List<SignUp> answers = atOnce(Collections.nCopies(20, () -> signUps.signUp(viewer(me), shift, id, role)));
        assertThat(answers).allMatch(a -> a.id().equals(id) && a.state() == SignUpState.BOOKED);
        assertThat(volunteering.booked(shift)).isEqualTo(1);
    }

    @Test
    void a_crowd_coming_and_going_over_overlapping_shifts_never_deadlocks_and_never_miscounts() throws Exception {
        Instant start = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        List<UUID> shifts = IntStream.range(0, 6)
                .mapToObj(i -> volunteering.shift(plan(start.plusSeconds(1800L * i), Duration.ofHours(1), 3)))
                .toList();
        List<PersonId> people = people(24);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            PersonId me = people.get(i);
            Random random = new Random(i);
            work.add(() -> wander(me, shifts, random));
        }
        atOnce(work);
        for (UUID shift : shifts) {
            long booked = rows.listHeld(List.of(shift)).stream()
                    .filter(u -> u.state() == SignUpState.BOOKED)
                    .count();
            assertThat(volunteering.booked(shift)).isEqualTo((int) booked).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void members_coordinators_and_the_office_at_once_leave_every_count_binding_and_gate_right() throws Exception {
        Instant start = Instant.now().plus(11, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
        List<UUID> three = IntStream.range(0, 3)
                .mapToObj(i -> volunteering.shift(plan(start.plusSeconds(1800L * i), Duration.ofHours(1), 3)))
                .toList();
        List<PersonId> people = people(24);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            PersonId me = people.get(i);
            Random random = new Random(100 + i);
            work.add(() -> wander(me, three, random));
        }
        for (int i = 0; i < 3; i++) {
            UUID shift = three.get(i);
            Random random = new Random(200 + i);
            work.add(() -> resize(shift, random));
            work.add(() -> suspend(people, random));
        }
        atOnce(work);
        people.forEach(p -> standing(p, "active"));
        openings.offerAll();
        three.forEach(shift -> isInOrder(shift, people));
    }

    /** Counter, rows, bindings and the gate say the same, and no seat is free while somebody waits who may take it. */
    private void isInOrder(UUID shift, List<PersonId> people) {
        List<SignUp> held = rows.listHeld(List.of(shift));
        List<PersonId> booked = held.stream()
                .filter(u -> u.state() == SignUpState.BOOKED)
                .map(SignUp::person)
                .toList();
        ShiftRole role = roles.listOf(List.of(shift)).get(0);
        assertThat(role.booked()).isEqualTo(booked.size()).isLessThanOrEqualTo(role.maximum());
        for (PersonId person : people) {
            assertThat(volunteering.isBound(person, shift)).isEqualTo(booked.contains(person));
            assertThat(volunteering.isExpected(person, shift)).isEqualTo(booked.contains(person));
        }
        if (!role.isFull()) {
            assertThat(held.stream().filter(u -> u.state() == SignUpState.WAITING))
                    .allMatch(u -> offers.get(viewer(u.person()), shift).reasons().stream()
                            .anyMatch(r -> r.key().equals("overlap")));
        }
    }

    private int resize(UUID shift, Random random) {
        Viewer boss = volunteering.coordinatorOf(shift);
        int done = 0;
        for (int step = 0; step < 10; step++) {
            Shift now = shiftRows.find(shift).orElseThrow();
            try {
                NewShift wanted = plan(now.startsAt(), Duration.ofHours(1), 2 + random.nextInt(4));
                shifts.change(boss, shift, now.version(), wanted, true);
                done++;
            } catch (Refusal expected) {
                assertThat(expected.key()).isIn("invalid", "changed-meanwhile");
            }
        }
        return done;
    }

    private int suspend(List<PersonId> people, Random random) {
        for (int step = 0; step < 10; step++) {
            PersonId person = people.get(random.nextInt(people.size()));
            standing(person, random.nextBoolean() ? "suspended" : "active");
        }
        return 10;
    }

    private void standing(PersonId person, String status) {
        transaction.executeWithoutResult(t -> {
            sql.sql("update membership.member set status = ? where person_id = ?")
                    .params(status, person.value())
                    .update();
            events.publishEvent(new StandingChanged(person));
        });
    }

    private int wander(PersonId me, List<UUID> shifts, Random random) {
        int done = 0;
        for (int step = 0; step < 12; step++) {
            UUID shift = shifts.get(random.nextInt(shifts.size()));
            try {
                if (random.nextBoolean()) {
                    signUps.signUp(viewer(me), shift, Ids.next(), volunteering.role(shift));
                } else {
                    signUps.leave(viewer(me), shift);
                }
                done++;
            } catch (Refusal expected) {
                assertThat(expected.key()).isIn("overlap", "not-found", "not-eligible");
            }
        }
        return done;
    }

    private List<PersonId> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> volunteering.memberPerson())
                .toList();
    }

    private static <T> List<T> atOnce(List<? extends Callable<T>> work) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(work.size());
        List<Future<T>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Callable<T> one : work) {
                running.add(threads.submit(() -> {
                    barrier.await();
                    return one.call();
                }));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> future : running) {
                answers.add(future.get());
            }
            return answers;
        }
    }
}
