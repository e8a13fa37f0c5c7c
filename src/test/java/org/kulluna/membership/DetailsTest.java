package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Who somebody is can be put right, by the desk and in part by themselves, and what was counted stays. */
class DetailsTest extends HouseTest {
    @Autowired
    private People people;

    @Autowired
    private Desks desks;

    private Map<String, Object> right(String place) {
        Map<String, Object> form = new HashMap<>();
        form.put("nameAr", "ليلى المنصوري");
        form.put("nameEn", "Layla Almansoori");
        form.put("nationality", "AE");
        form.put("bornOn", "1991-02-03");
        form.put("gender", "female");
        form.put("languages", List.of("ar", "fr"));
        form.put("skills", List.of("first_aid"));
        form.put("homePlace", place);
        return form;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_desk_corrects_a_name_and_the_search_finds_the_new_one(String language) {
        Given.Actor member = given.actor(Role.MEMBER);
        desks.member(member.person());
        String place = given.place();
        Visitor v = visitor(given.actor(Role.MEMBERSHIP_OFFICER)).in(language);
        v.open("/membership/members/" + member.person() + "?lang=" + language);
        v.open(v.page().selectFirst("a[href$=/details]").attr("href"));
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦");
        assertThat(v.page().selectFirst("#nameEn").val()).isEqualTo("Sara Khan");
        v.submit("form[data-operation=correctDetails]", Map.of("nameAr", "Not Arabic", "homePlace", place));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().selectFirst("#nameAr-fault")).isNotNull();
        assertThat(v.page().selectFirst("#nameAr").val()).as("kept as typed").isEqualTo("Not Arabic");
        String word = "صححون" + AcceptTest.arabic(Given.serial());
        v.submit("form[data-operation=correctDetails]", Map.of("nameAr", word));
        assertThat(v.path()).isEqualTo("/membership/members/" + member.person());
        assertThat(v.text()).doesNotContain("⟦");
        Person now = people.get(member.person());
        assertThat(now.name().ar()).isEqualTo(word);
        assertThat(now.homePlace()).isEqualTo(place);
        assertThat(v.open("/membership/members?q=" + AcceptTest.encode(word))
                        .page()
                        .select("tbody tr"))
                .hasSize(1);
    }

    @Test
    void every_field_is_corrected_at_once_and_the_trail_names_the_fields_and_no_value() {
        PersonId person = given.person();
        String place = given.place();
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        Map<String, Object> form = right(place);
        assertThat(api.put("/api/v1/people/" + person + "/details", form).status())
                .isEqualTo(200);
        Person now = people.get(person);
        assertThat(now.name().en()).isEqualTo("Layla Almansoori");
        assertThat(now.nationality()).isEqualTo("AE");
        assertThat(now.bornOn()).isEqualTo(LocalDate.of(1991, 2, 3));
        assertThat(now.languages()).containsExactly("ar", "fr");
        assertThat(now.skills()).containsExactly("first_aid");
        assertThat(now.email()).as("how they are reached is theirs").isNull();
        assertThat(trail(person))
                .hasSize(1)
                .first()
                .asString()
                .contains("name_ar", "born_on")
                .doesNotContain("Layla");
        assertThat(api.put("/api/v1/people/" + person + "/details", form).status())
                .isEqualTo(200);
        assertThat(trail(person)).as("said twice, nothing changes").hasSize(1);
        assertThat(people.get(person).version()).isEqualTo(now.version());
    }

    @Test
    void the_dimensions_of_an_acceptance_stay_as_they_were() {
        PersonId person = given.person("KE", LocalDate.of(1990, 5, 24), "سارة", "Sara");
        desks.member(person);
        api(given.actor(Role.MEMBERSHIP_OFFICER)).put("/api/v1/people/" + person + "/details", right(given.place()));
        assertThat(people.get(person).nationality()).isEqualTo("AE");
        assertThat(sql.sql("select accepted_nationality from membership.member where person_id = ?")
                        .param(person.value())
                        .query(String.class)
                        .single())
                .isEqualTo("KE");
    }

