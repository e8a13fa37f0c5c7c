package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class VettingTest extends HouseTest {
    private static final String SECRET = "كلام لا يقرؤه إلا ضباط التدقيق";

    @Autowired
    private Desks desks;

    private UUID check() {
        String id = new ApiClient(port)
                .post("/api/v1/applications", Newcomer.json(Newcomer.form(given.place())))
                .body()
                .path("id")
                .asString();
        return desks.check(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void a_check_goes_from_not_started_through_in_progress_to_cleared(String language) {
        UUID check = check();
        Visitor v = visitor(given.actor(Role.VETTING_OFFICER)).in(language);
        v.open("/membership/vetting?lang=" + language + "&open=" + check);
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦");
        assertThat(v.page().select("input[value=clear]")).isEmpty();
        v.submit("form[action$=/start]", Map.of());
        assertThat(v.path()).isEqualTo("/membership/vetting?open=" + check);
        v.submit(
                "form:has(input[value=clear])",
                Map.of("validFrom", "2026-01-01", "validTo", "2020-01-01", "issuer", ""));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().select("#validTo-fault, #issuer-fault, #evidence-fault"))
                .hasSize(3);
        assertThat(v.text()).doesNotContain("⟦");
        assertThat(v.page().selectFirst("#validTo").val()).isEqualTo("2020-01-01");
        v.submit(
                "form:has(input[value=clear])",
                Map.of("validFrom", "2026-01-01", "validTo", "2099-01-01", "issuer", "CID", "evidence", "12/2026"));
        assertThat(v.path()).isEqualTo("/membership/vetting?open=" + check);
        assertThat(v.text()).doesNotContain("⟦").contains(language.equals("en") ? "Cleared" : "سليم");
    }

    @Test
    void grounds_are_sealed_shown_to_vetting_officers_only_and_each_look_is_recorded() {
        UUID check = check();
        Given.Actor officer = given.actor(Role.VETTING_OFFICER);
        Visitor v = visitor(officer).open("/membership/vetting?open=" + check);
        v.submit("form[action$=/grounds]", Map.of("text", SECRET));
        assertThat(v.text()).as("written, and closed again").doesNotContain(SECRET);
        byte[] kept = sql.sql("select text_cipher from membership.vetting_grounds where check_id = ?")
                .param(check)
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("كلام");
        assertThat(looks(check, officer)).isZero();
        v.submit("form[action$=/look]", Map.of());
        assertThat(v.text()).contains(SECRET);
        assertThat(looks(check, officer)).isEqualTo(1);
        api(officer).post("/api/v1/vetting/" + check + "/grounds/look", Map.of());
        assertThat(looks(check, officer)).isEqualTo(2);
    }

    @Test
    void the_membership_desk_sees_outcome_and_expiry_and_nothing_behind_the_wall() {
        UUID check = check();
        api(given.actor(Role.VETTING_OFFICER)).post("/api/v1/vetting/" + check + "/grounds", Map.of("text", SECRET));
        for (Role role : new Role[] {Role.MEMBERSHIP_OFFICER, Role.ADMINISTRATOR, Role.COMMANDER, Role.MEMBER}) {
            ApiClient api = api(given.actor(role));
            assertThat(api.get("/api/v1/vetting").status()).as("" + role).isEqualTo(404);
            assertThat(api.get("/api/v1/vetting/" + check).status()).isEqualTo(404);
            assertThat(api.post("/api/v1/vetting/" + check + "/start", Map.of()).status())
                    .isEqualTo(404);
            assertThat(api.post("/api/v1/vetting/" + check + "/decision", Map.of("decision", "refuse"))
                            .status())
                    .isEqualTo(404);
            assertThat(api.post("/api/v1/vetting/" + check + "/grounds", Map.of("text", "x"))
                            .status())
                    .isEqualTo(404);
            assertThat(api.post("/api/v1/vetting/" + check + "/grounds/look", Map.of())
                            .status())
                    .isEqualTo(404);
            assertThat(visitor(given.actor(role)).open("/membership/vetting").status())
                    .isEqualTo(404);
        }
        assertThat(stranger().open("/membership/vetting").path()).startsWith("/sign-in");
        assertThat(new ApiClient(port).get("/api/v1/vetting").status()).isEqualTo(401);
        assertThat(api(given.actor(Role.VETTING_OFFICER, given.unit()))
                        .get("/api/v1/vetting")
                        .status())
                .isEqualTo(404);
        String application = sql.sql("select application_id::text from membership.vetting_check where id = ?")
                .param(check)
                .query(String.class)
                .single();
        assertThat(visitor(given.actor(Role.MEMBERSHIP_OFFICER))
                        .open("/membership/applications?open=" + application)
                        .page()
                        .html())
                .doesNotContain(SECRET, "grounds");
    }

    @Test
    void an_outcome_is_said_once_and_a_clearance_may_be_taken_back() {
        UUID check = check();
        ApiClient api = api(given.actor(Role.VETTING_OFFICER));
        String path = "/api/v1/vetting/" + check;
        Map<String, String> clear = Map.of(
                "decision",
                "clear",
                "validFrom",
                "2026-01-01",
                "validTo",
                "2099-01-01",
                "issuer",
                "a",
                "evidence",
                "b");
        assertThat(AcceptTest.type(api.post(path + "/decision", clear))).endsWith("vetting-not-started");
        assertThat(api.post(path + "/start", Map.of()).status()).isEqualTo(204);
        assertThat(api.post(path + "/start", Map.of()).status()).isEqualTo(204);
        assertThat(AcceptTest.type(api.post(path + "/decision", Map.of("decision", "refuse", "version", "0"))))
                .endsWith("changed-meanwhile");
        assertThat(api.post(path + "/decision", clear).status()).isEqualTo(204);
        assertThat(AcceptTest.type(api.post(path + "/decision", Map.of("decision", "refuse"))))
                .endsWith("decided-already");
        assertThat(api.post(path + "/decision", Map.of("decision", "withdraw")).status())
                .isEqualTo(204);
        assertThat(api.get(path).body().path("state").asString()).isEqualTo("withdrawn");
        assertThat(api.post(path + "/decision", Map.of("decision", "nonsense")).status())
                .isEqualTo(422);
        String person = api.get(path).body().path("person").asString();
        String fresh = api.post("/api/v1/people/" + person + "/vetting", Map.of())
                .body()
                .path("id")
                .asString();
        assertThat(api.post("/api/v1/people/" + person + "/vetting", Map.of())
                        .body()
                        .path("id")
                        .asString())
                .as("one open check at a time")
                .isEqualTo(fresh);
    }

    @Test
    void a_refusal_ends_the_clearances_before_it_and_a_later_clearance_holds_again() {
        PersonId person = given.person();
        desks.member(person);
        assertThat(vettedUntil(person)).isNotNull();
        ApiClient api = api(given.actor(Role.VETTING_OFFICER));
        clock.forward(Duration.ofMinutes(1));
        decideAnew(api, person, Map.of("decision", "refuse"));
        assertThat(vettedUntil(person))
                .as("what was cleared before the refusal")
                .isNull();
        var row = api(given.actor(Role.MEMBERSHIP_OFFICER))
                .get("/api/v1/members?q=" + number(person))
                .body()
                .path("rows")
                .path(0);
        assertThat(row.path("number").asLong()).isEqualTo(number(person));
        assertThat(row.hasNonNull("vettedUntil")).isFalse();
        clock.forward(Duration.ofMinutes(1));
        decideAnew(api, person, clearing("2026-01-01"));
        assertThat(vettedUntil(person)).isEqualTo(LocalDate.of(2099, 1, 1));
    }

    @Test
    void a_clearance_that_begins_later_is_recorded_when_it_begins() {
        UUID check = check();
        ApiClient api = api(given.actor(Role.VETTING_OFFICER));
        api.post("/api/v1/vetting/" + check + "/start", Map.of());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        var answer = api.post(
                "/api/v1/vetting/" + check + "/decision",
                clearing(today.plusDays(1).toString()));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").has("validFrom")).isTrue();
        assertThat(api.post("/api/v1/vetting/" + check + "/decision", clearing(today.toString()))
                        .status())
                .isEqualTo(204);
    }

    private void decideAnew(ApiClient api, PersonId person, Map<String, String> decision) {
        String check = api.post("/api/v1/people/" + person + "/vetting", Map.of())
                .body()
                .path("id")
                .asString();
        api.post("/api/v1/vetting/" + check + "/start", Map.of());
        assertThat(api.post("/api/v1/vetting/" + check + "/decision", decision).status())
                .isEqualTo(204);
    }

    private static Map<String, String> clearing(String from) {
        return Map.of(
                "decision", "clear", "validFrom", from, "validTo", "2099-01-01", "issuer", "CID", "evidence", "12");
    }

    private @Nullable LocalDate vettedUntil(PersonId person) {
        return sql.sql("select vetted_until from membership.roll where person_id = ?")
                .param(person.value())
                .query((rs, n) -> java.util.Optional.ofNullable(rs.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    private long number(PersonId person) {
        return sql.sql("select number from membership.member where person_id = ?")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    private int looks(UUID check, Given.Actor by) {
        return sql.sql("""
                select count(*) from audit.entry
                 where action = 'membership.read-grounds' and subject_id = ? and actor = ?""")
                .params(check.toString(), by.person().value())
                .query(Integer.class)
                .single();
    }
}
