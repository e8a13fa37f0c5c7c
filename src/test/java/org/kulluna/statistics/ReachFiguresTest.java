package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.statistics.ReachGiven.Told;
import org.kulluna.statistics.ReachGiven.Whom;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;

class ReachFiguresTest extends HouseTest {
    /** The last evening of a half-year, local time; in Greenwich it is still the afternoon. */
    private static final Instant LAST_EVENING = Instant.parse("2013-06-30T19:30:00Z");

    private static final String HALF = "period=2013-H1";
    private ReachGiven reach;
    private String unit;
    private Told told;
    private PersonId first;

    @BeforeEach
    void a_unit_with_a_whisper_of_the_last_evening_one_of_the_next_day_and_one_that_reached_nobody() {
        reach = new ReachGiven(sql);
        unit = given.unit();
        first = given.person();
        told = reach.whisper(unit, "safety", LAST_EVENING);
        Told next = reach.whisper(unit, "safety", LAST_EVENING.plusSeconds(3_600));
        Told may = reach.whisper(unit, "volunteering", Instant.parse("2013-05-05T08:00:00Z"));
        reach.whisper(unit, "volunteering", Instant.parse("2013-05-06T08:00:00Z"));
        reached(told, first, 30);
        reached(told, given.person(), 4_000);
        reached(next, given.person(), 30);
        reached(may, first, 86_400);
        String screen = reach.screen(unit, given.place());
        reach.play(told, screen, "al_ain", LAST_EVENING.plusSeconds(60), 1.25);
        reach.play(told, screen, "al_ain", LAST_EVENING.plusSeconds(90), 1.25);
        reach.play(told, screen, "al_ain", LAST_EVENING.plusSeconds(7_200), 5);
    }

    private void reached(Told t, PersonId person, int seconds) {
        Whom w = whom(person);
        Instant at = t.at().plusSeconds(seconds);
        reach.reached(t, w, "app", "seen", at, at);
    }

    private static Whom whom(PersonId person) {
        return new Whom(person, "ur", "al_ain", "PK", "25-34", "male", "unknown");
    }

    private ApiClient.Answer ask(Given.Actor who, String query) {
        return api(who).get("/api/v1/figures/whispers?" + HALF + "&unit=" + unit + query);
    }

    private static long number(ApiClient.Answer answer, String name) {
        return answer.body().path("reach").path(name).asLong();
    }

    @Test
    void a_half_year_holds_the_whispers_sent_in_it_by_local_day_and_counts_those_that_reached_nobody() {
        ApiClient.Answer a = ask(given.actor(Role.ANALYST), "&by=theme");
        assertThat(number(a, "whispers")).isEqualTo(3);
        assertThat(number(a, "beneficiaries")).isEqualTo(3);
        assertThat(number(a, "uniquePersons")).isEqualTo(2);
        assertThat(a.body().path("groups").size()).isEqualTo(2);
        assertThat(number(ask(given.actor(Role.ANALYST), "&nationality=PK"), "whispers"))
                .as("of those who reached somebody of that nationality")
                .isEqualTo(2);
    }

    @Test
    void plays_and_their_audience_stand_apart_from_persons_on_the_local_day_they_began() {
        ApiClient.Answer a = ask(given.actor(Role.ANALYST), "&by=region");
        assertThat(a.body().path("plays").path("plays").asLong()).isEqualTo(2);
        assertThat(a.body().path("plays").path("estimatedAudience").asDouble()).isEqualTo(2.5);
        assertThat(a.body().path("playGroups").get(0).path("value").asString()).isEqualTo("al_ain");
        assertThat(number(a, "beneficiaries")).isEqualTo(3);
        assertThat(ask(given.actor(Role.ANALYST), "&gender=male")
                        .body()
                        .path("plays")
                        .path("plays")
                        .asLong())
                .as("screens know no persons")
                .isZero();
    }

