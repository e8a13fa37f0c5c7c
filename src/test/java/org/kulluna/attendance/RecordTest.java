package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.FactOutcome.State;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class RecordTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    private String unit = "";
    private Given.Actor leader = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);
    private Duties.Duty duty = null;

    @BeforeEach
    void a_duty_runs() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit);
        duty = at.running(unit);
    }

    private FactOutcome record(NewFact fact) {
        return attendance.record(leader.viewer(), List.of(fact)).getFirst();
    }

    private int facts() {
        return at.count("fact", duty);
    }

    @Test
    void the_same_batch_twice_changes_nothing() {
        List<NewFact> batch = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            batch.add(at.fact(duty, at.expected(duty), FactKind.IN, at.now()));
        }
        assertThat(attendance.record(leader.viewer(), batch))
                .extracting(FactOutcome::state)
                .containsOnly(State.RECORDED);
        assertThat(attendance.record(leader.viewer(), batch))
                .extracting(FactOutcome::state)
                .containsOnly(State.ALREADY);
        assertThat(facts()).isEqualTo(20);
        assertThat(sql.sql("select count(*) from audit.entry where action = 'attendance.record' and actor = ?")
                        .params(leader.person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    void the_same_id_with_other_content_is_409_and_stores_nothing_of_the_list() {
        NewFact first = at.fact(duty, at.expected(duty), FactKind.IN, at.now());
        record(first);
        NewFact other = new NewFact(
                first.id(),
                duty.id(),
                first.person(),
                null,
                null,
                FactKind.ABSENT,
                null,
                first.happenedAt(),
                "tap",
                "");
        NewFact innocent = at.fact(duty, at.expected(duty), FactKind.IN, at.now());
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> attendance.record(leader.viewer(), List.of(innocent, other)));
        assertThat(refusal.key()).isEqualTo("fact-differs");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void a_repeated_scan_shows_the_first_one() {
        PersonId person = at.expected(duty);
        Instant first = at.now().minusSeconds(600);
        record(at.fact(duty, person, FactKind.IN, first));
        FactOutcome again = record(at.fact(duty, person, FactKind.IN, at.now()));
        assertThat(again.state()).isEqualTo(State.REPEATED);
        assertThat(again.since()).isEqualTo(first);
        assertThat(facts()).isEqualTo(1);
    }

    @Test
    void an_earlier_check_in_from_a_phone_without_network_is_still_taken() {
        PersonId person = at.expected(duty);
        record(at.fact(duty, person, FactKind.IN, at.now()));
        FactOutcome late = record(at.fact(duty, person, FactKind.IN, at.now().minusSeconds(900)));
        assertThat(late.state()).isEqualTo(State.RECORDED);
    }

    @Test
    void undo_voids_and_a_void_is_a_fact_too() {
        PersonId person = at.expected(duty);
        NewFact in = at.fact(duty, person, FactKind.IN, at.now());
        record(in);
        NewFact undo = NewFact.undo(Ids.next(), duty.id(), in.id(), at.now());
        assertThat(record(undo).state()).isEqualTo(State.RECORDED);
        assertThat(record(undo).state()).isEqualTo(State.ALREADY);
        assertThat(record(NewFact.undo(Ids.next(), duty.id(), in.id(), at.now()))
                        .reason())
                .isEqualTo("already-void");
        assertThat(facts()).isEqualTo(2);
        assertThat(record(at.fact(duty, person, FactKind.IN, at.now())).state()).isEqualTo(State.RECORDED);
    }

    @Test
    void what_happened_and_was_undone_without_network_is_sent_in_one_list() {
        PersonId person = at.expected(duty);
        NewFact in = at.fact(duty, person, FactKind.IN, at.now().minusSeconds(30));
        NewFact undo = NewFact.undo(Ids.next(), duty.id(), in.id(), at.now().minusSeconds(25));
        NewFact again = at.fact(duty, person, FactKind.IN, at.now().minusSeconds(20));
        assertThat(attendance.record(leader.viewer(), List.of(in, undo, again)))
                .extracting(FactOutcome::state)
                .containsOnly(State.RECORDED);
        assertThat(attendance.record(leader.viewer(), List.of(in, undo, again)))
                .extracting(FactOutcome::state)
                .containsOnly(State.ALREADY);
    }

    @Test
    void each_no_says_its_reason() {
        PersonId stranger = given.person();
        PersonId person = at.expected(duty);
        assertThat(record(at.fact(duty, stranger, FactKind.IN, at.now())).reason())
                .isEqualTo("not-expected");
        assertThat(record(at.fact(duty, person, FactKind.OUT, at.now())).reason())
                .isEqualTo("not-in");
        assertThat(record(at.fact(duty, person, FactKind.IN, at.now().plusSeconds(300)))
                        .reason())
                .isEqualTo("in-the-future");
        assertThat(record(at.fact(duty, person, FactKind.IN, duty.startsAt().minusSeconds(3700)))
                        .reason())
                .isEqualTo("too-early");
        assertThat(record(at.fact(duty, new PersonId(Ids.next()), FactKind.IN, at.now()))
                        .reason())
                .isEqualTo("unknown-person");
        record(at.fact(duty, person, FactKind.IN, at.now()));
        assertThat(record(at.fact(duty, person, FactKind.ABSENT, at.now())).reason())
                .isEqualTo("is-in");
        assertThat(record(at.fact(duty, person, FactKind.OUT, at.now().minusSeconds(60)))
                        .reason())
                .isEqualTo("out-before-in");
        clock.forward(Duration.ofHours(20));
        assertThat(record(at.fact(duty, at.expected(duty), FactKind.IN, at.now()))
                        .reason())
                .isEqualTo("too-late");
    }

    @Test
    void a_membership_number_finds_the_person_and_an_unknown_one_says_so() {
        AttendanceGiven.Numbered member = at.member(null);
        at.expected(duty, member.person());
        FactOutcome known = record(numbered(member.number()));
        assertThat(known.person()).isEqualTo(member.person());
        assertThat(known.state()).isEqualTo(State.RECORDED);
        assertThat(record(numbered(999_999_999_999_999L)).reason()).isEqualTo("unknown-number");
    }

    private NewFact numbered(long number) {
        return new NewFact(Ids.next(), duty.id(), null, number, null, FactKind.IN, null, at.now(), "number", "phone-1");
    }

    @Test
    void an_old_code_opens_the_person_for_comparing_and_records_nothing() {
        AttendanceGiven.Numbered member = at.member(null);
        at.expected(duty, member.person());
        NewFact scan = new NewFact(
                Ids.next(),
                duty.id(),
                null,
                null,
                "KULLUNA1:pub" + member.number(),
                FactKind.IN,
                null,
                at.now(),
                "scan",
                "");
        FactOutcome old = record(scan);
        assertThat(old.reason()).isEqualTo("old-code");
        assertThat(old.person()).isEqualTo(member.person());
        assertThat(facts()).isZero();
    }

    @Test
    void a_duty_of_another_unit_is_not_there() {
        Duties.Duty other = at.running(given.unit());
        NewFact fact = at.fact(other, at.expected(other), FactKind.IN, at.now());
        assertThatThrownBy(() -> record(fact)).hasMessage("not-found");
        Given.Actor member = given.actor(Role.MEMBER);
        assertThatThrownBy(() -> attendance.record(member.viewer(), List.of(fact)))
                .hasMessage("not-found");
    }

    @Test
    void a_walk_in_is_taken_in_when_the_owner_says_yes() {
        Duties.Duty open = at.duty(unit, at.now().minusSeconds(60), Duration.ofHours(2), true, "workshop");
        PersonId welcome = given.person();
        PersonId tooYoung = given.person();
        WorkshopOwner.REFUSED.add(tooYoung);
        assertThat(record(at.fact(open, welcome, FactKind.IN, at.now())).reason())
                .isEqualTo("walk-in-possible");
        List<FactOutcome> outcomes =
                attendance.record(leader.viewer(), List.of(walkIn(open, welcome), walkIn(open, tooYoung)));
        assertThat(outcomes).extracting(FactOutcome::state).containsExactly(State.RECORDED, State.REFUSED);
        assertThat(outcomes.get(1).reasons()).extracting(Reason::key).containsExactly("too-young");
        assertThat(at.count("expected", open)).isEqualTo(1);
        assertThat(record(walkIn(duty, given.person())).reason()).isEqualTo("not-expected");
    }

    private NewFact walkIn(Duties.Duty d, PersonId person) {
        return NewFact.of(Ids.next(), d.id(), person, FactKind.IN, at.now(), "walk_in");
    }

    @Test
    void two_hundred_at_once_are_each_recorded_once() throws Exception {
        List<NewFact> facts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            facts.add(at.fact(duty, at.expected(duty), FactKind.IN, at.now()));
        }
        List<Callable<FactOutcome>> calls = new ArrayList<>();
        for (NewFact f : facts) {
            calls.add(() -> record(f));
            calls.add(() -> record(f));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get().state()).isIn(State.RECORDED, State.ALREADY);
            }
        }
        assertThat(facts()).isEqualTo(100);
    }

    @Test
    void facts_cannot_be_changed_or_deleted() {
        record(at.fact(duty, at.expected(duty), FactKind.IN, at.now()));
        assertThatThrownBy(() -> sql.sql("delete from attendance.fact where duty_id = ?")
                        .params(duty.id())
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void the_api_takes_one_or_many_and_names_what_it_does_not_understand() {
        PersonId person = at.expected(duty);
        ApiClient api = api(leader);
        Map<String, String> fact = Map.of(
                "id", Ids.next().toString(),
                "dutyId", duty.id().toString(),
                "personId", person.toString(),
                "kind", "in",
                "happenedAt", at.now().toString(),
                "means", "kiosk",
                "device", "k-1");
        var answer = api.post("/api/v1/attendance", Map.of("facts", List.of(fact)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("outcomes").path(0).path("state").asString())
                .isEqualTo("recorded");
        assertThat(api.post("/api/v1/attendance", Map.of("facts", List.of(fact)))
                        .body()
                        .toString())
                .contains("already");
        var bad = api.post(
                "/api/v1/attendance",
                Map.of("facts", List.of(Map.of("id", "x", "dutyId", "y", "kind", "z", "happenedAt", "soon"))));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().path("faults").has("facts[0].kind")).isTrue();
        assertThat(bad.body().toString()).doesNotContain("⟦");
        assertThat(api.post("/api/v1/attendance", Map.of()).status()).isEqualTo(422);
        assertThat(api.post("/api/v1/attendance", "{\"facts\":[null]}").status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/attendance", "{\"facts\":7}").status()).isEqualTo(400);
        assertThat(new ApiClient(port)
                        .post("/api/v1/attendance", Map.of("facts", List.of(fact)))
                        .status())
                .isEqualTo(401);
        assertThat(api(given.actor(Role.MEMBER))
                        .post("/api/v1/attendance", Map.of("facts", List.of(fact)))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/attendance/duties").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/attendance/duties/" + duty.id() + "/people?q=sara")
                        .body()
                        .path("people")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/attendance/duties/" + UUID.randomUUID() + "/people")
                        .status())
                .isEqualTo(404);
    }
}
