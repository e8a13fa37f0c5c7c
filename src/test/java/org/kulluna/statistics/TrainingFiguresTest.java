package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.Accounts;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.statistics.ResultsGiven.Came;
import org.kulluna.statistics.ResultsGiven.Held;
import org.kulluna.statistics.ResultsGiven.Whose;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class TrainingFiguresTest extends HouseTest {
    private static final Instant RECORDED = Instant.parse("2019-07-02T08:00:00Z");
    private static final Came PASSED = new Came("attended", true);
    private static final Came FAILED = new Came("attended", false);
    private static final Came PARTLY = new Came("partial", false);
    private static final Came ABSENT = new Came("absent", false);

    @Autowired
    private TrainingFigures figures;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    private ResultsGiven results;
    private String unit;
    private Held june;
    private Held july;
    private Held path;
    private PersonId first;
    private UUID failed;

    @BeforeEach
    void a_unit_with_two_courses_of_2019_one_of_the_next_half_and_a_path() {
        results = new ResultsGiven(sql);
        unit = given.unit();
        first = given.person();
        var course = results.course("specialised", unit);
        june = results.held(course, unit, "al_ain", LocalDate.of(2019, 6, 30));
        july = results.held(course, unit, "al_ain", LocalDate.of(2019, 7, 1));
        Held may = results.held(results.course("foundational", unit), unit, "al_ain", LocalDate.of(2019, 5, 2));
        results.result(june, whose(first), PASSED, RECORDED);
        failed = results.result(june, whose(given.person()), FAILED, RECORDED);
        results.result(june, whose(given.person()), PARTLY, RECORDED);
        results.result(june, whose(given.person()), ABSENT, RECORDED);
        results.result(may, whose(first), PASSED, RECORDED);
        results.result(july, whose(given.person()), PASSED, RECORDED);
        path = results.held(results.course("onboarding", unit), unit, "al_ain", LocalDate.of(2019, 3, 3));
        results.result(path, whose(first), PASSED, RECORDED);
        UUID workshop = results.session(path, given.place(), LocalDate.of(2019, 3, 3));
        results.session(path, given.place(), LocalDate.of(2019, 3, 4));
        results.seen(workshop, first, RECORDED);
    }

    private static Whose whose(PersonId person) {
        return new Whose(person, "IN", "25-34", "female", "");
    }

    private ApiClient.Answer ask(Given.Actor who, String query) {
        return api(who).get("/api/v1/figures/training?period=2019-H1&unit=" + unit + query);
    }

    private long number(ApiClient.Answer answer, String name) {
        return answer.body().path("courses").path(name).asLong();
    }

    @Test
    void a_half_year_holds_the_courses_whose_last_session_began_in_it_and_no_other() {
        ApiClient.Answer a = ask(given.actor(Role.ANALYST), "&by=month");
        assertThat(number(a, "courses")).isEqualTo(2);
        assertThat(number(a, "trainees")).isEqualTo(3);
        assertThat(number(a, "uniqueTrainees")).isEqualTo(2);
        assertThat(number(a, "came")).isEqualTo(4);
        assertThat(number(a, "passed")).isEqualTo(2);
        assertThat(number(a, "passRate")).isEqualTo(50);
        assertThat(a.body().path("groups").size()).isEqualTo(2);
        assertThat(a.body().path("onboarding").path("workshops").asLong()).isEqualTo(1);
        assertThat(a.body().path("onboarding").path("members").asLong()).isEqualTo(1);
    }

    @Test
    void a_resit_takes_the_place_of_the_failure_and_an_old_figure_comes_back_as_it_stood() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        results.follow(failed, june, whose(given.person()), PASSED, Instant.parse("2019-09-01T08:00:00Z"));
        assertThat(number(ask(analyst, ""), "passed")).isEqualTo(3);
        assertThat(number(ask(analyst, ""), "came")).as("counted once").isEqualTo(4);
        assertThat(number(ask(analyst, "&asOf=2019-08-31"), "passed")).isEqualTo(2);
        assertThat(number(ask(analyst, "&asOf=2019-07-01"), "courses")).isZero();
        var rows = api(analyst)
                .get("/api/v1/figures/training/rows?period=2019-H1&of=passed&unit=" + unit)
                .body()
                .path("rows");
        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.get(0).path("correction").asBoolean()
                        || rows.get(1).path("correction").asBoolean())
                .isTrue();
    }

    @Test
    void a_course_to_which_nobody_came_was_not_held() {
        Held empty = results.held(june.course(), unit, "al_ain", LocalDate.of(2017, 2, 2));
        results.result(empty, whose(first), ABSENT, RECORDED);
        ApiClient.Answer a = api(given.actor(Role.ANALYST)).get("/api/v1/figures/training?period=2017-H1&unit=" + unit);
        assertThat(number(a, "courses")).isZero();
        assertThat(a.body().path("courses").path("passRate").isNumber()).isFalse();
    }

    @Test
    void two_records_of_one_person_are_one_unique_trainee_and_two_trainees() {
        PersonId second = given.person();
        results.result(june, whose(second), PASSED, RECORDED);
        results.merge(first, second);
        ApiClient.Answer a = ask(given.actor(Role.ANALYST), "");
        assertThat(number(a, "trainees")).isEqualTo(4);
        assertThat(number(a, "uniqueTrainees")).isEqualTo(2);
    }

    @Test
    void who_acts_for_one_unit_sees_its_courses_only_and_may_not_open_them() {
        Given.Actor own = given.actor(Role.UNIT_COORDINATOR, unit);
        Given.Actor other = given.actor(Role.ANALYST, given.unit());
        assertThat(number(ask(own, ""), "courses")).isEqualTo(2);
        assertThat(number(ask(other, ""), "courses")).isZero();
        for (String path : new String[] {"rows", "held"}) {
            assertThat(api(own).get("/api/v1/figures/training/" + path + "?period=2019-H1")
                            .status())
                    .isEqualTo(404);
            assertThat(api(other)
                            .get("/api/v1/figures/training/" + path + "?period=2019-H1&unit=" + unit)
                            .body()
                            .path("rows")
                            .size())
                    .isZero();
        }
        var page = visitor(own)
                .open("/statistics/training?period=2019-H1&unit=" + unit)
                .page();
        assertThat(page.select("a[href*='/statistics/training/']")).isEmpty();
    }

    @Test
    void strangers_are_asked_to_sign_in_and_members_find_nothing() {
        Given.Actor member = given.actor(Role.MEMBER);
        for (String path : new String[] {"", ".csv", "/rows", "/held"}) {
            assertThat(stranger()
                            .open("/statistics/training" + path + "?period=nonsense")
                            .path())
                    .startsWith("/sign-in");
            assertThat(visitor(member)
                            .open("/statistics/training" + path + "?period=nonsense")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(new ApiClient(port).get("/api/v1/figures/training").status()).isEqualTo(401);
        assertThat(api(member).get("/api/v1/figures/training").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=nonsense",
                "asOf=yesterday",
                "by=pillar",
                "by=colour",
                "pillar=prevention",
                "place=x",
                "month=2022-13"
            })
    void a_question_nobody_can_read_is_refused_in_words(String query) {
        Given.Actor analyst = given.actor(Role.ANALYST);
        assertThat(api(analyst).get("/api/v1/figures/training?" + query).status())
                .isEqualTo(422);
        for (String path : new String[] {"", "/rows", "/held"}) {
            var v = visitor(analyst).in("en").open("/statistics/training" + path + "?lang=en&" + query);
            assertThat(v.status()).isEqualTo(422);
            assertThat(v.text()).doesNotContain("⟦");
        }
        assertThat(visitor(analyst).open("/statistics/training.csv?" + query).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows?of=courses", "rows?of=x", "held?of=trainees", "held?of=%00"})
    void what_is_not_counted_so_is_refused(String address) {
        Given.Actor auditor = given.actor(Role.AUDITOR);
        assertThat(api(auditor).get("/api/v1/figures/training/" + address).status())
                .isEqualTo(422);
        assertThat(visitor(auditor).open("/statistics/training/" + address).status())
                .isEqualTo(422);
    }

    @Test
    void hours_are_not_told_apart_by_course() {
        assertThat(api(given.actor(Role.ANALYST))
                        .get("/api/v1/figures?by=course")
                        .status())
                .isEqualTo(422);
        assertThat(api(given.actor(Role.ANALYST))
                        .get("/api/v1/figures?level=specialised")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "ur"})
    void the_pages_speak_the_readers_language(String language) {
        var v = visitor(given.actor(Role.ANALYST)).in(language);
        for (Dimension d : Facts.COURSES.dimensions()) {
            v.open("/statistics/training?period=2019-H1&by=" + d.code() + "&unit=" + unit + "&lang=" + language);
            assertThat(v.status()).isEqualTo(200);
            assertThat(v.text()).as(d.code()).doesNotContain("⟦");
        }
        for (Counted c : Counted.values()) {
            String kind = c == Counted.COURSES || c == Counted.WORKSHOPS ? "held" : "rows";
            v.open("/statistics/training/" + kind + "?period=2019-H1&unit=" + unit + "&of=" + c.code());
            assertThat(v.status()).isEqualTo(200);
            assertThat(v.text()).as(c.code()).doesNotContain("⟦");
            assertThat(v.page().select("table.table tbody tr")).isNotEmpty();
        }
    }

    @Test
    void each_number_on_the_page_opens_to_as_many_rows() {
        var v = visitor(given.actor(Role.ANALYST)).in("en");
        for (Dimension d : Facts.COURSES.dimensions()) {
            v.open("/statistics/training?lang=en&period=2019-H1&unit=" + unit + "&by=" + d.code());
            var links = v.page().select("table.table tbody td.num a, .figure__number a");
            assertThat(links).as(d.code()).hasSizeGreaterThan(5);
            for (var link : links) {
                v.open(link.attr("href"));
                assertThat(v.status()).isEqualTo(200);
                int rows = v.page().select("table.table tbody tr").size();
                if (link.text().contains("%")) {
                    assertThat(v.text()).contains(rows == 1 ? "1 result," : rows + " results,", " passed");
                } else if (link.attr("href").contains("/held") || link.closest("table.table") != null) {
                    assertThat(link.text()).as(link.attr("href")).isEqualTo(String.valueOf(rows));
                }
            }
        }
    }

    @Test
    void the_last_step_is_the_offices_page_for_whom_it_opens_to() {
        PersonId both = given.person();
        Given.Actor analyst = given.actor(both, Role.ANALYST, null);
        String address = "/statistics/training/held?period=2019-H1&unit=" + unit;
        assertThat(visitor(analyst).open(address).page().select("main td a")).isEmpty();
        transaction.executeWithoutResult(t -> accounts.grant(Viewer.HOUSE, both, Role.TRAINING_OFFICER, null));
        var v = visitor(analyst).open(address);
        v.open(v.page().selectFirst("main td a").attr("href"));
        assertThat(v.status()).isEqualTo(200);
    }

    @Test
    void no_data_is_not_nought() {
        var v = visitor(given.actor(Role.ANALYST)).in("en");
        v.open("/statistics/training?lang=en&period=2016-H1&unit=" + unit);
        assertThat(v.page().select(".figure__number").eachText()).containsOnly("No data");
        assertThat(v.text()).contains("No finished courses here yet").doesNotContain("0%");
        assertThat(v.open("/statistics/training?lang=ar&period=2016-H1&unit=" + unit)
                        .text())
                .contains("لا بيانات")
                .doesNotContain("⟦");
    }

    @Test
    void the_page_says_which_columns_add_up_and_compares_with_the_year_before() {
        Held before = results.held(june.course(), unit, "al_ain", LocalDate.of(2018, 2, 2));
        results.result(before, whose(first), PASSED, RECORDED);
        var v = visitor(given.actor(Role.ANALYST)).in("en");
        v.open("/statistics/training?lang=en&period=2019-H1&unit=" + unit);
        assertThat(v.text()).contains("the column of unique trainees is not added up");
        assertThat(v.page().select(".figure__change").eachText())
                .contains("Same period of the year before: 1", "Same period of the year before: 100%");
    }

    @Test
    void the_chart_of_months_has_a_table_beside_it_with_the_same_trainees() {
        var v = visitor(given.actor(Role.ANALYST)).open("/statistics/training?period=2019-H1&unit=" + unit);
        assertThat(v.page().select("svg.chart rect.chart__bar")).hasSize(2);
        assertThat(v.page().select("svg.chart text.chart__value").eachText()).containsExactly("1", "2");
        assertThat(v.page()
                        .select("details.fold table.table tbody td.num a[href*=rows]:not([href*=came])")
                        .eachText())
                .containsExactly("1", "2");
    }

    @Test
    void the_file_has_the_pages_columns() {
        var v = visitor(given.actor(Role.ANALYST))
                .open("/statistics/training.csv?period=2019-H1&by=level&unit=" + unit);
        assertThat(v.text())
                .contains("period,as_of,level,courses,trainees,unique_trainees,came,passed,pass_rate")
                .contains(",specialised,1,2,2,3,1,33")
                .contains(",foundational,1,1,1,1,1,100")
                .doesNotContain("onboarding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2019-01-01_", "2019-99-01_00000000-0000-0000-0000-000000000000"})
    void a_page_behind_nowhere_is_not_there(String after) {
        Given.Actor auditor = given.actor(Role.AUDITOR);
        for (String path : new String[] {"rows", "held"}) {
            assertThat(api(auditor)
                            .get("/api/v1/figures/training/" + path + "?period=2019-H1&after=" + after)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void opening_a_figure_is_recorded() {
        Given.Actor auditor = given.actor(Role.AUDITOR);
        api(auditor).get("/api/v1/figures/training/rows?period=2019-H1&of=onboarded&unit=" + unit);
        visitor(auditor).open("/statistics/training/held?period=2019-H1&unit=" + unit);
        assertThat(sql.sql("select subject_id from audit.entry where actor = ? and action = 'statistics.open'")
                        .param(auditor.person().value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("onboarded/2019-H1", "courses/2019-H1");
    }

    @Test
    void a_page_asks_as_often_however_many_results_there_are() {
        var v = visitor(given.actor(Role.ANALYST));
        List<String> paths = List.of("", "/rows", "/held");
        String query = "?period=2019-H1&by=nationality&unit=" + unit;
        paths.forEach(p -> v.open("/statistics/training" + p + query));
        List<Long> few = new ArrayList<>();
        paths.forEach(p -> few.add(QueryCounter.during(() -> v.open("/statistics/training" + p + query))));
        for (int i = 0; i < 60; i++) {
            Held h = results.held(june.course(), unit, "al_ain", LocalDate.of(2019, 1, 1 + i % 28));
            results.result(h, new Whose(first, i % 2 == 0 ? "EG" : "PK", "25-34", "male", ""), PASSED, RECORDED);
        }
        for (int i = 0; i < paths.size(); i++) {
            String p = paths.get(i);
            assertThat(QueryCounter.during(() -> v.open("/statistics/training" + p + query)))
                    .as(p)
                    .isLessThanOrEqualTo(few.get(i));
        }
        assertThat(few.getFirst()).isLessThan(25);
    }

    private static Question halfYear() {
        return new Question(Period.halfYear(2022, 1), Instant.parse("2026-01-01T00:00:00Z"), Map.of());
    }

    private Viewer analystOf(List<String> units) {
        return new Viewer(
                first,
                null,
                units.stream().map(u -> new Viewer.Grant(Role.ANALYST, u)).toList(),
                false);
    }

    @Test
    void the_demos_half_year_is_twenty_one_courses_and_its_trainees_on_the_page_too() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        Trained total = figures.courses(analyst.viewer(), halfYear());
        assertThat(total.courses()).isEqualTo(21);
        assertThat(total.trainees()).isEqualTo(7_263);
        assertThat(total.people()).isBetween(1_000L, 7_000L);
        var v = visitor(analyst).in("en").open("/statistics/training?period=2022-H1&lang=en");
        assertThat(v.page().select(".figure__number").eachText()).contains("21", "7,263");
        assertThat(figures.onboarding(analyst.viewer(), halfYear()).people()).isPositive();
    }

    @Test
    void the_demos_groups_add_up_and_losing_a_unit_loses_exactly_its_rows() {
        Viewer all = given.actor(Role.ANALYST).viewer();
        Trained total = figures.courses(all, halfYear());
        for (Dimension d : Facts.COURSES.dimensions()) {
            List<Group<Trained>> groups = figures.groups(all, halfYear(), d);
            assertThat(groups.stream().mapToLong(g -> g.figure().trainees()).sum())
                    .as(d.code())
                    .isEqualTo(total.trainees());
            if (List.of(Dimension.UNIT, Dimension.COURSE, Dimension.LEVEL, Dimension.REGION, Dimension.MONTH)
                    .contains(d)) {
                assertThat(groups.stream().mapToLong(g -> g.figure().courses()).sum())
                        .as(d.code())
                        .isEqualTo(total.courses());
            }
        }
        List<Group<Trained>> units = figures.groups(all, halfYear(), Dimension.UNIT);
        List<String> names = units.stream().map(Group::value).toList();
        assertThat(names).hasSizeGreaterThan(3);
        for (Group<Trained> lost : units) {
            Trained rest = figures.courses(
                    analystOf(
                            names.stream().filter(u -> !u.equals(lost.value())).toList()),
                    halfYear());
            assertThat(rest.courses()).isEqualTo(total.courses() - lost.figure().courses());
            assertThat(rest.trainees())
                    .isEqualTo(total.trainees() - lost.figure().trainees());
            assertThat(rest.came()).isEqualTo(total.came() - lost.figure().came());
            assertThat(rest.passed()).isEqualTo(total.passed() - lost.figure().passed());
        }
    }

    @Test
    void the_public_home_tells_courses_and_trainees_with_their_definitions() {
        var v = stranger().in("en").open("/?lang=en");
        assertThat(v.page().select(".figure__label").eachText())
                .anyMatch(t -> t.startsWith("Courses"))
                .anyMatch(t -> t.startsWith("Trainees"));
        assertThat(v.text())
                .contains("Finished courses outside the onboarding path")
                .doesNotContain("⟦");
    }
}