    @Test
    void one_whisper_tells_its_first_hour_and_every_play_since() {
        var a = api(given.actor(Role.ANALYST))
                .get("/api/v1/figures/whispers/" + told.id())
                .body();
        assertThat(a.path("beneficiaries").asLong()).isEqualTo(2);
        assertThat(a.path("firstHour").size()).isEqualTo(60);
        assertThat(a.path("firstHour").get(0).asLong()).isEqualTo(1);
        assertThat(a.path("firstHour").get(59).asLong()).isEqualTo(1);
        assertThat(a.path("plays").path("plays").asLong()).isEqualTo(3);
        assertThat(a.path("firstReachedBy").path("app.seen").asLong()).isEqualTo(2);
    }

    @Test
    void how_everybody_stands_is_told_for_each_channel_and_each_number_opens_to_as_many_rows() {
        Whom reader = whom(first);
        Told sent = reach.whisper(unit, "safety", told.at().plusSeconds(60));
        reach.recipient(sent, reader, null);
        reach.recipient(sent, whom(given.person()), null);
        reach.recipient(sent, whom(given.person()), "opt_out");
        reach.push(sent, reader, "accepted");
        sql.sql("update whispers.recipient set seen_at = now() where whisper_id = ? and person_id = ?")
                .params(sent.id(), first.value())
                .update();
        Given.Actor analyst = given.actor(Role.ANALYST);
        String path = "/api/v1/figures/whispers/" + sent.id();
        var counts = api(analyst).get(path).body().path("states");
        Map<String, Long> sums = new HashMap<>();
        for (var c : counts) {
            sums.merge(c.path("channel").asString(), c.path("people").asLong(), Long::sum);
            String reason = c.path("reason").asString();
            var rows = api(analyst)
                    .get(path + "/states?channel=" + c.path("channel").asString() + "&state="
                            + c.path("state").asString() + "&reason=" + (reason.isEmpty() ? "none" : reason))
                    .body()
                    .path("rows");
            assertThat(rows.size()).as("%s", c).isEqualTo(c.path("people").asInt());
            assertThat(rows.toString()).doesNotContain(first.toString());
        }
        assertThat(sums).isEqualTo(Map.of("app", 3L, "push", 3L));
        assertThat(counts.toString()).contains("seen", "opt_out", "accepted");
        for (String language : List.of("ar", "en")) {
            Visitor v = visitor(analyst).in(language).open("/statistics/whispers/" + sent.id());
            assertThat(v.text()).doesNotContain("⟦");
            for (String link : v.page().select("a[href*='/states?']").eachAttr("href")) {
                assertThat(v.open(link).text()).doesNotContain("⟦");
                assertThat(v.page().select("tbody tr")).isNotEmpty();
            }
        }
        Given.Actor own = given.actor(Role.COMMUNICATIONS_OFFICER, unit);
        assertThat(visitor(own).open("/statistics/whispers/" + sent.id()).page().select("a[href*='/states?']"))
                .isEmpty();
        for (Given.Actor no : List.of(own, given.actor(Role.ANALYST, given.unit()), given.actor(Role.MEMBER))) {
            assertThat(api(no).get(path + "/states").status()).isEqualTo(404);
            assertThat(visitor(no)
                            .open("/statistics/whispers/" + sent.id() + "/states")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(api(analyst).get(path + "/states?channel=x&state=y&after=z").status())
                .isEqualTo(200);
        assertThat(sql.sql("select count(*) from audit.entry where action = 'statistics.open' and subject_id = ?")
                        .param("states/" + sent.id())
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_page_asks_as_often_however_many_were_reached() {
        String one = "/" + told.id();
        String query = "?" + HALF + "&unit=" + unit + "&by=";
        List<String> paths = List.of(
                query + "theme",
                query + "whisper",
                query + "nationality",
                "/rows" + query,
                "/plays" + query,
                one,
                one + "/states");
        reach.recipient(told, whom(first), null);
        Visitor v = visitor(given.actor(Role.ANALYST));
        paths.forEach(p -> v.open("/statistics/whispers" + p));
        List<Long> few = new ArrayList<>();
        paths.forEach(p -> few.add(QueryCounter.during(() -> v.open("/statistics/whispers" + p))));
        String screen = reach.screen(unit, given.place());
        for (int i = 0; i < 30; i++) {
            Told more = reach.whisper(unit, "safety", LAST_EVENING.minusSeconds(60 * i));
            Whom w = new Whom(given.person(), "ar", "al_ain", i % 2 == 0 ? "EG" : "IN", "25-34", "female", "unknown");
            for (Told t : List.of(more, told)) {
                reach.recipient(t, w, null);
                reach.reached(t, w, "app", "seen", t.at().plusSeconds(i), t.at().plusSeconds(i));
            }
            reach.play(more, screen, "al_ain", LAST_EVENING.minusSeconds(i), 1);
        }
        for (int i = 0; i < paths.size(); i++) {
            String p = paths.get(i);
            assertThat(QueryCounter.during(() -> v.open("/statistics/whispers" + p)))
                    .as(p)
                    .isLessThanOrEqualTo(few.get(i));
            assertThat(v.status()).as(p).isEqualTo(200);
            assertThat(few.get(i)).as(p).isLessThan(25);
        }
    }

    @Test
    void two_records_of_one_person_are_one_beneficiary() {
        PersonId second = given.person();
        reached(told, second, 10);
        Given.Actor analyst = given.actor(Role.ANALYST);
        assertThat(number(ask(analyst, ""), "beneficiaries")).isEqualTo(4);
        reach.merge(first, second);
        assertThat(number(ask(analyst, ""), "beneficiaries")).isEqualTo(3);
        assertThat(number(ask(analyst, "&whisper=" + told.id()), "beneficiaries"))
                .isEqualTo(2);
        assertThat(number(ask(analyst, ""), "uniquePersons")).isEqualTo(2);
    }

    @Test
    void an_old_figure_comes_back_as_it_stood() {
        assertThat(number(ask(given.actor(Role.ANALYST), "&asOf=2013-05-05"), "beneficiaries"))
                .isZero();
        assertThat(number(ask(given.actor(Role.ANALYST), "&asOf=2013-05-05"), "whispers"))
                .isEqualTo(1);
    }

    @Test
    void rows_name_the_whisper_and_no_person_and_each_opening_is_written_down() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        ApiClient.Answer a = api(analyst).get("/api/v1/figures/whispers/rows?" + HALF + "&unit=" + unit);
        assertThat(a.body().path("rows").size()).isEqualTo(3);
        assertThat(a.body().path("rows").toString())
                .doesNotContain(first.value().toString());
        assertThat(api(analyst)
                        .get("/api/v1/figures/whispers/plays?" + HALF + "&unit=" + unit)
                        .body()
                        .path("rows")
                        .size())
                .isEqualTo(2);
        assertThat(sql.sql("select count(*) from audit.entry where action = 'statistics.open' and actor = ?")
                        .param(analyst.person().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void who_acts_for_one_unit_sees_its_whispers_only_and_may_not_open_them() {
        Given.Actor own = given.actor(Role.COMMUNICATIONS_OFFICER, unit);
        Given.Actor other = given.actor(Role.ANALYST, given.unit());
        assertThat(number(ask(own, ""), "whispers")).isEqualTo(3);
        assertThat(number(ask(other, ""), "whispers")).isZero();
        assertThat(number(ask(other, ""), "beneficiaries")).isZero();
        assertThat(api(own).get("/api/v1/figures/whispers/" + told.id()).status())
                .isEqualTo(200);
        assertThat(api(other).get("/api/v1/figures/whispers/" + told.id()).status())
                .isEqualTo(404);
        assertThat(visitor(other).open("/statistics/whispers/" + told.id()).status())
                .isEqualTo(404);
        for (String path : new String[] {"rows", "plays"}) {
            assertThat(api(own).get("/api/v1/figures/whispers/" + path + "?" + HALF)
                            .status())
                    .isEqualTo(404);
            assertThat(api(other)
                            .get("/api/v1/figures/whispers/" + path + "?" + HALF + "&unit=" + unit)
                            .body()
                            .path("rows")
                            .size())
                    .isZero();
        }
        assertThat(visitor(own)
                        .open("/statistics/whispers?" + HALF + "&unit=" + unit)
                        .page()
                        .select("a[href*='/whispers/rows'], a[href*='/whispers/plays']"))
                .isEmpty();
    }

    @Test
    void strangers_are_asked_to_sign_in_and_members_find_nothing() {
        Given.Actor member = given.actor(Role.MEMBER);
        for (String path : new String[] {"", ".csv", "/rows", "/plays", "/" + told.id()}) {
            assertThat(stranger()
                            .open("/statistics/whispers" + path + "?period=nonsense")
                            .path())
                    .startsWith("/sign-in");
            assertThat(visitor(member)
                            .open("/statistics/whispers" + path + "?period=nonsense")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(new ApiClient(port).get("/api/v1/figures/whispers").status()).isEqualTo(401);
        assertThat(api(member).get("/api/v1/figures/whispers").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"period=nonsense", "asOf=yesterday", "by=pillar", "by=colour", "course=x", "whisper=x"})
    void a_question_nobody_can_read_is_refused_in_words(String query) {
        Given.Actor analyst = given.actor(Role.ANALYST);
        assertThat(api(analyst).get("/api/v1/figures/whispers?" + query).status())
                .isEqualTo(422);
        for (String path : new String[] {"", "/rows", "/plays"}) {
            var v = visitor(analyst).in("en").open("/statistics/whispers" + path + "?lang=en&" + query);
            assertThat(v.status()).isEqualTo(422);
            assertThat(v.text()).doesNotContain("⟦");
        }
    }

    @Test
    void a_whisper_that_is_none_and_a_page_that_is_none_are_not_found() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        assertThat(api(analyst)
                        .get("/api/v1/figures/whispers/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(api(analyst)
                        .get("/api/v1/figures/whispers/rows?after=nonsense")
                        .status())
                .isEqualTo(404);
        assertThat(api(analyst)
                        .get("/api/v1/figures/whispers/plays?after=nonsense")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void pages_print_each_definition_and_say_no_data_where_there_is_none() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        for (String language : new String[] {"ar", "en"}) {
            for (String by : new String[] {"whisper", "language", "month", "age-group", "region"}) {
                var v = visitor(analyst)
                        .open("/statistics/whispers?" + HALF + "&unit=" + unit + "&by=" + by + "&lang=" + language);
                assertThat(v.status()).isEqualTo(200);
                assertThat(v.text()).doesNotContain("⟦");
                assertThat(v.page().select("details.definition")).hasSize(5);
            }
            for (String path : new String[] {"/rows", "/plays", "/" + told.id()}) {
                var v = visitor(analyst)
                        .open("/statistics/whispers" + path + "?" + HALF + "&unit=" + unit + "&lang=" + language);
                assertThat(v.status()).isEqualTo(200);
                assertThat(v.text()).doesNotContain("⟦");
            }
        }
        var empty = visitor(analyst).in("en").open("/statistics/whispers?period=1990-H1&lang=en&unit=" + unit);
        assertThat(empty.text()).contains("No data").doesNotContain("0%");
    }

    @Test
    void a_sheet_has_a_line_for_each_group() {
        String csv = visitor(given.actor(Role.ANALYST))
                .open("/statistics/whispers.csv?" + HALF + "&by=theme&unit=" + unit)
                .text();
        assertThat(csv)
                .contains("whispers,beneficiaries,unique_persons")
                .contains("safety,1,2,2")
                .contains("volunteering,2,1,1");
    }
}
