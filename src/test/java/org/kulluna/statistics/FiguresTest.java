package org.kulluna.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;

class FiguresTest extends HouseTest {
    private static final Instant RECORDED = Instant.parse("2019-03-02T08:00:00Z");
    private String unit;
    private PersonId first;
    private PersonId second;
    private UUID entry;
    private LedgerGiven ledger;

    @BeforeEach
    void three_entries_of_a_unit_of_its_own() {
        ledger = new LedgerGiven(sql);
        unit = given.unit();
        String place = given.place("al_ain");
        first = given.person();
        second = given.person();
        entry = ledger.entry(first, unit, place, LocalDate.of(2019, 1, 1), 100, RECORDED);
        ledger.entry(first, unit, place, LocalDate.of(2019, 6, 30), 200, RECORDED);
        ledger.entry(second, unit, place, LocalDate.of(2019, 6, 30), 59, RECORDED);
        ledger.entry(second, unit, place, LocalDate.of(2019, 7, 1), 1000, RECORDED);
    }

    private ApiClient.Answer ask(Given.Actor who, String query) {
        return api(who).get("/api/v1/figures?period=2019-H1&unit=" + unit + query);
    }

    @Test
    void a_half_year_counts_its_first_and_last_day_and_no_other() {
        ApiClient.Answer answer = ask(given.actor(Role.ANALYST), "&by=month");
        assertThat(answer.body().path("minutes").asLong()).isEqualTo(359);
        assertThat(answer.body().path("hours").asLong()).isEqualTo(6);
        assertThat(answer.body().path("activeMembers").asLong()).isEqualTo(2);
        assertThat(answer.body().path("groups").size()).isEqualTo(2);
        assertThat(answer.body().path("groups").get(0).path("value").asString()).isEqualTo("2019-01");
    }

    @Test
    void the_headline_is_rounded_half_up() {
        assertThat(new Figure(29, 1, 1).hours()).isZero();
        assertThat(new Figure(30, 1, 1).hours()).isEqualTo(1);
        assertThat(new Figure(42_073L * 60 - 31, 1, 1).hours()).isEqualTo(42_072);
    }

