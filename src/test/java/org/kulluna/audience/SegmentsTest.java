package org.kulluna.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class SegmentsTest extends HouseTest {
    private static final String PATH = "/api/v1/segments";

    @Autowired
    private VolunteeringGiven volunteering;

    private Given.Actor officer() {
        return given.actor(Role.COMMUNICATIONS_OFFICER);
    }

    private static Map<String, Object> segment(String name, String unit, Map<String, Object> filter) {
        Map<String, Object> body = new HashMap<>();
        body.put("id", Ids.next().toString());
        body.put("nameAr", name);
        body.put("nameEn", name);
        body.put("unit", unit);
        body.put("filter", filter);
        body.put("version", "0");
        return body;
    }

    private String member(String place) {
        var person = volunteering.memberPerson();
        sql.sql("update people.person set home_place = ? where id = ?")
                .params(place, person.value())
                .update();
        return person.toString();
    }

    @Test
    void a_count_tells_how_many_and_how_they_part_and_never_who() {
        String place = given.place("al_ain");
        member(place);
        member(place);
        ApiClient.Answer answer = api(officer()).post("/api/v1/audience/count", Map.of("places", List.of(place)));
        assertThat(answer.body().path("total").asInt()).isEqualTo(2);
        assertThat(answer.body().path("regions").get(0).path("code").asString()).isEqualTo("al_ain");
        assertThat(answer.body().path("ageGroups").get(0).path("count").asInt()).isEqualTo(2);
        assertThat(answer.body().toString()).doesNotContain("Sara").doesNotContain("personId");
    }

    @Test
    void an_unknown_code_is_a_fault_beside_its_field_and_days_stay_within_what_makes_sense() {
        ApiClient api = api(officer());
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 301; i++) {
            many.add("p" + i);
        }
        for (var wrong : Map.<String, Object>of(
                        "regions", List.of("mars"),
                        "places", many,
                        "languages", List.of("xx"),
                        "nationalities", List.of("XX"),
                        "ageGroups", List.of("18"),
                        "units", List.of("no-such-unit"),
                        "qualifications", List.of("flying"),
                        "idleDays", "0",
                        "activeDays", "many")
                .entrySet()) {
            ApiClient.Answer answer = api.post("/api/v1/audience/count", Map.of(wrong.getKey(), wrong.getValue()));
            assertThat(answer.status()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.body().toString()).contains(wrong.getKey());
        }
        assertThat(api.post("/api/v1/audience/count", Map.of("idleDays", "90", "activeDays", "60"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/audience/count", Map.of("idleDays", "30", "activeDays", "60"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_segment_is_made_once_and_a_stale_change_is_refused() {
        ApiClient api = api(officer());
        Map<String, Object> body = segment("N" + Given.serial(), "", Map.of("languages", List.of("ur")));
        assertThat(api.post(PATH, body).status()).isEqualTo(201);
        assertThat(api.post(PATH, body).status()).isEqualTo(201);
        String one = PATH + "/" + body.get("id");
        body.put("filter", Map.of("languages", List.of("en")));
        assertThat(api.put(one, body).body().path("version").asInt()).isEqualTo(1);
        body.put("nameEn", "Other");
        assertThat(api.put(one, body).status()).isEqualTo(409);
        body.put("version", "1");
        assertThat(api.put(one, body)
                        .body()
                        .path("filter")
                        .path("languages")
                        .get(0)
                        .asString())
                .isEqualTo("en");
        assertThat(sql.sql("select count(*) from audit.entry where subject_id = ? and action like 'audience.%'")
                        .param(body.get("id"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_retired_one_leaves_the_list_keeps_still_and_comes_back() {
        ApiClient api = api(officer());
        String name = "R" + Given.serial();
        Map<String, Object> body = segment(name, "", Map.of());
        api.post(PATH, body);
        String one = PATH + "/" + body.get("id");
        assertThat(api.post(one + "/retire", Map.of()).status()).isEqualTo(204);
        assertThat(api.post(one + "/retire", Map.of()).status()).isEqualTo(204);
        assertThat(api.get(PATH + "?q=" + name).body().path("segments").size()).isZero();
        assertThat(api.get(PATH + "?state=retired&q=" + name)
                        .body()
                        .path("segments")
                        .size())
                .isEqualTo(1);
        body.put("nameAr", "X");
        body.put("version", "1");
        assertThat(api.put(one, body).status()).isEqualTo(409);
        assertThat(api.post(one + "/restore", Map.of()).status()).isEqualTo(204);
        assertThat(api.get(PATH + "?q=" + name).body().path("segments").size()).isEqualTo(1);
    }

    @Test
    void an_officer_of_a_unit_changes_the_units_reads_the_shared_and_sees_no_others() {
        String unit = given.unit();
        String other = given.unit();
        ApiClient all = api(officer());
        ApiClient bound = api(given.actor(Role.COMMUNICATIONS_OFFICER, unit));
        String mark = "U" + Given.serial();
        Map<String, Object> shared = segment(mark + "a", "", Map.of());
        Map<String, Object> theirs = segment(mark + "b", other, Map.of());
        Map<String, Object> mine = segment(mark + "c", unit, Map.of());
        all.post(PATH, shared);
        all.post(PATH, theirs);
        assertThat(bound.post(PATH, mine).status()).isEqualTo(201);
        assertThat(bound.get(PATH + "?q=" + mark).body().path("segments").size())
                .isEqualTo(2);
        assertThat(bound.get(PATH + "/" + shared.get("id")).status()).isEqualTo(200);
        assertThat(bound.get(PATH + "/" + theirs.get("id")).status()).isEqualTo(404);
        for (Map<String, Object> no : List.of(shared, theirs)) {
            assertThat(bound.put(PATH + "/" + no.get("id"), no).status()).isEqualTo(404);
            assertThat(bound.post(PATH + "/" + no.get("id") + "/retire", Map.of())
                            .status())
                    .isEqualTo(404);
        }
        assertThat(bound.post(PATH, segment("x", "", Map.of())).status()).isEqualTo(422);
        assertThat(bound.post(PATH, segment("x", other, Map.of())).status()).isEqualTo(422);
        assertThat(bound.post("/api/v1/audience/count", Map.of("units", List.of(other)))
                        .status())
                .isEqualTo(422);
        assertThat(bound.post("/api/v1/audience/count", Map.of())
                        .body()
                        .path("total")
                        .asInt())
                .as("nobody served with a unit just made")
                .isZero();
    }

    @Test
    void a_search_forgives_spellings_and_pages_follow_without_gap() {
        ApiClient api = api(officer());
        String mark = "ق" + Given.serial();
        for (int i = 0; i < 27; i++) {
            api.post(PATH, segment("أصدقاء الحديقة " + mark + " " + i, "", Map.of()));
        }
        String query = PATH + "?q="
                + java.net.URLEncoder.encode("اصدقاء الحديقه " + mark, java.nio.charset.StandardCharsets.UTF_8);
        ApiClient.Answer first = api.get(query);
        assertThat(first.body().path("segments").size()).isEqualTo(25);
        assertThat(api.get(query + "&after=" + first.body().path("next").asString())
                        .body()
                        .path("segments")
                        .size())
                .isEqualTo(2);
        assertThat(api.get(PATH + "?after=nonsense").status()).isEqualTo(200);
    }

    @Test
    void the_form_counts_saves_duplicates_retires_and_undoes_without_a_script() {
        Visitor v = visitor(officer()).open("/audience/segments/new");
        String name = "P" + Given.serial();
        String add = "form[data-operation=addSegment]";
        assertThat(v.text()).doesNotContain("⟦");
        v.submit(add, Map.of("nameAr", name, "nameEn", name, "filter.idleDays", "0"));
        assertThat(v.page().select("[id=filter.idleDays-fault]")).isNotEmpty();
        assertThat(v.page().selectFirst("#nameAr").val()).isEqualTo(name);
        v.submit(add, Map.of("filter.idleDays", "60", "filter.regions", "al_ain"));
        assertThat(v.path()).startsWith("/audience/segments/");
        assertThat(v.text()).contains("60").contains("العين").doesNotContain("⟦");
        assertThat(v.page().select("table.bars").size()).isIn(0, 3);
        String page = v.path();
        v.open("/audience/segments/new?from=" + page.substring(page.lastIndexOf('/') + 1));
        assertThat(v.page().selectFirst("[id=filter.idleDays]").val()).isEqualTo("60");
        v.open(page).submit("form[data-operation=retireSegment]", Map.of());
        assertThat(v.page().select("form[data-operation=retireSegment]")).isEmpty();
        v.submit("form[data-operation=restoreSegment]", Map.of());
        assertThat(v.page().select("form[data-operation=retireSegment]")).isNotEmpty();
        assertThat(v.open("/audience/segments?lang=en&q=" + name).text())
                .contains(name)
                .doesNotContain("⟦");
    }

    @Test
    void strangers_sign_in_first_and_other_roles_find_nothing() {
        assertThat(stranger().open("/audience/segments").path()).startsWith("/sign-in");
        assertThat(new ApiClient(port).post("/api/v1/audience/count", Map.of()).status())
                .isEqualTo(401);
        assertThat(api(given.actor(Role.ANALYST))
                        .post("/api/v1/audience/count", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(api(given.actor(Role.ANALYST)).get(PATH).status()).isEqualTo(404);
    }
}
