package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Phones and desks at the same moment: nothing is lost, doubled or decided behind anybody's back. */
class AtOnceTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Ledger ledger;

    @Autowired
    private TransactionTemplate transaction;

    private String unit = "";
    private Viewer leader = Viewer.STRANGER;
    private Viewer coordinator = Viewer.STRANGER;

    @BeforeEach
    void a_unit() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit).viewer();
        coordinator = given.actor(Role.UNIT_COORDINATOR, unit).viewer();
    }

    private Duties.Duty past() {
        return at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
    }

    private void stay(Duties.Duty duty, PersonId person) {
        at.expected(duty, person);
        attendance.record(
                leader,
                List.of(
                        at.fact(duty, person, FactKind.IN, duty.startsAt().plusSeconds(3600)),
                        at.fact(duty, person, FactKind.OUT, duty.endsAt())));
    }

    @Test
    void a_fact_that_arrives_while_its_hours_are_being_verified_is_told_that_they_were() {
        Duties.Duty duty = past();
        PersonId person = given.person();
        stay(duty, person);
        UUID claim = at.claim(duty, person);
        NewFact late = at.fact(duty, person, FactKind.IN, duty.startsAt());
        AtomicReference<CompletableFuture<FactOutcome>> sent = new AtomicReference<>();
        transaction.executeWithoutResult(t -> {
            assertThat(desk.verify(coordinator, List.of(claim), null, false).verified())
                    .hasSize(1);
            sent.set(CompletableFuture.supplyAsync(
                    () -> attendance.record(leader, List.of(late)).getFirst()));
            pause(700);
            assertThat(sent.get().isDone()).as("it waits for the decision").isFalse();
        });
        assertThat(sent.get().orTimeout(20, TimeUnit.SECONDS).join().reason()).isEqualTo("decided");
        assertThat(at.count("fact", duty)).isEqualTo(2);
        assertThat(ledger.of(coordinator, person, "").ever()).isEqualTo(180);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void two_who_verify_the_same_duty_at_once_enter_each_claim_once() throws Exception {
        Duties.Duty duty = past();
        for (int i = 0; i < 30; i++) {
            stay(duty, given.person());
        }
        Viewer second = given.actor(Role.UNIT_COORDINATOR, unit).viewer();
        List<Callable<Verification>> calls = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Viewer who = i % 2 == 0 ? coordinator : second;
            calls.add(() -> desk.verify(who, List.of(), duty.id(), false));
        }
        int verified = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                verified += answer.get().verified().size();
            }
        }
        assertThat(verified).isEqualTo(30);
        assertThat(at.count("ledger_entry", duty)).isEqualTo(30);
    }

    @Test
    void desks_and_phones_that_meet_over_the_same_people_never_wait_in_a_circle() throws Exception {
        Duties.Duty one = past();
        Duties.Duty two = past();
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            PersonId person = given.person();
            stay(one, person);
            stay(two, person);
            people.add(person);
        }
        Random random = new Random(99);
        List<Callable<Object>> calls = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            calls.add(() -> desk.verify(coordinator, List.of(), one.id(), false));
            calls.add(() -> desk.verify(coordinator, List.of(), two.id(), false));
            for (PersonId person : people) {
                Duties.Duty duty = random.nextBoolean() ? one : two;
                NewFact later =
                        at.fact(duty, person, FactKind.IN, duty.startsAt().plusSeconds(random.nextInt(1, 3000)));
                calls.add(() -> attendance.record(leader, List.of(later)));
            }
        }
        java.util.Collections.shuffle(calls, random);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                answer.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(desk.preview(coordinator, one.id()).countByReason()).isEqualTo(Map.of("flagged", 24));
        assertThat(at.count("claim", one) + at.count("claim", two)).isEqualTo(48);
        assertThat(at.count("ledger_entry", one) + at.count("ledger_entry", two))
                .isZero();
    }

    @Test
    void corrections_at_once_never_take_more_than_there_is() throws Exception {
        Duties.Duty duty = past();
        PersonId person = given.person();
        stay(duty, person);
        UUID claim = at.claim(duty, person);
        desk.verify(coordinator, List.of(claim), null, false);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            calls.add(() -> {
                try {
                    ledger.correct(coordinator, Ids.next(), claim, -50, "checked");
                    return true;
                } catch (Refusal refusal) {
                    assertThat(refusal.key()).isEqualTo("below-nothing");
                    return false;
                }
            });
        }
        int taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                taken += answer.get() ? 1 : 0;
            }
        }
        assertThat(taken).isEqualTo(3);
        assertThat(ledger.of(coordinator, person, "").ever()).isEqualTo(30);
    }

    @Test
    void one_list_sent_by_many_phones_at_once_is_stored_once() throws Exception {
        Duties.Duty duty = at.running(unit);
        List<NewFact> list = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            list.add(at.fact(duty, at.expected(duty), FactKind.IN, at.now()));
        }
        List<Callable<List<FactOutcome>>> calls =
                new ArrayList<>(java.util.Collections.nCopies(12, () -> attendance.record(leader, list)));
        int recorded = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                for (FactOutcome o : answer.get()) {
                    assertThat(o.state()).isIn(FactOutcome.State.RECORDED, FactOutcome.State.ALREADY);
                    recorded += o.state() == FactOutcome.State.RECORDED ? 1 : 0;
                }
            }
        }
        assertThat(recorded).isEqualTo(40);
        assertThat(at.count("fact", duty)).isEqualTo(40);
    }
}
