package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class MemberTest extends HouseTest {
    @Autowired
    private Desks desks;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_desk_finds_a_member_reads_the_page_and_the_reading_is_recorded(String language) {
        PersonId person = given.person();
        Decisions.Outcome outcome = desks.member(person);
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        Visitor v = visitor(officer).in(language);
        v.open("/membership/members?lang=" + language + "&q=" + outcome.number());
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦");
        assertThat(v.page().select("tbody tr")).hasSize(1);
        v.open(v.page().selectFirst("tbody a").attr("href"));
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦").contains("784-••••-••••••", "" + outcome.number());
        assertThat(reads(person, officer)).isEqualTo(1);
        for (String page : new String[] {"consent", "visa", "merge"}) {
            v.open("/membership/people/" + person + "/" + page);
            assertThat(v.status()).as(page).isEqualTo(200);
            assertThat(v.text()).doesNotContain("⟦");
        }
    }

    @Test
    void the_list_is_searched_by_name_number_and_identity_number_and_filtered() {
        String word = "بحرون" + AcceptTest.arabic(Given.serial());
        PersonId person = given.person("KE", LocalDate.of(1991, 1, 1), "سارّة " + word, "Sarra Bahroon");
        Decisions.Outcome outcome = desks.member(person);
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String name = AcceptTest.encode("سارة " + word);
        assertThat(rows(api, "?q=" + name)).isEqualTo(1);
        assertThat(rows(api, "?q=" + outcome.number())).isEqualTo(1);
        assertThat(rows(api, "?q=" + AcceptTest.encode(arabicDigits(outcome.number()))))
                .isEqualTo(1);
        assertThat(rows(api, "?nationality=KE&q=" + name)).isEqualTo(1);
        assertThat(rows(api, "?nationality=JO&q=" + name)).isZero();
        assertThat(rows(api, "?model=student&q=" + name)).isZero();
        assertThat(rows(api, "?status=left&q=" + name)).isZero();
        assertThat(rows(api, "?status=all&model=adult&q=" + name)).isEqualTo(1);
        assertThat(rows(api, "?place=nowhere&q=" + name)).isZero();
        assertThat(api.get("/api/v1/members?after=x&status=y&model=z&q=%27%25_").status())
                .isEqualTo(200);
    }

    @Test
    void keyset_paging_shows_everybody_once() {
        String word = "صفحون" + AcceptTest.arabic(Given.serial());
        for (int i = 0; i < 3; i++) {
            desks.member(given.person("KE", LocalDate.of(1991, 1, 1), word, "Paged"));
        }
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        JsonNode all =
                api.get("/api/v1/members?q=" + AcceptTest.encode(word)).body().path("rows");
        assertThat(all.size()).isEqualTo(3);
        long newest = all.get(0).path("number").asLong();
        assertThat(rows(api, "?q=" + AcceptTest.encode(word) + "&after=" + newest))
                .isEqualTo(2);
    }

    @Test
    void a_suspension_ends_by_itself_and_each_change_is_guarded_by_its_version() {
        PersonId person = given.person();
        desks.member(person);
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String path = "/api/v1/members/" + person;
        String until = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(3).toString();
        assertThat(api.post(path + "/suspension", Map.of("until", until)).status())
                .as("no reason")
                .isEqualTo(422);
        assertThat(api.post(path + "/suspension", Map.of("until", "soon", "reason", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(AcceptTest.type(api.post(path + "/suspension", Map.of("reason", "x", "version", "99"))))
                .endsWith("changed-meanwhile");
        assertThat(api.post(path + "/suspension", Map.of("until", until, "reason", "x"))
                        .status())
                .isEqualTo(204);
        String number = "" + api.get(path).body().path("number").asLong();
        assertThat(rows(api, "?status=suspended&q=" + number)).isEqualTo(1);
        clock.forward(java.time.Duration.ofDays(5));
        api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        assertThat(rows(api, "?status=active&q=" + number)).isEqualTo(1);
        assertThat(api.post(path + "/reinstatement", Map.of()).status()).isEqualTo(204);
        assertThat(api.post(path + "/departure", Map.of("reason", "moved away")).status())
                .isEqualTo(204);
        assertThat(api.post(path + "/departure", Map.of()).status())
                .as("said twice")
                .isEqualTo(204);
        assertThat(AcceptTest.type(api.post(path + "/suspension", Map.of("reason", "x"))))
                .endsWith("left-already");
        assertThat(rows(api, "?status=left&q=" + number)).isEqualTo(1);
    }

    @Test
    void the_page_suspends_and_reinstates_and_keeps_what_was_typed() {
        PersonId person = given.person();
        desks.member(person);
        Visitor v = visitor(given.actor(Role.MEMBERSHIP_OFFICER)).open("/membership/members/" + person);
        v.submit("form[action$=/suspension]", Map.of("until", "2000-01-01", "reason", "سبب"));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().select("#until-fault")).hasSize(1);
        assertThat(v.page().selectFirst("#reason").val()).isEqualTo("سبب");
        v.submit("form[action$=/suspension]", Map.of("until", "", "reason", "سبب"));
        assertThat(v.path()).isEqualTo("/membership/members/" + person);
        v.submit("form[action$=/reinstatement]", Map.of());
        assertThat(v.page().select("form[action$=/suspension]")).hasSize(1);
        v.submit("form[action$=/departure]", Map.of("reason", ""));
        assertThat(v.text()).contains("غادر");
    }

    @Test
    void a_student_who_came_of_age_moves_to_the_adult_model() {
        PersonId person =
                given.person("AE", LocalDate.now(java.time.ZoneOffset.UTC).minusYears(17), "طالب", "Student");
        desks.consent(person);
        desks.member(person);
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String path = "/api/v1/members/" + person;
        assertThat(AcceptTest.type(api.post(path + "/adulthood", Map.of()))).endsWith("still-under-age");
        clock.forward(java.time.Duration.ofDays(370));
        api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        assertThat(api.post(path + "/adulthood", Map.of()).status()).isEqualTo(204);
        assertThat(api.get(path).body().path("student").asBoolean()).isFalse();
    }

    @Test
    void a_student_who_left_does_not_become_a_member_by_coming_of_age() {
        PersonId person =
                given.person("AE", LocalDate.now(java.time.ZoneOffset.UTC).minusYears(17), "طالبة", "Student");
        desks.consent(person);
        desks.member(person);
        clock.forward(java.time.Duration.ofDays(370));
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String path = "/api/v1/members/" + person;
        assertThat(api.post(path + "/departure", Map.of()).status()).isEqualTo(204);
        assertThat(AcceptTest.type(api.post(path + "/adulthood", Map.of()))).endsWith("left-already");
        assertThat(sql.sql("select role from people.role_grant where person_id = ? and revoked_at is null")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly("APPLICANT");
    }

    @Test
    void the_export_holds_what_the_filter_finds_and_no_cell_that_runs_as_a_formula() {
        String word = "جدولون" + AcceptTest.arabic(Given.serial());
        PersonId person = given.person("KE", LocalDate.of(1991, 1, 1), word, "=HYPERLINK(\"x\")");
        desks.member(person);
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        String csv = visitor(officer)
                .open("/membership/members/export?q=" + AcceptTest.encode(word))
                .page()
                .wholeText()
                .strip();
        assertThat(csv.lines().count()).isEqualTo(2);
        assertThat(csv).contains(word, "'=HYPERLINK");
        assertThat(visitor(given.actor(Role.DUTY_OFFICER))
                        .open("/membership/members/export")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void strangers_other_roles_and_officers_of_one_unit_find_no_members() {
        PersonId person = given.person();
        desks.member(person);
        assertThat(stranger().open("/membership/members").path()).startsWith("/sign-in");
        assertThat(new ApiClient(port).get("/api/v1/members").status()).isEqualTo(401);
        for (Given.Actor actor : new Given.Actor[] {
            given.actor(Role.MEMBER),
            given.actor(Role.UNIT_COORDINATOR, given.unit()),
            given.actor(Role.DUTY_OFFICER, given.unit()),
            given.actor(Role.MEMBERSHIP_OFFICER, given.unit())
        }) {
            ApiClient api = api(actor);
            assertThat(api.get("/api/v1/members").status()).isEqualTo(404);
            assertThat(api.get("/api/v1/members/" + person).status()).isEqualTo(404);
            for (String deed : new String[] {"suspension", "reinstatement", "departure", "adulthood"}) {
                assertThat(api.post("/api/v1/members/" + person + "/" + deed, Map.of("reason", "x"))
                                .status())
                        .as(deed)
                        .isEqualTo(404);
            }
            assertThat(visitor(actor).open("/membership/members/" + person).status())
                    .isEqualTo(404);
        }
        JsonNode seen = api(given.actor(Role.DUTY_OFFICER))
                .get("/api/v1/members/" + person)
                .body();
        assertThat(seen.path("number").asLong()).isPositive();
        assertThat(seen.has("emiratesIdMasked"))
                .as("duty officers see no papers")
                .isFalse();
    }

    private static int rows(ApiClient api, String query) {
        return api.get("/api/v1/members" + query).body().path("rows").size();
    }

    private static String arabicDigits(long n) {
        StringBuilder b = new StringBuilder();
        Long.toString(n).chars().forEach(c -> b.append((char) ('٠' + c - '0')));
        return b.toString();
    }

    private int reads(PersonId person, Given.Actor by) {
        return sql.sql("""
                select count(*) from audit.entry where action = 'membership.read-member' and subject_id = ? and actor = ?""")
                .params(person.toString(), by.person().value())
                .query(Integer.class)
                .single();
    }
}
