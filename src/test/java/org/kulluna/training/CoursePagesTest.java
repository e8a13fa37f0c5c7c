package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class CoursePagesTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    private static Visitor said(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦").doesNotContain("{count").doesNotContain("{titleAr");
        assertThat(v.page().select("h1.page-title")).hasSize(1);
        return v;
    }

    private static Map<String, String> form(String unit) {
        Map<String, String> f = new LinkedHashMap<>();
        f.put("code", "first_steps_" + Given.serial());
        f.put("unit", unit);
        f.put("level", "foundational");
        f.put("titleAr", "أولى الخطوات");
        f.put("titleEn", "First steps");
        f.put("attendancePercent", "٨٠");
        f.put("assessedBy", "none");
        return f;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void from_the_catalogue_to_a_settled_course_by_pages_alone(String language) {
        String unit = given.unit();
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER)).in(language);
        said(office.open("/training/manage?lang=" + language));
        said(office.open("/training/manage/new"));
        Map<String, String> form = form(unit);
        said(office.submit("form[data-operation=createCourse]", form));
        String code = form.get("code");
        said(office.submit("form[data-operation=moveCourse]", Map.of()));
        said(office.open("/training/desk/new?course=" + code));
        said(office.submit(
                "form[data-operation=createOffering]", Map.of("unit", unit, "minimum", "1", "maximum", "1")));
        String desk = office.path();
        String starts = OfferingForm.local(training.soon());
        String ends = OfferingForm.local(training.soon().plusSeconds(7200));
        said(office.open(desk + "/sessions/new"));
        said(office.submit("form[data-operation=putSession]", Map.of("startsAt", starts, "endsAt", ends)));
        said(office.submit("form[data-operation=announceOffering]", Map.of()));
        String offering = desk.replace("/desk/", "/offerings/");

        Given.Actor one = members.member();
        Visitor phone = visitor(one).in(language);
        said(phone.open("/training/courses?lang=" + language));
        said(phone.open("/training/courses/" + code));
        said(phone.open(offering));
        said(phone.submit("form[data-operation=enrol]", Map.of()));
        assertThat(phone.page().select(".notice--good")).isNotEmpty();
        said(phone.open("/training/mine"));
        Given.Actor two = members.member();
        Visitor second = visitor(two).in(language);
        second.open(offering);
        said(second.submit("form[data-operation=enrol]", Map.of()));
        assertThat(second.page().select(".notice--info")).isNotEmpty();
        phone.open(offering);
        said(phone.submit("form[data-operation=cancelEnrolment]", Map.of()));
        said(second.open(offering));
        assertThat(second.page().select(".notice--good")).isNotEmpty();
        said(second.open("/inbox"));

        String session = sql.sql("select id::text from training.session where offering_id = ?::uuid")
                .param(desk.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
        clock.setTo(training.soon().plusSeconds(60));
        office = visitor(given.actor(Role.TRAINING_OFFICER)).in(language);
        said(office.open("/training/teach/" + session + "?lang=" + language));
        String shown = office.page().select("[data-code] bdi").text();
        said(office.open("/training/teach/" + session + "/screen"));
        assertThat(office.page().select("[data-code] bdi").text()).isEqualTo(shown);
        assertThat(office.page().text()).doesNotContain(two.username());
        second = visitor(two).in(language);
        said(second.open("/training/sessions/" + session + "/here?lang=" + language));
        second.submit("form[data-operation=sayHere]", Map.of("code", "222222"));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("[role=alert]")).isNotEmpty();
        said(second.submit("form[data-operation=sayHere]", Map.of("code", shown)));
        clock.setTo(training.soon().plusSeconds(7300));
        office = visitor(given.actor(Role.TRAINING_OFFICER)).in(language);
        said(office.open(desk + "?lang=" + language));
        said(office.submit("form[data-operation=closeOffering]", Map.of()));
        said(office.open("/training/desk?q=steps"));
        said(office.open("/training/rooms"));
        assertThat(sql.sql("select state || ' ' || passed from training.result where person_id = ?")
                        .param(two.person().value())
                        .query(String.class)
                        .single())
                .isEqualTo("attended true");
    }

    @Test
    void faults_stand_beside_their_fields_and_keep_what_was_typed() {
        Visitor office = visitor(given.actor(Role.TRAINING_OFFICER)).in("en");
        office.open("/training/manage/new?lang=en");
        Map<String, String> form = form(given.unit());
        form.put("attendancePercent", "0");
        form.put("assessedBy", "quiz");
        form.put("titleEn", "");
        office.submit("form[data-operation=createCourse]", form);
        assertThat(office.page().select("#titleEn-fault")).isNotEmpty();
        form.put("titleEn", "Kept");
        office.submit("form[data-operation=createCourse]", form);
        assertThat(office.page().select("#attendancePercent-fault, #passMark-fault"))
                .hasSize(2);
        assertThat(office.page().select("#titleEn").val()).isEqualTo("Kept");
    }

    @Test
    void the_stranger_the_wrong_role_and_the_other_unit_find_nothing() {
        Course course = training.published(TrainingGiven.plain(given.unit()));
        Offering o = training.open(course, 5, 1);
        String session = o.sessions().getFirst().id().toString();
        List<String> desk = List.of(
                "/training/manage",
                "/training/manage/" + course.code(),
                "/training/manage/" + course.code() + "/edit",
                "/training/desk",
                "/training/desk/" + o.id(),
                "/training/desk/" + o.id() + "/edit",
                "/training/desk/new?course=" + course.code(),
                "/training/rooms",
                "/training/teach",
                "/training/teach/" + session);
        Visitor member = visitor(members.member());
        desk.forEach(path -> assertThat(member.open(path).status()).as(path).isEqualTo(404));
        assertThat(member.open("/training/sessions/" + session + "/here").status())
                .isEqualTo(404);
        Visitor stranger = stranger();
        desk.forEach(path -> assertThat(stranger.open(path).page().select("form[action=/sign-in]"))
                .as(path)
                .isNotEmpty());
        Given.Actor elsewhere = given.actor(Role.TRAINING_OFFICER, given.unit());
        Visitor other = visitor(elsewhere);
        for (String path : List.of(desk.get(5), desk.get(4), desk.get(9))) {
            assertThat(other.open(path).status()).as(path).isEqualTo(404);
        }
        ApiClient api = api(elsewhere);
        String at = "/api/v1/training/desk/offerings/" + o.id();
        for (String verb : List.of("announce", "cancel", "close", "decide", "cohort")) {
            assertThat(api.post(at + "/" + verb, Map.of("version", "0", "reason", "x", "numbers", "1"))
                            .status())
                    .as(verb)
                    .isEqualTo(404);
            assertThat(api(members.member()).post(at + "/" + verb, Map.of()).status())
                    .isEqualTo(404);
            assertThat(new ApiClient(port).post(at + "/" + verb, Map.of()).status())
                    .isEqualTo(401);
        }
        assertThat(api.put(at, Map.of("unit", course.unit(), "maximum", "5")).status())
                .isEqualTo(404);
        assertThat(api.put("/api/v1/training/desk/courses/" + course.code(), form(course.unit()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void programs_enrol_and_hear_the_same_words_as_people() {
        Course course = training.published(TrainingGiven.plain(given.unit()));
        Offering o = training.open(course, 1, 1);
        ApiClient one = api(members.member());
        UUID id = UUID.randomUUID();
        ApiClient.Answer first = one.post("/api/v1/training/offerings/" + o.id() + "/enrol", Map.of("id", id));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("state").asString()).isEqualTo("booked");
        assertThat(one.post("/api/v1/training/offerings/" + o.id() + "/enrol", Map.of("id", id))
                        .body())
                .isEqualTo(first.body());
        ApiClient two = api(members.member());
        assertThat(two.post("/api/v1/training/offerings/" + o.id() + "/enrol", Map.of())
                        .body()
                        .path("place")
                        .asInt())
                .isEqualTo(1);
        assertThat(two.get("/api/v1/training/offerings?course=" + course.code())
                        .body()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("full");
        assertThat(one.post("/api/v1/training/offerings/" + o.id() + "/cancel", Map.of())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("cancelled");
        assertThat(two.get("/api/v1/training/mine")
                        .body()
                        .get(0)
                        .path("mine")
                        .path("state")
                        .asString())
                .isEqualTo("booked");
        ApiClient.Answer wrong =
                two.post("/api/v1/training/sessions/" + o.sessions().getFirst().id() + "/here", Map.of("code", "x"));
        assertThat(wrong.status()).isEqualTo(409);
        assertThat(wrong.body().path("title").asString()).contains("room's code");
    }

    @Test
    void what_nobody_can_choose_is_a_fault_beside_its_field_and_never_an_error() {
        Course course = training.published(TrainingGiven.plain(given.unit()));
        ApiClient api = api(given.actor(Role.TRAINING_OFFICER));
        String offerings = "/api/v1/training/desk/offerings";
        ApiClient.Answer unit =
                api.post(offerings + "?course=" + course.code(), Map.of("unit", "no-unit", "maximum", "5"));
        assertThat(unit.status()).isEqualTo(422);
        assertThat(unit.body().path("faults").has("unit")).isTrue();
        ApiClient.Answer place = api.post(
                offerings + "?course=" + course.code(),
                Map.of("unit", course.unit(), "place", "no-place", "maximum", "5"));
        assertThat(place.body().path("faults").has("place")).isTrue();
        Offering o = training.draft(course, 5, false);
        String starts = OfferingForm.local(training.soon());
        String ends = OfferingForm.local(training.soon().plusSeconds(7200));
        for (String field : List.of("part", "room")) {
            ApiClient.Answer answer = api.put(
                    offerings + "/" + o.id() + "/sessions",
                    Map.of(field, UUID.randomUUID(), "startsAt", starts, "endsAt", ends));
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.body().path("faults").has(field)).as(field).isTrue();
        }
        ApiClient.Answer room = api.post(
                "/api/v1/training/desk/rooms",
                Map.of("nameAr", "قاعة", "nameEn", "Room", "unit", "no-unit", "place", given.place(), "capacity", "9"));
        assertThat(room.status()).isEqualTo(422);
        ApiClient.Answer answer = api.post(
                offerings + "/" + o.id() + "/decide", Map.of("enrolment", UUID.randomUUID(), "answer", "perhaps"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").has("answer")).isTrue();
    }
}