    @Test
    void each_fault_stands_beside_its_field() {
        PersonId person = given.person();
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        Map<String, Object> wrong = Map.of(
                "nameAr", "Layla",
                "nameEn", "ليلى",
                "nationality", "XX",
                "bornOn", "2999-01-01",
                "gender", "other",
                "skills", List.of("magic"),
                "homePlace", "nowhere");
        wrong.forEach((field, value) -> {
            Map<String, Object> form = right(given.place());
            form.put(field, value);
            var answer = api.put("/api/v1/people/" + person + "/details", form);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.body().path("faults").propertyNames()).as(field).containsExactly(field);
        });
        Map<String, Object> form = right(given.place());
        form.put("languages", new ArrayList<>());
        assertThat(api.put("/api/v1/people/" + person + "/details", form)
                        .body()
                        .path("faults")
                        .has("languages"))
                .isTrue();
    }

    @Test
    void an_older_version_is_refused_and_so_are_oneself_and_who_is_gone() {
        PersonId person = given.person();
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        ApiClient api = api(officer);
        Map<String, Object> form = right(given.place());
        form.put("version", "7");
        assertThat(AcceptTest.type(api.put("/api/v1/people/" + person + "/details", form)))
                .endsWith("changed-meanwhile");
        form.remove("version");
        assertThat(AcceptTest.type(api.put("/api/v1/people/" + officer.person() + "/details", form)))
                .endsWith("not-about-yourself");
        api(given.actor(Role.ADMINISTRATOR)).post("/api/v1/people/" + person + "/erasure", Map.of("confirmed", "yes"));
        assertThat(api.put("/api/v1/people/" + person + "/details", form).status())
                .isEqualTo(404);
        assertThat(api.put("/api/v1/people/nonsense/details", form).status()).isEqualTo(404);
    }

    @Test
    void people_change_their_own_neighbourhood_languages_and_skills_and_nothing_else() {
        Given.Actor member = given.actor(Role.MEMBER);
        String place = given.place();
        Visitor v = visitor(member).open("/people/me");
        v.open(v.page().selectFirst("a[href=/membership/details]").attr("href"));
        assertThat(v.text()).doesNotContain("⟦");
        v.submit("form[data-operation=declareDetails]", Map.of("languages", "ar\nxx", "homePlace", place));
        assertThat(v.page().selectFirst("#languages-fault")).isNotNull();
        v.submit(
                "form[data-operation=declareDetails]",
                Map.of("languages", "ar\nsw", "skills", "driving", "homePlace", place));
        assertThat(v.path()).isEqualTo("/people/me");
        Person now = people.get(member.person());
        assertThat(now.languages()).containsExactly("ar", "sw");
        assertThat(now.skills()).containsExactly("driving");
        assertThat(now.homePlace()).isEqualTo(place);
        ApiClient api = api(member);
        Map<String, Object> form = right(place);
        assertThat(api.put("/api/v1/people/me/details", form).status()).isEqualTo(200);
        assertThat(people.get(member.person()).name().en())
                .as("not theirs to change")
                .isEqualTo("Sara Khan");
        assertThat(people.get(member.person()).nationality()).isEqualTo("IN");
        assertThat(api.get("/api/v1/people/me/details").body().path("languages").size())
                .isEqualTo(2);
        assertThat(new ApiClient(port).get("/api/v1/people/me/details").status())
                .isEqualTo(401);
    }

    @Test
    void who_lives_in_a_retired_place_may_stay_there_and_nobody_moves_in() {
        Given.Actor member = given.actor(Role.MEMBER);
        String place = given.place();
        ApiClient api = api(member);
        Map<String, Object> form = right(place);
        assertThat(api.put("/api/v1/people/me/details", form).status()).isEqualTo(200);
        var admin = api(given.actor(Role.ADMINISTRATOR));
        assertThat(admin.post("/api/v1/places/" + place + "/retire", Map.of("version", "0"))
                        .status())
                .isEqualTo(200);
        form.put("skills", List.of("it"));
        assertThat(api.put("/api/v1/people/me/details", form).status()).isEqualTo(200);
        assertThat(api(given.actor(Role.MEMBER))
                        .put("/api/v1/people/me/details", right(place))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void who_saw_a_visa_answers_for_it_and_one_that_begins_later_is_not_recorded_yet() {
        PersonId person = given.person();
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        ApiClient api = api(officer);
        String path = "/api/v1/people/" + person + "/visas";
        String tomorrow = LocalDate.ofInstant(clock.instant(), org.kulluna.shared.Time.PROGRAMME_ZONE)
                .plusDays(1)
                .toString();
        var early = api.post(path, Map.of("validFrom", tomorrow, "validTo", "2099-01-01"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().path("faults").has("validFrom")).isTrue();
        assertThat(api.post(path, Map.of("validFrom", "2024-01-01", "validTo", "2099-01-01", "evidence", "card 12"))
                        .status())
                .isEqualTo(204);
        assertThat(sql.sql("select verified_by::text || ' ' || evidence from people.residence_visa where person_id = ?")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly(officer.person() + " card 12");
    }

    private List<String> trail(PersonId person) {
        return sql.sql("""
                select fields from audit.entry
                 where action = 'people.update' and subject_id = ?""").param(person.toString()).query(String.class).list();
    }
}
