package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.demanding;
import static org.kulluna.volunteering.VolunteeringGiven.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class ShiftPagesTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void a_member_finds_a_shift_takes_a_seat_sees_it_and_gives_it_back(String language) {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(demanding(plan(3), List.of(), 18, true, true));
        Visitor v = visitor(me).in(language).open("/volunteering/shifts/" + shift + "?lang=" + language);
        said(v);
        v.submit("form[data-operation=signUp]", Map.of());
        assertThat(v.path()).isEqualTo("/volunteering/shifts/" + shift);
        assertThat(v.page().select(".toast--good")).hasSize(1);
        said(v);
        said(v.open("/volunteering/mine"));
        assertThat(v.page().select("a[href=/volunteering/shifts/" + shift + "]"))
                .hasSize(1);
        v.open("/volunteering/shifts/" + shift).submit("form[data-operation=leaveShift]", Map.of());
        said(v);
        assertThat(v.page().select("form[data-operation=signUp]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_list_has_what_is_open_and_the_switch_what_is_missing_with_the_way_to_it(String language) {
        Given.Actor me = volunteering.member();
        String unit = given.unit();
        volunteering.shift(unit, plan(3));
        volunteering.shift(unit, demanding(plan(3), List.of("first_aid", "report_writing"), 18, false, false));
        Visitor v = visitor(me).in(language);
        said(v.open("/volunteering/shifts?lang=" + language));
        said(v.open("/volunteering/shifts?show=others"));
        assertThat(v.text()).contains(language.equals("ar") ? "الإسعافات الأولية" : "First aid");
        for (String odd : List.of(
                "day=tomorrow",
                "day=weekend",
                "day=week",
                "day=2026-02-31",
                "place=%00x",
                "pillar=x",
                "pillar=%00",
                "day=%00",
                "show=%00",
                "cursor=nonsense",
                "cursor=99999999999999999999.1",
                "day=today&place=nowhere&pillar=prevention")) {
            assertThat(v.open("/volunteering/shifts?" + odd).status())
                    .isEqualTo(odd.contains("%00") && !odd.startsWith("show") && !odd.startsWith("day") ? 400 : 200);
        }
    }

    @Test
    void the_nearer_and_sooner_come_first_and_pages_follow_without_gaps_or_doubles() {
        Given.Actor me = volunteering.member();
        String unit = given.unit();
        List<UUID> all = IntStream.range(0, 45)
                .mapToObj(i -> volunteering.shift(unit, plan(2)))
                .toList();
        ApiClient api = api(me);
        Set<String> seen = new HashSet<>();
        String next = "";
        int pages = 0;
        do {
            ApiClient.Answer page = api.get("/api/v1/shifts?eligible=true&unit=" + unit + "&cursor=" + next);
            assertThat(page.status()).isEqualTo(200);
            page.body()
                    .path("shifts")
                    .forEach(s -> assertThat(seen.add(s.path("id").asString())).isTrue());
            next = page.body().path("next").asString("");
            pages++;
        } while (!next.isEmpty());
        assertThat(seen).hasSize(all.size());
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void pages_stay_without_gaps_or_doubles_while_seats_and_shifts_come_and_go() {
        Given.Actor me = volunteering.member();
        String unit = given.unit();
        List<UUID> all = IntStream.range(0, 30)
                .mapToObj(i -> volunteering.shift(unit, plan(2)))
                .toList();
        ApiClient api = api(me);
        ApiClient.Answer first = api.get("/api/v1/shifts?eligible=true&unit=" + unit);
        List<String> seen = new java.util.ArrayList<>(first.body().path("shifts").findValuesAsString("id").stream()
                .filter(id -> all.contains(UUID.fromString(id)))
                .toList());
        java.time.Instant before = java.time.Instant.now().plus(1, java.time.temporal.ChronoUnit.DAYS);
        volunteering.shift(unit, plan(before, java.time.Duration.ofHours(1), 2));
        sql.sql("update volunteering.shift_role set booked = booked + 1 where shift_id = ?")
                .param(all.get(29))
                .update();
        ApiClient.Answer second = api.get("/api/v1/shifts?eligible=true&unit=" + unit + "&cursor="
                + first.body().path("next").asString());
        second.body().path("shifts").findValuesAsString("id").stream()
                .filter(id -> all.contains(UUID.fromString(id)))
                .forEach(seen::add);
        assertThat(seen).doesNotHaveDuplicates().hasSize(30);
        assertThat(second.body().path("next").isMissingNode()).isTrue();
    }

    @Test
    void a_new_choice_begins_at_the_start_of_its_list_and_the_switch_keeps_the_choice() {
        Visitor v = visitor(volunteering.member()).open("/volunteering/shifts?day=week&pillar=prevention&cursor=5.x");
        assertThat(v.page().select("a.chip").eachAttr("href")).noneMatch(h -> h.contains("cursor"));
        assertThat(v.page().select(".switch-view a").eachAttr("href"))
                .allMatch(h -> h.contains("day=week") && h.contains("pillar=prevention"));
    }

    @Test
    void ten_kilometres_weigh_as_much_as_a_day() {
        Given.Actor me = volunteering.member();
        String home = place(24.40, 54.40);
        String far = place(24.40, 54.90);
        String unit = given.unit();
        sql.sql("update people.person set home_place = ? where id = ?")
                .params(home, me.person().value())
                .update();
        UUID farSoon = at(volunteering.shift(unit, plan(2)), far, 2);
        UUID nearLater = at(volunteering.shift(unit, plan(2)), home, 5);
        UUID nearMuchLater = at(volunteering.shift(unit, plan(2)), home, 9);
        var shifts =
                api(me).get("/api/v1/shifts?eligible=true&unit=" + unit).body().path("shifts");
        assertThat(shifts.findValuesAsString("id")).contains(nearLater.toString());
        assertThat(shifts.get(0).path("id").asString()).isEqualTo(nearLater.toString());
        assertThat(shifts.get(1).path("id").asString()).isEqualTo(farSoon.toString());
        assertThat(shifts.get(2).path("id").asString()).isEqualTo(nearMuchLater.toString());
        assertThat(shifts.get(0).path("metres").asInt()).isZero();
        assertThat(shifts.get(1).path("metres").asInt()).isBetween(50_000, 51_500);
    }

    @Test
    void a_page_asks_the_database_a_handful_of_times_however_long_it_is() {
        Given.Actor me = volunteering.member();
        Visitor v = visitor(me);
        volunteering.shift(plan(2));
        long few = QueryCounter.during(() -> v.open("/volunteering/shifts"));
        IntStream.range(0, 25).forEach(i -> volunteering.shift(plan(2)));
        long many = QueryCounter.during(() -> v.open("/volunteering/shifts"));
        assertThat(many).isLessThanOrEqualTo(few + 1).isLessThanOrEqualTo(12);
    }

    @Test
    void the_api_signs_up_once_for_one_id_and_says_why_not() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(1));
        ApiClient api = api(me);
        Map<String, String> form = Map.of(
                "id", Ids.next().toString(), "roleId", volunteering.role(shift).toString());
        ApiClient.Answer first = api.post("/api/v1/shifts/" + shift + "/sign-ups", form);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("state").asString()).isEqualTo("booked");
        assertThat(api.post("/api/v1/shifts/" + shift + "/sign-ups", form).body())
                .isEqualTo(first.body());
        assertThat(api.get("/api/v1/shifts/" + shift).body().path("mine").asString())
                .isEqualTo("booked");
        assertThat(api.get("/api/v1/my/duties").body().path("coming").size()).isEqualTo(1);
        assertThat(api.post("/api/v1/shifts/" + shift + "/leave", Map.of())
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("left");
        UUID hard = volunteering.shift(demanding(plan(1), List.of("first_aid"), 18, false, false));
        ApiClient.Answer no = api.post(
                "/api/v1/shifts/" + hard + "/sign-ups",
                Map.of(
                        "id",
                        Ids.next().toString(),
                        "roleId",
                        volunteering.role(hard).toString()));
        assertThat(no.status()).isEqualTo(409);
        assertThat(no.body().path("title").asString()).contains("First aid");
        var reason = api.get("/api/v1/shifts/" + hard).body().path("reasons").get(0);
        assertThat(reason.path("text").asString()).contains("First aid");
        assertThat(reason.path("way").asString()).isNotEmpty();
    }

    @Test
    void nonsense_is_answered_in_words_and_never_breaks() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(1));
        ApiClient api = api(me);
        assertThat(api.get("/api/v1/shifts?eligible=perhaps").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/shifts?from=tomorrow").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/shifts?from=2026-01-01&to=9999-01-01").status())
                .isEqualTo(422);
        assertThat(api.get("/api/v1/shifts?cursor=x&place=%27").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/shifts/none").status()).isEqualTo(404);
        assertThat(api.post("/api/v1/shifts/" + shift + "/sign-ups", Map.of()).status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/shifts/" + shift + "/sign-ups", Map.of("id", "1", "roleId", "2"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/shifts/" + shift + "/sign-ups", "[").status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/shifts/" + shift + "/leave", Map.of()).status())
                .isEqualTo(404);
        Visitor v = visitor(me).open("/volunteering/shifts/" + shift);
        v.submit("form[data-operation=signUp]", Map.of("roleId", "x"));
        assertThat(v.status()).isEqualTo(404);
    }

    @Test
    void a_cursor_from_the_end_of_time_breaks_no_list() {
        String id = Ids.next().toString();
        Visitor member = visitor(volunteering.member());
        Visitor boss = visitor(volunteering.coordinator(given.unit()));
        for (String number :
                List.of("8999999999999999", "-8999999999999999", "9223372036854775807", "-9223372036854775808")) {
            String cursor = "?cursor=" + number + "." + id;
            assertThat(member.open("/volunteering/mine" + cursor).status()).isEqualTo(200);
            assertThat(member.open("/volunteering/shifts" + cursor).status()).isEqualTo(200);
            assertThat(boss.open("/volunteering/manage" + cursor).status()).isEqualTo(200);
            assertThat(stranger().open("/volunteering/opportunities" + cursor).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void strangers_sign_in_first_and_who_is_no_member_finds_nothing() {
        UUID shift = volunteering.shift(plan(1));
        for (String path : List.of(
                "/volunteering/shifts",
                "/volunteering/shifts/" + shift,
                "/volunteering/mine",
                "/volunteering/manage",
                "/volunteering/manage/shifts/" + shift)) {
            assertThat(stranger().open(path).path()).startsWith("/sign-in");
        }
        assertThat(new ApiClient(port).get("/api/v1/shifts").status()).isEqualTo(401);
        Given.Actor officer = given.actor(Role.TRAINING_OFFICER);
        assertThat(visitor(officer).open("/volunteering/shifts").status()).isEqualTo(404);
        assertThat(visitor(officer).open("/volunteering/manage").status()).isEqualTo(404);
        assertThat(api(officer).get("/api/v1/shifts").status()).isEqualTo(404);
        Map<String, String> form = Map.of(
                "id", Ids.next().toString(), "roleId", volunteering.role(shift).toString());
        assertThat(api(officer)
                        .post("/api/v1/shifts/" + shift + "/sign-ups", form)
                        .status())
                .isEqualTo(404);
        assertThat(api(officer)
                        .post("/api/v1/shifts/" + shift + "/leave", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_student_sees_why_a_shift_is_closed_to_them() {
        Given.Actor student = volunteering.student();
        UUID shift = volunteering.shift(plan(1));
        Visitor v = said(visitor(student).in("en").open("/volunteering/shifts/" + shift + "?lang=en"));
        assertThat(v.text()).contains("not for students").contains("guardian");
        assertThat(v.page().select("form[data-operation=signUp]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void everybody_reads_what_is_coming_without_signing_in(String language) {
        volunteering.shift(plan(3));
        Visitor v = said(stranger().in(language).open("/volunteering/opportunities?lang=" + language));
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().select("a[href=/membership/apply]")).isNotEmpty();
        assertThat(stranger().open("/volunteering/opportunities?cursor=bad").status())
                .isEqualTo(200);
    }

    private String place(double lat, double lng) {
        String code = given.place();
        sql.sql("update places.place set lat = ?, lng = ? where code = ?")
                .params(lat, lng, code)
                .update();
        return code;
    }

    private UUID at(UUID shift, String place, int days) {
        sql.sql("""
                update volunteering.shift set place_code = ?, starts_at = date_trunc('hour', now()) + ? * interval '1 day',
                       ends_at = date_trunc('hour', now()) + ? * interval '1 day' + interval '2 hours' where id = ?""").params(place, days, days, shift).update();
        return shift;
    }

    private static Visitor said(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦").doesNotContain("{count").doesNotContain("{qualification");
        assertThat(v.page().select("h1.page-title")).hasSize(1);
        return v;
    }
}
