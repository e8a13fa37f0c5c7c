package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AcceptTest extends HouseTest {
    @Autowired
    private Decisions decisions;

    @Autowired
    private Applications applications;

    @Autowired
    private Desks desks;

    private String apply(Map<String, String> form) {
        return new ApiClient(port)
                .post("/api/v1/applications", Newcomer.json(form))
                .body()
                .path("id")
                .asString();
    }

    private String apply() {
        return apply(Newcomer.form(given.place()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void an_officer_checks_the_card_and_accepts_once_vetting_is_cleared(String language) {
        String id = apply();
        Visitor officer = visitor(given.actor(Role.MEMBERSHIP_OFFICER)).in(language);
        officer.open("/membership/applications?lang=" + language + "&open=" + id);
        assertThat(officer.status()).isEqualTo(200);
        assertThat(officer.text()).doesNotContain("⟦").contains("784-••••-••••••");
        assertThat(officer.page().select("form[action$=/decision] input[value=accept]"))
                .isEmpty();
        officer.submit("form[action$=/identity-check]", Map.of());
        desks.clear(id);
        officer.open("/membership/applications?open=" + id);
        officer.submit("form:has(input[value=accept])", Map.of("reason", ""));
        assertThat(officer.path()).isEqualTo("/membership/applications?open=" + id);
        assertThat(officer.text()).doesNotContain("⟦").contains(language.equals("en") ? "Accepted" : "مقبول");
    }

    @Test
    void acceptance_waits_for_identity_and_vetting_and_names_what_is_missing() {
        String id = apply();
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        Map<String, String> accept = Map.of("decision", "accept");
        assertThat(type(officer.post("/api/v1/applications/" + id + "/decision", accept)))
                .endsWith("identity-not-checked");
        officer.post("/api/v1/applications/" + id + "/identity-check", Map.of());
        assertThat(type(officer.post("/api/v1/applications/" + id + "/decision", accept)))
                .endsWith("not-vetted");
        desks.clear(id);
        ApiClient.Answer accepted = officer.post("/api/v1/applications/" + id + "/decision", accept);
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.body().path("number").asLong()).isPositive();
        assertThat(officer.post("/api/v1/applications/" + id + "/decision", accept)
                        .body())
                .as("said again")
                .isEqualTo(accepted.body());
        assertThat(type(officer.post(
                        "/api/v1/applications/" + id + "/decision", Map.of("decision", "refuse", "reason", "no"))))
                .endsWith("decided-already");
    }

    @Test
    void a_refusal_needs_a_reason_which_the_applicant_reads() {
        Map<String, String> form = Newcomer.form(given.place());
        String id = apply(form);
        Visitor officer = visitor(given.actor(Role.MEMBERSHIP_OFFICER)).open("/membership/applications?open=" + id);
        officer.submit("form:has(input[value=refuse])", Map.of("reason", " "));
        assertThat(officer.status()).isEqualTo(422);
        assertThat(officer.page().select("#reason-fault")).hasSize(1);
        assertThat(officer.page().select("details.confirm[open]")).hasSize(1);
        officer.submit("form:has(input[value=refuse])", Map.of("reason", "الأوراق ناقصة"));
        assertThat(officer.path()).startsWith("/membership/applications");
        Visitor applicant = stranger().signIn(form.get("username"), Newcomer.PASSWORD);
        assertThat(applicant.open("/membership/application").text()).contains("الأوراق ناقصة", "مرفوض");
    }

    @Test
    void a_decision_on_an_older_version_is_told_that_something_changed() {
        String id = apply();
        Visitor first = visitor(given.actor(Role.MEMBERSHIP_OFFICER)).open("/membership/applications?open=" + id);
        api(given.actor(Role.MEMBERSHIP_OFFICER)).post("/api/v1/applications/" + id + "/identity-check", Map.of());
        first.submit("form:has(input[value=refuse])", Map.of("reason", "متأخر"));
        assertThat(first.status()).isEqualTo(409);
        assertThat(first.text()).contains("غيّر شخص آخر");
    }

    @Test
    void a_student_waits_for_the_guardians_consent_and_becomes_a_student_member() {
        String id = apply(Newcomer.form(
                given.place(),
                Map.of("bornOn", java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusYears(16).toString())));
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        ApiClient api = api(officer);
        api.post("/api/v1/applications/" + id + "/identity-check", Map.of());
        desks.clear(id);
        assertThat(type(api.post("/api/v1/applications/" + id + "/decision", Map.of("decision", "accept"))))
                .endsWith("no-guardian-consent");
        String person = api.get("/api/v1/applications/" + id).body().path("person").asString();
        ApiClient.Answer consent = api.post(
                "/api/v1/people/" + person + "/consents",
                Map.of(
                        "guardianName", "هدى الهاشمي",
                        "guardianPhone", "0500000000",
                        "relation", "mother",
                        "validFrom", "2024-01-01",
                        "validTo", "2099-01-01",
                        "evidence", "signed form"));
        assertThat(consent.status()).isEqualTo(201);
        api.post("/api/v1/applications/" + id + "/decision", Map.of("decision", "accept"));
        JsonNode member = api.get("/api/v1/members/" + person).body();
        assertThat(member.path("student").asBoolean()).isTrue();
        assertThat(roles(person)).contains("STUDENT").doesNotContain("MEMBER", "APPLICANT");
    }

    @Test
    void fifty_parallel_acceptances_give_fifty_consecutive_numbers() throws Exception {
        List<String> ids = new ArrayList<>();
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        for (int i = 0; i < 50; i++) {
            ids.add(desks.ready(given.person(), officer.viewer()));
        }
        long before = sql.sql("select last from membership.number_counter").query(Long.class).single();
        List<Long> numbers = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(50)) {
            List<Callable<Long>> all = new ArrayList<>();
            for (String id : ids) {
                all.add(() -> decisions
                        .decide(officer.viewer(), java.util.UUID.fromString(id), new DecisionForm("accept", "", null))
                        .number());
            }
            for (var done : pool.invokeAll(all)) {
                numbers.add(done.get());
            }
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(before + 1, before + 50).boxed().toList());
    }

    @Test
    void nobody_decides_about_themselves() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        String id = desks.ready(officer.person(), given.actor(Role.MEMBERSHIP_OFFICER).viewer());
        assertThat(type(api(officer)
                        .post("/api/v1/applications/" + id + "/decision", Map.of("decision", "accept"))))
                .endsWith("not-about-yourself");
    }

    @Test
    void strangers_and_other_roles_find_no_queue() {
        String id = apply();
        assertThat(stranger().open("/membership/applications").path()).startsWith("/sign-in");
        for (Role role : new Role[] {Role.MEMBER, Role.APPLICANT, Role.ANALYST, Role.ADMINISTRATOR}) {
            Visitor v = visitor(given.actor(role));
            assertThat(v.open("/membership/applications").status()).as("" + role).isEqualTo(404);
            ApiClient api = api(given.actor(role));
            assertThat(api.get("/api/v1/applications").status()).isEqualTo(404);
            assertThat(api.get("/api/v1/applications/" + id).status()).isEqualTo(404);
            assertThat(api.post("/api/v1/applications/" + id + "/decision", Map.of("decision", "accept")).status())
                    .isEqualTo(404);
            assertThat(api.post("/api/v1/applications/" + id + "/identity-check", Map.of()).status())
                    .isEqualTo(404);
        }
        ApiClient none = new ApiClient(port);
        assertThat(none.get("/api/v1/applications").status()).isEqualTo(401);
        assertThat(none.post("/api/v1/applications/" + id + "/decision", Map.of()).status()).isEqualTo(401);
        Given.Actor bound = given.actor(Role.MEMBERSHIP_OFFICER, given.unit());
        assertThat(api(bound).get("/api/v1/applications").status()).isEqualTo(404);
        assertThat(api(given.actor(Role.VETTING_OFFICER))
                        .post("/api/v1/applications/" + id + "/decision", Map.of("decision", "accept"))
                        .status())
                .as("vetting officers see, and do not decide")
                .isEqualTo(404);
    }

    @Test
    void the_queue_forgives_how_a_name_is_written_and_pages_without_losing_anybody() {
        String unique = "زهران" + arabic(Given.serial());
        apply(Newcomer.form(given.place(), Map.of("nameAr", "محمّد أحمد " + unique, "nameEn", "Muhammad Ahmad")));
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        for (String typed : List.of("محمد", "محمّد", "مُحَمَّد", "احمد", "أحمد", "إحمد", "Mohammed", "Muhammad", "mohamed")) {
            JsonNode rows = officer.get("/api/v1/applications?q=" + encode(typed + " " + unique))
                    .body()
                    .path("rows");
            assertThat(rows.size()).as(typed).isEqualTo(1);
        }
        assertThat(officer.get("/api/v1/applications?q=" + encode("سعاد " + unique)).body().path("rows").size())
                .isZero();
        for (int i = 0; i < 26; i++) {
            apply(Newcomer.form(given.place(), Map.of("nameAr", "سالم " + unique)));
        }
        JsonNode first = officer.get("/api/v1/applications?q=" + encode(unique)).body();
        assertThat(first.path("rows").size()).isEqualTo(25);
        JsonNode second = officer.get("/api/v1/applications?q=" + encode(unique) + "&after="
                        + encode(first.path("next").asString()))
                .body();
        assertThat(second.path("rows").size()).isEqualTo(2);
        assertThat(second.path("next").isMissingNode()).isTrue();
        assertThat(officer.get("/api/v1/applications?state=nonsense&after=nonsense&q=%25_%00").status())
                .isEqualTo(200);
    }

    private List<String> roles(String person) {
        return sql.sql("select role from people.role_grant where person_id = ?::uuid and revoked_at is null")
                .param(person)
                .query(String.class)
                .list();
    }

    static String arabic(long n) {
        StringBuilder b = new StringBuilder();
        for (char c : Long.toString(n).toCharArray()) {
            b.append("ابتثجحخدذر".charAt(c - '0'));
        }
        return b.toString();
    }

    static String encode(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    static String type(ApiClient.Answer answer) {
        return answer.body().path("type").asString();
    }
}
