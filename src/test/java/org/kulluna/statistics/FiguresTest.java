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
        for (Dimension d : Dimension.values()) {
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
}
