package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not theirs is not there for them: strangers, wrong roles, other units; and nonsense is named. */
class ElsewhereTest extends HouseTest {
    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Attendance attendance;

    private String unit = "";
    private Given.Actor coordinator = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);
    private Given.Actor elsewhere = coordinator;
    private Given.Actor leader = coordinator;
    private Given.Actor member = coordinator;
    private Duties.Duty duty;
    private UUID claim = Ids.next();

    @BeforeEach
    void a_claim_of_a_unit() {
        unit = given.unit();
        coordinator = given.actor(Role.UNIT_COORDINATOR, unit);
        elsewhere = given.actor(Role.UNIT_COORDINATOR, given.unit());
        leader = given.actor(Role.SHIFT_LEADER, unit);
        member = given.actor(Role.MEMBER);
        duty = at.duty(unit, at.now().minus(Duration.ofHours(6)), Duration.ofHours(4), false);
        at.expected(duty, member.person());
        attendance.record(
                leader.viewer(),
                List.of(
                        at.fact(duty, member.person(), FactKind.IN, duty.startsAt()),
                        at.fact(duty, member.person(), FactKind.OUT, duty.endsAt())));
        claim = at.claim(duty, member.person());
    }

    private List<String> reads() {
        return List.of(
                "/api/v1/claims/" + claim,
                "/api/v1/claims/preview?dutyId=" + duty.id(),
                "/api/v1/attendance/duties/" + duty.id(),
                "/api/v1/attendance/duties/" + duty.id() + "/people",
                "/api/v1/hours?person=" + member.person());
    }

    private Map<String, Map<String, Object>> writes() {
        return Map.of(
                "/api/v1/claims/verify",
                Map.of("dutyId", duty.id().toString()),
                "/api/v1/claims/verify?",
                Map.of("claimIds", List.of(claim.toString())),
                "/api/v1/claims/" + claim + "/refuse",
                Map.of("version", 0, "reason", "no"),
                "/api/v1/claims/" + claim + "/corrections",
                Map.of("id", Ids.next().toString(), "minutes", -5, "reason", "no"),
                "/api/v1/attendance",
                Map.of(
                        "facts",
                        List.of(Map.of(
                                "id", Ids.next().toString(),
                                "dutyId", duty.id().toString(),
                                "personId", member.person().toString(),
                                "kind", "in",
                                "happenedAt", at.now().toString()))));
    }

    @Test
    void neither_another_unit_nor_a_member_finds_anything_to_read_or_to_write() {
        for (Given.Actor who : List.of(elsewhere, given.actor(Role.MEMBER), given.actor(Role.TRAINING_OFFICER))) {
            ApiClient api = api(who);
            reads().forEach(path -> assertThat(api.get(path).status()).as(path).isEqualTo(404));
            writes().forEach((path, body) ->
                    assertThat(api.post(path, body).status()).as(path).isEqualTo(404));
        }
        ApiClient stranger = new ApiClient(port);
        reads().forEach(path -> assertThat(stranger.get(path).status()).as(path).isEqualTo(401));
        writes().forEach((path, body) ->
                assertThat(stranger.post(path, body).status()).as(path).isEqualTo(401));
        assertThat(at.count("ledger_entry", duty)).isZero();
        assertThat(at.count("fact", duty)).isEqualTo(2);
    }

    @Test
    void a_leader_records_but_neither_verifies_nor_reads_the_book() {
        ApiClient api = api(leader);
        assertThat(api.get("/api/v1/attendance/duties/" + duty.id() + "/people").status())
                .isEqualTo(200);
        for (String path : List.of(
                "/api/v1/claims/" + claim,
                "/api/v1/claims/preview?dutyId=" + duty.id(),
                "/api/v1/attendance/duties/" + duty.id())) {
            assertThat(api.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(api.post("/api/v1/claims/verify", Map.of("dutyId", duty.id().toString()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_duty_nobody_made_is_not_there_either() {
        ApiClient api = api(coordinator);
        UUID none = UUID.randomUUID();
        assertThat(api.get("/api/v1/claims/preview?dutyId=" + none).status()).isEqualTo(404);
        assertThat(api.post("/api/v1/claims/verify", Map.of("dutyId", none.toString()))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/claims/verify", Map.of("claimIds", List.of(claim.toString(), none.toString())))
                        .status())
                .isEqualTo(404);
        assertThat(at.count("ledger_entry", duty)).as("not even the known one").isZero();
    }

    @Test
    void not_even_the_name_of_a_person_who_never_came_to_the_unit_is_told() {
        String page = "/attendance/people/" + member.person() + "/hours";
        var other = visitor(elsewhere).open(page);
        assertThat(other.status()).isEqualTo(404);
        assertThat(other.text()).doesNotContain("سارة");
        assertThat(visitor(coordinator).open(page).status()).isEqualTo(200);
        assertThat(visitor(given.actor(Role.AUDITOR)).open(page).status()).isEqualTo(200);
        assertThat(api(coordinator)
                        .get("/api/v1/hours?person=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void another_units_hours_of_the_same_person_are_left_out() {
        Duties.Duty there = at.duty(
                elsewhere.viewer().grants().getFirst().unit(),
                at.now().minus(Duration.ofHours(30)),
                Duration.ofHours(2),
                false);
        at.expected(there, member.person());
        Given.Actor leaderThere = given.actor(Role.SHIFT_LEADER, there.unit());
        attendance.record(
                leaderThere.viewer(), List.of(at.fact(there, member.person(), FactKind.IN, there.startsAt())));
        api(coordinator)
                .post("/api/v1/claims/verify", Map.of("dutyId", duty.id().toString()));
        assertThat(hours(coordinator)).isEqualTo(240);
        assertThat(hours(elsewhere)).isZero();
        assertThat(hours(given.actor(Role.AUDITOR))).isEqualTo(240);
    }

    private int hours(Given.Actor who) {
        ApiClient.Answer answer = api(who).get("/api/v1/hours?person=" + member.person());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("ever").asInt();
    }

    @Test
    void the_same_request_twice_does_it_once() {
        ApiClient api = api(coordinator);
        Map<String, Object> verify = Map.of("claimIds", List.of(claim.toString()));
        assertThat(api.post("/api/v1/claims/verify", verify)
                        .body()
                        .path("verified")
                        .size())
                .isEqualTo(1);
        ApiClient.Answer again = api.post("/api/v1/claims/verify", verify);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("leftOut").path(0).path("reason").asString())
                .isEqualTo("decided");
        assertThat(at.count("ledger_entry", duty)).isEqualTo(1);
    }

    @Test
    void refusing_twice_keeps_the_first_reason() {
        ApiClient api = api(coordinator);
        int version = api.get("/api/v1/claims/" + claim).body().path("version").asInt();
        Map<String, Object> no = Map.of("version", version, "reason", "left after five minutes");
        assertThat(api.post("/api/v1/claims/" + claim + "/refuse", no).status()).isEqualTo(200);
        assertThat(api.post("/api/v1/claims/" + claim + "/refuse", Map.of("version", version, "reason", "other"))
                        .status())
                .isEqualTo(409);
        assertThat(api.get("/api/v1/claims/" + claim).body().path("reason").asString())
                .isEqualTo("left after five minutes");
        assertThat(at.count("ledger_entry", duty)).isZero();
        assertThat(api.post(
                                "/api/v1/claims/verify",
                                Map.of("claimIds", List.of(claim.toString()), "includeFlagged", true))
                        .body()
                        .path("verified")
                        .size())
                .isZero();
    }

    @Test
    void corrections_that_make_no_sense_are_named() {
        ApiClient api = api(coordinator);
        String path = "/api/v1/claims/" + claim + "/corrections";
        assertThat(api.post(path, correction(-5)).status())
                .as("nothing verified yet")
                .isEqualTo(404);
        api.post("/api/v1/claims/verify", Map.of("dutyId", duty.id().toString()));
        for (int minutes : new int[] {0, 1441, -1441, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThat(api.post(path, correction(minutes)).status())
                    .as("%d", minutes)
                    .isEqualTo(422);
        }
        assertThat(api.post(path, Map.of("id", "x", "minutes", 5, "reason", "r"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path, Map.of("id", Ids.next().toString(), "minutes", 5, "reason", " "))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path, "{\"minutes\":\"many\"}").status()).isEqualTo(400);
        assertThat(at.count("ledger_entry", duty)).isEqualTo(1);
    }

    private static Map<String, Object> correction(int minutes) {
        return Map.of("id", Ids.next().toString(), "minutes", minutes, "reason", "r");
    }

    @Test
    void the_id_of_a_correction_is_used_for_one_claim_only() {
        Duties.Duty second = at.duty(unit, at.now().minus(Duration.ofHours(20)), Duration.ofHours(4), false);
        at.expected(second, member.person());
        attendance.record(
                leader.viewer(),
                List.of(
                        at.fact(second, member.person(), FactKind.IN, second.startsAt()),
                        at.fact(second, member.person(), FactKind.OUT, second.endsAt())));
        UUID other = at.claim(second, member.person());
        ApiClient api = api(coordinator);
        api.post("/api/v1/claims/verify", Map.of("claimIds", List.of(claim.toString(), other.toString())));
        Map<String, Object> once = correction(-5);
        assertThat(api.post("/api/v1/claims/" + claim + "/corrections", once).status())
                .isEqualTo(200);
        assertThat(api.post("/api/v1/claims/" + other + "/corrections", once).status())
                .isEqualTo(409);
    }

    @Test
    void the_queue_goes_on_where_the_page_before_ended() {
        for (int i = 0; i < 60; i++) {
            PersonId person = at.expected(duty);
            attendance.record(
                    leader.viewer(),
                    List.of(
                            at.fact(duty, person, FactKind.IN, duty.startsAt()),
                            at.fact(duty, person, FactKind.OUT, duty.endsAt())));
        }
        ApiClient api = api(coordinator);
        ApiClient.Answer first = api.get("/api/v1/claims?duty=" + duty.id());
        ApiClient.Answer second = api.get("/api/v1/claims?duty=" + duty.id() + "&after="
                + first.body().path("next").asString());
        java.util.Set<String> ids = new java.util.TreeSet<>();
        first.body().path("rows").forEach(r -> ids.add(r.path("id").asString()));
        second.body().path("rows").forEach(r -> ids.add(r.path("id").asString()));
        assertThat(first.body().path("rows").size()).isEqualTo(50);
        assertThat(ids).hasSize(61);
        assertThat(api.get("/api/v1/claims?unit="
                                + elsewhere.viewer().grants().getFirst().unit())
                        .body()
                        .path("rows")
                        .size())
                .isZero();
    }
}