    @Test
    void groups_of_every_dimension_add_up_to_the_total() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        for (Dimension d : Facts.HOURS.dimensions()) {
            ApiClient.Answer answer = ask(analyst, "&by=" + d.code());
            long sum = 0;
            for (var group : answer.body().path("groups")) {
                sum += group.path("minutes").asLong();
            }
            assertThat(sum).as(d.code()).isEqualTo(359);
        }
    }

    @Test
    void an_old_figure_comes_back_as_it_stood_after_a_correction() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        ledger.counter(entry, 40, Instant.parse("2019-09-01T08:00:00Z"));
        assertThat(ask(analyst, "").body().path("minutes").asLong()).isEqualTo(319);
        assertThat(ask(analyst, "&asOf=2019-08-31").body().path("minutes").asLong())
                .isEqualTo(359);
        assertThat(ask(analyst, "&asOf=2019-03-01").body().path("minutes").asLong())
                .isZero();
    }

    @Test
    void a_figure_opens_to_rows_whose_minutes_are_the_figure() {
        ApiClient.Answer rows = api(given.actor(Role.AUDITOR)).get("/api/v1/figures/rows?period=2019-H1&unit=" + unit);
        assertThat(rows.body().path("rows").size()).isEqualTo(3);
        long sum = 0;
        for (var row : rows.body().path("rows")) {
            sum += row.path("minutes").asLong();
        }
        assertThat(sum).isEqualTo(359);
    }

    @Test
    void a_coordinator_sees_the_figures_of_the_own_unit_only_and_may_not_open_them() {
        Given.Actor own = given.actor(Role.UNIT_COORDINATOR, unit);
        Given.Actor other = given.actor(Role.UNIT_COORDINATOR, given.unit());
        assertThat(ask(own, "").body().path("minutes").asLong()).isEqualTo(359);
        assertThat(ask(other, "").body().path("minutes").asLong()).isZero();
        assertThat(api(own).get("/api/v1/figures/rows?period=2019-H1").status()).isEqualTo(404);
    }

    @Test
    void strangers_are_asked_to_sign_in_and_members_find_nothing() {
        assertThat(new ApiClient(port).get("/api/v1/figures").status()).isEqualTo(401);
        assertThat(stranger().open("/statistics/figures").path()).startsWith("/sign-in");
        Given.Actor member = given.actor(Role.MEMBER);
        assertThat(api(member).get("/api/v1/figures").status()).isEqualTo(404);
        assertThat(visitor(member).open("/statistics/figures").status()).isEqualTo(404);
        assertThat(visitor(member).open("/statistics/figures.csv").status()).isEqualTo(404);
        assertThat(visitor(member).open("/statistics/figures/rows").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=nonsense",
                "period=2022-13-01..2022-14-01",
                "asOf=yesterday",
                "by=colour",
                "month=soon",
                "month=2022-13",
                "period=2022-06-30..2022-01-01"
            })
    void a_question_nobody_can_read_is_refused_in_words(String query) {
        Given.Actor analyst = given.actor(Role.ANALYST);
        assertThat(api(analyst).get("/api/v1/figures?" + query).status()).isEqualTo(422);
        assertThat(visitor(analyst).open("/statistics/figures?" + query).status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en", "ur"})
    void the_pages_speak_the_readers_language(String language) {
        var v = visitor(given.actor(Role.ANALYST)).in(language);
        v.open("/statistics/figures?period=2019-H1&by=unit&unit=" + unit + "&lang=" + language);
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦").contains("5:59");
        v.open("/statistics/figures/rows?period=2019-H1&unit=" + unit);
        assertThat(v.text()).doesNotContain("⟦").contains(language.equals("en") ? "Evening walk" : "دورية المساء");
    }

    @Test
    void the_csv_tells_minutes_group_by_group() {
        var v = visitor(given.actor(Role.ANALYST)).open("/statistics/figures.csv?period=2019-H1&by=month&unit=" + unit);
        assertThat(v.text()).contains("2019-01,100,1,1").contains("2019-06,259,2,2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region=al_ain",
                "pillar=prevention",
                "nationality=IN",
                "age-group=25-34",
                "gender=female",
                "month=2019-06",
                "month=2019-01"
            })
    void every_dimension_is_a_filter_too(String narrow) {
        Given.Actor analyst = given.actor(Role.ANALYST);
        long all = narrow.endsWith("06") ? 259 : narrow.endsWith("01") ? 100 : 359;
        assertThat(ask(analyst, "&" + narrow).body().path("minutes").asLong()).isEqualTo(all);
        String none = narrow.replaceAll("=.*", narrow.startsWith("month") ? "=2001-01" : "=nothing");
        assertThat(ask(analyst, "&" + none).body().path("minutes").asLong()).isZero();
        assertThat(visitor(analyst)
                        .open("/statistics/figures/rows?period=2019-H1&unit=" + unit + "&" + none)
                        .page()
                        .select("table"))
                .isEmpty();
    }

    @Test
    void each_number_on_the_page_opens_to_rows_that_are_its_minutes() {
        var v = visitor(given.actor(Role.ANALYST)).in("en");
        for (Dimension d : Facts.HOURS.dimensions()) {
            v.open("/statistics/figures?lang=en&period=2019-H1&unit=" + unit + "&by=" + d.code());
            var links = v.page().select("table.bars tbody td.num a");
            assertThat(links).as(d.code()).isNotEmpty();
            for (var link : links) {
                v.open(link.attr("href"));
                assertThat(v.status()).isEqualTo(200);
                assertThat(v.text()).contains(link.text() + " together");
            }
        }
        v.open("/statistics/figures?period=2019-H1&unit=" + unit);
        v.open(v.page().selectFirst(".figure__number a").attr("href"));
        assertThat(v.text()).contains("3 entries, 5:59 together");
        String duty = v.page().selectFirst("table.table td a").attr("href");
        v.open(duty);
        assertThat(v.status()).as("down to the owner's page").isEqualTo(200);
    }

    @Test
    void the_owners_page_decides_who_may_open_the_last_step() {
        var v = visitor(given.actor(Role.ANALYST)).open("/statistics/figures/rows?period=2019-H1&unit=" + unit);
        String duty = v.page().selectFirst("table.table td a").attr("href");
        assertThat(visitor(given.actor(Role.UNIT_COORDINATOR, given.unit()))
                        .open(duty)
                        .status())
                .isEqualTo(404);
        assertThat(visitor(given.actor(Role.MEMBERSHIP_OFFICER)).open(duty).status())
                .isEqualTo(404);
        assertThat(visitor(given.actor(Role.ANALYST, unit)).open(duty).status()).isEqualTo(200);
    }

    @Test
    void no_data_is_not_nought() {
        var v = visitor(given.actor(Role.ANALYST)).in("en");
        v.open("/statistics/figures?lang=en&period=2017-H1&unit=" + unit);
        assertThat(v.page().selectFirst(".figure__number").text()).isEqualTo("No data");
        assertThat(v.text())
                .contains("No verified hours here yet")
                .doesNotContain("0 %")
                .doesNotContain("0:00");
        assertThat(v.open("/statistics/figures?lang=ar&period=2017-H1&unit=" + unit)
                        .text())
                .contains("لا بيانات")
                .doesNotContain("⟦");
    }

    @Test
    void whose_minutes_were_all_taken_back_is_not_active() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        UUID only = ledger.entry(given.person(), unit, given.place(), LocalDate.of(2019, 3, 3), 30, RECORDED);
        assertThat(ask(analyst, "").body().path("activeMembers").asLong()).isEqualTo(3);
        ledger.counter(only, 30, Instant.parse("2019-09-01T08:00:00Z"));
        assertThat(ask(analyst, "").body().path("activeMembers").asLong()).isEqualTo(2);
        assertThat(ask(analyst, "&asOf=2019-08-31").body().path("activeMembers").asLong())
                .isEqualTo(3);
    }

    @Test
    void two_records_of_one_person_are_one_active_person_and_one_member() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        long before = ask(analyst, "").body().path("members").asLong();
        for (PersonId p : new PersonId[] {first, second}) {
            sql.sql("""
                    insert into membership.member (person_id, number, public_id, status, accepted_at)
                    values (?, ?, ?, 'active', timestamptz '2019-02-01 00:00+04')""")
                    .params(p.value(), Given.serial() % 1_000_000_000_000L, "pub" + Given.serial())
                    .update();
        }
        assertThat(ask(analyst, "").body().path("members").asLong()).isEqualTo(before + 2);
        sql.sql("update people.person set merged_into = ? where id = ?")
                .params(first.value(), second.value())
                .update();
        assertThat(ask(analyst, "").body().path("members").asLong()).isEqualTo(before + 1);
        assertThat(ask(analyst, "").body().path("activeMembers").asLong()).isEqualTo(1);
        assertThat(ask(analyst, "").body().path("minutes").asLong()).isEqualTo(359);
    }

    @Test
    void members_are_told_as_they_were_known_at_the_instant() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        String period = "/api/v1/figures?period=2018-H2&asOf=";
        long before = members(analyst, period + "2018-10-01");
        long earlier = members(analyst, period + "2018-08-30");
        long later = members(analyst, period + "2018-12-02");
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, accepted_at, left_at)
                values (?, ?, ?, 'left', timestamptz '2018-08-31 23:59+04', timestamptz '2018-12-01 00:00+04')""")
                .params(first.value(), Given.serial() % 1_000_000_000_000L, "pub" + Given.serial())
                .update();
        assertThat(members(analyst, period + "2018-08-30"))
                .as("not accepted yet")
                .isEqualTo(earlier);
        assertThat(members(analyst, period + "2018-10-01")).as("not left yet").isEqualTo(before + 1);
        assertThat(members(analyst, period + "2018-12-02")).as("left").isEqualTo(later);
    }

    private long members(Given.Actor who, String query) {
        return api(who).get(query).body().path("members").asLong();
    }

    @Test
    void an_instant_may_carry_z_an_offset_or_none() {
        Given.Actor analyst = given.actor(Role.ANALYST);
        for (String asOf : new String[] {
            "2019-03-02T08:00:00Z", "2019-03-02T12:00:00%2B04:00", "2019-03-02T12:00:00+04:00", "2019-03-02T12:00:00"
        }) {
            assertThat(ask(analyst, "&asOf=" + asOf).body().path("minutes").asLong())
                    .as(asOf)
                    .isEqualTo(359);
        }
        assertThat(ask(analyst, "&asOf=2019-03-02T11:59:59")
                        .body()
                        .path("minutes")
                        .asLong())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "period=0000-01-01..9999-12-31",
                "period=0000-H1",
                "unit=%00",
                "month=%27",
                "nationality=%25",
                "asOf=2022-02-30",
                "asOf=9999-12-31T00:00:00Z",
                "age-group=' or true --",
                "gender=%F0%9F%8C%99"
            })
    void no_question_breaks_the_house(String query) {
        Given.Actor analyst = given.actor(Role.ANALYST);
        String address = query.replace(" ", "%20");
        for (String path :
                new String[] {"/statistics/figures?", "/statistics/figures/rows?", "/statistics/figures.csv?"}) {
            assertThat(visitor(analyst).open(path + address).status()).as(path).isLessThan(500);
        }
        assertThat(api(analyst).get("/api/v1/figures?" + address).status()).isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2019-01-01_", "2019-99-01_00000000-0000-0000-0000-000000000000", "+99999-01-01_1"})
    void a_page_behind_nowhere_is_not_there(String after) {
        Given.Actor auditor = given.actor(Role.AUDITOR);
        assertThat(api(auditor)
                        .get("/api/v1/figures/rows?period=2019-H1&after=" + after)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoever_may_not_see_figures_is_not_told_what_a_good_question_is() {
        Given.Actor member = given.actor(Role.MEMBER);
        for (String path :
                new String[] {"/statistics/figures", "/statistics/figures.csv", "/statistics/figures/rows"}) {
            assertThat(visitor(member).open(path + "?period=nonsense").status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(stranger().open(path + "?period=nonsense").path()).startsWith("/sign-in");
        }
        assertThat(api(given.actor(Role.UNIT_COORDINATOR, unit))
                        .get("/api/v1/figures/rows?period=nonsense")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_chart_of_months_has_a_table_beside_it_with_the_same_hours() {
        var v = visitor(given.actor(Role.ANALYST)).open("/statistics/figures?period=2019-H1&by=region&unit=" + unit);
        var chart = v.page().selectFirst("svg.chart");
        assertThat(chart.select("rect.chart__bar")).hasSize(2);
        var twin = v.page().selectFirst("details.fold table.bars");
        assertThat(twin.select("tbody tr")).hasSize(2);
        assertThat(twin.text()).contains("1:40", "4:19", "5:59");
    }

    @Test
    void opening_a_figure_is_recorded() {
        Given.Actor auditor = given.actor(Role.AUDITOR);
        api(auditor).get("/api/v1/figures/rows?period=2019-H1&unit=" + unit);
        assertThat(sql.sql("select subject_id from audit.entry where actor = ? and action = 'statistics.open'")
                        .param(auditor.person().value())
                        .query(String.class)
                        .list())
                .containsExactly("hours/2019-H1");
    }
}
