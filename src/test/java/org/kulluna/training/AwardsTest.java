package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;

class AwardsTest extends HouseTest {
    private long member(PersonId person) {
        long number = Given.serial() % 1_000_000_000_000L;
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, accepted_at)
                values (:p, :n, :pub, 'active', :at)""")
                .param("p", person.value())
                .param("n", number)
                .param("pub", UUID.randomUUID().toString())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return number;
    }

    private static Map<String, String> form(PersonId person) {
        Map<String, String> form = new HashMap<>();
        form.put("id", UUID.randomUUID().toString());
        form.put("person", person.toString());
        form.put("qualification", "first_aid");
        form.put("validFrom", "2026-01-31");
        form.put("issuer", "الهلال الأحمر");
        return form;
    }

    @Test
    void validity_ends_the_day_before_and_minds_short_months() {
        Qualification month = new Qualification("x", new LocalizedText("س", "X"), 1);
        assertThat(Awards.end(month, LocalDate.of(2026, 1, 31))).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(Awards.end(month, LocalDate.of(2026, 2, 1))).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(Awards.end(new Qualification("x", new LocalizedText("س", "X"), null), LocalDate.EPOCH))
                .isNull();
    }

    @Test
    void the_state_of_an_award_is_read_off_the_day() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        assertThat(award(day, null).stateOn(day)).isEqualTo("valid");
        assertThat(award(day.plusDays(1), null).stateOn(day)).isEqualTo("not-yet");
        assertThat(award(day.minusYears(1), day).stateOn(day)).isEqualTo("ending");
        assertThat(award(day.minusYears(1), day.minusDays(1)).stateOn(day)).isEqualTo("expired");
        assertThat(award(day.minusYears(1), day.plusDays(60)).stateOn(day)).isEqualTo("valid");
    }

    private static Award award(LocalDate from, LocalDate to) {
        LocalizedText name = new LocalizedText("س", "X");
        return new Award(
                UUID.randomUUID(),
                new PersonId(new UUID(1, 1)),
                name,
                1L,
                "x",
                name,
                from,
                to,
                "",
                name,
                "",
                Instant.EPOCH,
                null,
                "",
                null);
    }

    @Test
    void an_officer_finds_a_member_by_number_records_and_revokes_and_the_member_is_told() {
        Given.Actor owner = given.actor(Role.MEMBER);
        long number = member(owner.person());
        Visitor v = visitor(given.actor(Role.TRAINING_OFFICER)).open("/training/awards/new?q=" + number);
        v.submit(
                "form[data-operation=recordAward]",
                Map.of("qualification", "first_aid", "validFrom", "2026-03-01", "issuer", "Red Crescent"));
        assertThat(v.path()).isEqualTo("/training/awards");
        v.open("/training/awards?q=" + number);
        assertThat(v.text()).contains("الإسعافات الأولية");
        Visitor member = visitor(owner);
        assertThat(member.open("/training/mine").text()).contains("الإسعافات الأولية");
        assertThat(member.open("/inbox").text()).contains("سُجل لك مؤهل جديد: الإسعافات الأولية");
        v.open(v.page().selectFirst("td a[href^=/training/awards/]").attr("href"));
        v.submit("form[data-operation=revokeAward]", Map.of("reason", ""));
        assertThat(v.page().selectFirst("#reason-fault")).isNotNull();
        v.submit("form[data-operation=revokeAward]", Map.of("reason", "شهادة غير صحيحة"));
        assertThat(v.text()).contains("شهادة غير صحيحة").contains("ملغى");
        assertThat(sql.sql("select count(*) from training.standing where person_id = :p")
                        .param("p", owner.person().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(member.in("en").open("/inbox?lang=en").text()).contains("Your qualification was revoked: First aid");
    }

    @Test
    void the_same_id_twice_is_recorded_once_and_the_length_comes_from_the_kind() {
        PersonId person = given.person();
        member(person);
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        Map<String, String> form = form(person);
        ApiClient.Answer first = api.post("/api/v1/awards", form);
        assertThat(first.body().path("validTo").asString()).isEqualTo("2028-01-30");
        assertThat(api.post("/api/v1/awards", form).body().path("id").asString())
                .isEqualTo(form.get("id"));
        assertThat(sql.sql("select count(*) from training.award where person_id = :p")
                        .param("p", person.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        String revoke = "/api/v1/awards/" + form.get("id") + "/revoke";
        assertThat(api.post(revoke, Map.of("reason", "x")).status()).isEqualTo(200);
        assertThat(api.post(revoke, Map.of("reason", "x")).status()).isEqualTo(409);
    }

    @Test
    void bad_input_is_named_and_nobody_records_their_own() {
        Given.Actor officer = given.actor(Role.TRAINING_OFFICER);
        member(officer.person());
        ApiClient api = api(officer);
        assertThat(api.post("/api/v1/awards", form(officer.person())).status()).isEqualTo(409);
        PersonId person = given.person();
        Map<String, String> form = form(person);
        assertThat(api.post("/api/v1/awards", form).body().path("faults").has("person"))
                .as("not a member")
                .isTrue();
        member(person);
        form.put("validFrom", "soon");
        assertThat(api.post("/api/v1/awards", form).body().path("faults").has("validFrom"))
                .isTrue();
        form.put("validFrom", "2026-01-01");
        form.put("validTo", "2025-01-01");
        assertThat(api.post("/api/v1/awards", form).body().path("faults").has("validTo"))
                .isTrue();
        form.put("validTo", "");
        form.put("qualification", "flying");
        assertThat(api.post("/api/v1/awards", form).body().path("faults").has("qualification"))
                .isTrue();
        form.put("id", "not-an-id");
        form.put("qualification", "first_aid");
        assertThat(api.post("/api/v1/awards", form).status()).isEqualTo(404);
        assertThat(api.post("/api/v1/awards", Map.of()).status()).isEqualTo(422);
        assertThat(api.get("/api/v1/awards?state=nonsense&after=nonsense&q=%25").status())
                .isEqualTo(200);
    }

    @Test
    void filters_find_what_ends_soon() {
        PersonId person = given.person();
        long number = member(person);
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        Map<String, String> form = form(person);
        form.put("validTo", LocalDate.now(ZoneOffset.ofHours(4)).plusDays(10).toString());
        api.post("/api/v1/awards", form);
        assertThat(api.get("/api/v1/awards?state=ending&q=" + number)
                        .body()
                        .path("awards")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/awards?state=expired&q=K-" + number)
                        .body()
                        .path("awards")
                        .size())
                .isZero();
    }

    @Test
    void an_id_used_for_somebody_or_something_else_is_refused() {
        PersonId first = given.person();
        PersonId second = given.person();
        member(first);
        member(second);
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        Map<String, String> form = form(first);
        assertThat(api.post("/api/v1/awards", form).status()).isEqualTo(200);
        Map<String, String> other = form(second);
        other.put("id", form.get("id"));
        assertThat(api.post("/api/v1/awards", other).status()).isEqualTo(409);
        form.put("qualification", "event_security");
        assertThat(api.post("/api/v1/awards", form).status()).isEqualTo(409);
    }

    @Test
    void pages_follow_each_other_without_gaps_or_doubles_while_others_record() {
        String kind = "kind_" + Given.serial();
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        api.post("/api/v1/qualifications", Map.of("code", kind, "nameAr", "س", "nameEn", "X"));
        PersonId person = given.person();
        member(person);
        for (int i = 0; i < Awards.PAGE + 20; i++) {
            insert(person, kind, i);
        }
        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            ApiClient.Answer page = api.get("/api/v1/awards?qualification=" + kind + "&after=" + next);
            page.body()
                    .path("awards")
                    .forEach(a -> assertThat(seen.add(a.path("id").asString())).isTrue());
            next = page.body().path("next").asString("");
            insert(person, kind, -seen.size());
        } while (!next.isEmpty());
        assertThat(seen).hasSize(Awards.PAGE + 20);
    }

    /** @param minutes ago it was recorded; below 0 it comes after the first page was read */
    private void insert(PersonId person, String kind, int minutes) {
        sql.sql("""
                insert into training.award (id, person_id, qualification, valid_from, recorded_at)
                values (?, ?, ?, current_date, now() - ? * interval '1 minute')""").params(UUID.randomUUID(), person.value(), kind, minutes).update();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 1, 2026-02-27",
        "2024-02-29, 12, 2025-02-27",
        "2026-03-01, 24, 2028-02-29",
        "2026-12-15, 1, 2027-01-14"
    })
    void a_length_in_months_ends_the_day_before_its_day_comes_round(LocalDate from, int months, LocalDate last) {
        Qualification kind = new Qualification("x", new LocalizedText("س", "X"), months);
        assertThat(Awards.end(kind, from)).isEqualTo(last);
    }

    @Test
    void an_officer_who_holds_the_role_for_one_unit_only_finds_nothing_for_members_belong_to_none() {
        Given.Actor bound = given.actor(Role.TRAINING_OFFICER, given.unit());
        assertThat(api(bound).get("/api/v1/awards").status()).isEqualTo(404);
        PersonId person = given.person();
        member(person);
        assertThat(api(bound).post("/api/v1/awards", form(person)).status()).isEqualTo(404);
    }

    @Test
    void revoking_without_a_reason_of_nothing_and_of_nonsense_is_refused_in_words() {
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        assertThat(api.post("/api/v1/awards/" + UUID.randomUUID() + "/revoke", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/awards/none/revoke", Map.of("reason", "x")).status())
                .isEqualTo(404);
        PersonId person = given.person();
        member(person);
        Map<String, String> form = form(person);
        api.post("/api/v1/awards", form);
        String revoke = "/api/v1/awards/" + form.get("id") + "/revoke";
        assertThat(api.post(revoke, Map.of("reason", " ")).status()).isEqualTo(422);
        assertThat(api.post(revoke, "[").status()).isEqualTo(400);
    }

    @Test
    void a_kind_is_added_once() {
        Visitor v = visitor(given.actor(Role.TRAINING_OFFICER)).open("/training/qualifications");
        String code = "boat_" + Given.serial();
        Map<String, String> form =
                Map.of("code", code, "nameAr", "قيادة القوارب", "nameEn", "Boat handling", "validityMonths", "١٢");
        v.submit("form[data-operation=addQualification]", form);
        assertThat(v.text()).contains(code);
        v.submit("form[data-operation=addQualification]", form);
        assertThat(v.page().selectFirst("#code-fault")).isNotNull();
    }

    @Test
    void strangers_sign_in_first_and_others_find_nothing() {
        assertThat(stranger().open("/training/awards").path()).startsWith("/sign-in");
        assertThat(stranger().open("/training/mine").path()).startsWith("/sign-in");
        Given.Actor other = given.actor(Role.UNIT_COORDINATOR);
        Visitor v = visitor(other);
        for (String path : new String[] {
            "/training/awards",
            "/training/awards/new",
            "/training/qualifications",
            "/training/awards/" + UUID.randomUUID()
        }) {
            assertThat(v.open(path).status()).as(path).isEqualTo(404);
        }
        ApiClient api = api(other);
        assertThat(api.get("/api/v1/awards").status()).isEqualTo(404);
        assertThat(api.post("/api/v1/awards", Map.of()).status()).isEqualTo(404);
        assertThat(api.post("/api/v1/awards/" + UUID.randomUUID() + "/revoke", Map.of("reason", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/v1/qualifications", Map.of()).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/awards/mine").body().size()).isZero();
        assertThat(new ApiClient(port).get("/api/v1/awards/mine").status()).isEqualTo(401);
    }

    @Test
    void every_page_speaks_both_languages() {
        Visitor v = visitor(given.actor(Role.TRAINING_OFFICER));
        for (String path :
                new String[] {"/training/awards", "/training/awards/new", "/training/qualifications", "/training/mine"
                }) {
            assertThat(v.open(path + "?lang=ar").text()).as(path).doesNotContain("⟦");
            assertThat(v.status()).isEqualTo(200);
            assertThat(v.open(path + "?lang=en").text()).as(path).doesNotContain("⟦");
        }
    }
}
