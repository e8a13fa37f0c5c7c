package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.NewRole;
import org.kulluna.volunteering.NewShift;
import org.kulluna.volunteering.SignUps;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** Where each arrives: the public home, the member's, the officer's Today. */
class FirstPagesTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    @ParameterizedTest
    @CsvSource({
        "MEMBER, /home",
        "STUDENT, /home",
        "APPLICANT, /membership/application",
        "SHIFT_LEADER, /today",
        "UNIT_COORDINATOR, /today",
        "MEMBERSHIP_OFFICER, /today",
        "VETTING_OFFICER, /today",
        "TRAINING_OFFICER, /today",
        "DUTY_OFFICER, /today",
        "ANALYST, /today",
        "COMMANDER, /today",
        "AUDITOR, /today",
        "ADMINISTRATOR, /today"
    })
    void everybody_begins_where_their_work_is(Role role, String page) {
        Visitor v = visitor(given.actor(role)).open("/start");
        assertThat(v.path()).isEqualTo(page);
        assertThat(v.status()).isEqualTo(role == Role.APPLICANT ? v.status() : 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void a_stranger_reads_what_the_programme_is_and_what_is_coming(String language) {
        volunteering.shift(plan(3));
        Visitor v = said(stranger().in(language).open("/?lang=" + language));
        assertThat(v.page().select("a[href=/membership/apply]")).isNotEmpty();
        assertThat(v.page().select("a[href=/volunteering/opportunities]")).isNotEmpty();
        assertThat(v.page().select(".figure__number")).hasSizeGreaterThanOrEqualTo(4);
        said(stranger().in(language).open("/credits?lang=" + language));
    }

    @Test
    void the_member_s_and_the_officer_s_pages_are_closed_to_everybody_else() {
        for (String path : List.of("/home", "/today", "/search?q=sara", "/start")) {
            assertThat(stranger().open(path).path()).startsWith("/sign-in");
        }
        Visitor member = visitor(volunteering.member());
        assertThat(member.open("/today").status()).isEqualTo(404);
        assertThat(member.open("/search?q=sara").status()).isEqualTo(404);
        assertThat(visitor(given.actor(Role.TRAINING_OFFICER)).open("/home").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_next_duty_stands_first_with_everything_one_needs_on_the_way(String language) {
        Given.Actor me = volunteering.member();
        PersonId leader = given.person("AE", LocalDate.of(1980, 1, 1), "ليلى المنصوري", "Layla Almansoori");
        UUID later = volunteering.shift(plan(Instant.now().plus(5, ChronoUnit.DAYS), Duration.ofHours(1), 3));
        UUID next =
                volunteering.shift(led(plan(Instant.now().plus(2, ChronoUnit.DAYS), Duration.ofHours(1), 3), leader));
        take(me.person(), later);
        take(me.person(), next);
        Visitor v = said(visitor(me).in(language).open("/home?lang=" + language));
        var card = v.page().selectFirst(".card--next");
        assertThat(card).isNotNull();
        assertThat(card.select("a[href=/volunteering/shifts/" + next + "]")).hasSize(1);
        assertThat(card.select("a[href=/calendar/events/" + next + ".ics]")).hasSize(1);
        assertThat(card.select("a[href=/volunteering/shifts/" + next + "#leave]"))
                .hasSize(1);
        assertThat(card.select("a[href=/membership/pass]")).hasSize(1);
        assertThat(card.select("a[rel=noreferrer]").attr("href")).contains("24.45,54.35");
        assertThat(card.text()).contains(language.equals("ar") ? "ليلى المنصوري" : "Layla Almansoori");
        assertThat(card.text()).contains(language.equals("ar") ? "مرشد" : "Usher");
    }

    @Test
    void without_a_duty_ahead_the_page_invites_and_shows_three_that_suit() {
        Given.Actor me = volunteering.member();
        IntStream.range(0, 4).forEach(i -> volunteering.shift(plan(2)));
        Visitor v = said(visitor(me).open("/home"));
        assertThat(v.page().select(".card--next")).isEmpty();
        assertThat(v.page().select(".empty a[href=/volunteering/shifts]")).hasSize(1);
        assertThat(v.page().select("ul.cards > li")).hasSize(3);
    }

    @Test
    void a_called_off_or_finished_duty_is_nobody_s_next() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(3));
        take(me.person(), shift);
        assertThat(visitor(me).open("/home").page().select(".card--next")).hasSize(1);
        clock.forward(Duration.ofDays(3).plusHours(1));
        Visitor during = visitor(me).open("/home");
        assertThat(during.page().select(".card--next")).hasSize(1);
        assertThat(during.page().select("a[href$=#leave]"))
                .as("nobody leaves what has begun")
                .isEmpty();
        clock.forward(Duration.ofHours(4));
        assertThat(visitor(me).open("/home").page().select(".card--next")).isEmpty();
    }

    @Test
    void a_qualification_that_ends_soon_is_told_unless_it_goes_on_already() {
        Given.Actor me = volunteering.member();
        LocalDate today = LocalDate.now(Time.PROGRAMME_ZONE);
        volunteering.award(me.person(), "first_aid", today.minusYears(2), today.plusDays(12));
        volunteering.award(me.person(), "crowd_guidance", today.minusYears(2), today.plusDays(12));
        volunteering.award(me.person(), "crowd_guidance", today, today.plusYears(2));
        volunteering.award(me.person(), "event_security", today.minusYears(2), today.plusDays(60));
        Visitor v = said(visitor(me).in("en").open("/home?lang=en"));
        assertThat(v.page().select(".notice--warn:not([data-offline-band])")).hasSize(1);
        assertThat(v.page().select(".notice--warn:not([data-offline-band])").text())
                .contains("First aid");
    }

    @Test
    void today_shows_what_waits_for_this_officer_and_for_no_other() {
        assertThat(queues(given.actor(Role.MEMBERSHIP_OFFICER))).containsExactly("/membership/applications");
        assertThat(queues(given.actor(Role.VETTING_OFFICER)))
                .containsExactly("/membership/applications", "/membership/vetting");
        assertThat(queues(given.actor(Role.TRAINING_OFFICER))).containsExactly("/training/awards?state=ending");
        assertThat(queues(given.actor(Role.UNIT_COORDINATOR, given.unit())))
                .containsExactly("/attendance/claims", "/volunteering/manage?need=short");
        assertThat(queues(given.actor(Role.SHIFT_LEADER, given.unit()))).isEmpty();
    }

    @Test
    void hours_to_verify_and_shifts_that_lack_people_are_counted_in_one_s_own_unit_only() {
        String unit = given.unit();
        UUID shift = volunteering.shift(unit, plan(3));
        volunteering.shift(unit, plan(Instant.now().plus(9, ChronoUnit.DAYS), Duration.ofHours(1), 3));
        claim(shift);
        claim(shift);
        Visitor mine =
                said(visitor(given.actor(Role.UNIT_COORDINATOR, unit)).in("en").open("/today?lang=en"));
        assertThat(mine.text()).contains("2 claims of hours").contains("1 shift near lacks people");
        Visitor other = said(visitor(given.actor(Role.UNIT_COORDINATOR, given.unit()))
                .in("en")
                .open("/today?lang=en"));
        assertThat(other.text()).contains("No hours to verify").contains("All shifts near are filled");
        take(volunteering.memberPerson(), shift);
        assertThat(mine.open("/today").text()).contains("All shifts near are filled");
    }

    @Test
    void the_list_behind_the_number_holds_exactly_the_shifts_that_lack_people() {
        String unit = given.unit();
        UUID lacking = volunteering.shift(unit, plan(3));
        UUID filled = volunteering.shift(unit, plan(3));
        take(volunteering.memberPerson(), filled);
        volunteering.shift(unit, plan(Instant.now().plus(9, ChronoUnit.DAYS), Duration.ofHours(1), 3));
        Visitor v = said(visitor(given.actor(Role.UNIT_COORDINATOR, unit)).open("/volunteering/manage?need=short"));
        assertThat(v.page().select("tbody tr")).hasSize(1);
        assertThat(v.page().select("tbody a").attr("href"))
                .endsWith(opportunity(lacking).toString());
        assertThat(v.page().select("select[name=need] option[selected]").attr("value"))
                .isEqualTo("short");
    }

    @Test
    void the_board_has_today_s_duties_of_one_s_units_with_their_seats() {
        String unit = given.unit();
        Instant soon = Instant.now().plusSeconds(30);
        UUID today = volunteering.shift(unit, plan(soon, Duration.ofHours(2), 5));
        volunteering.shift(unit, plan(soon.plus(2, ChronoUnit.DAYS), Duration.ofHours(2), 5));
        volunteering.shift(plan(soon, Duration.ofHours(2), 5));
        take(volunteering.memberPerson(), today);
        Visitor v = said(visitor(given.actor(Role.SHIFT_LEADER, unit)).in("en").open("/today?lang=en"));
        assertThat(v.page().select("tbody tr")).hasSize(1);
        assertThat(v.page().select("tbody a[href=/attendance/gate/" + today + "]"))
                .hasSize(1);
        assertThat(v.page().select("tbody .staffing--good").text()).isEqualTo("1 / 5");
    }

    @Test
    void a_first_page_asks_the_database_a_handful_of_times_however_much_there_is() {
        String unit = given.unit();
        Given.Actor boss = given.actor(Role.UNIT_COORDINATOR, unit);
        Visitor desk = visitor(boss).open("/today");
        Given.Actor me = volunteering.member();
        Visitor home = visitor(me).open("/home");
        long few = QueryCounter.during(() -> desk.open("/today"));
        long fewHome = QueryCounter.during(() -> home.open("/home"));
        Instant soon = Instant.now().plusSeconds(60);
        IntStream.range(0, 12).forEach(i -> volunteering.shift(unit, plan(soon, Duration.ofHours(2), 5)));
        assertThat(QueryCounter.during(() -> desk.open("/today")))
                .isLessThanOrEqualTo(few + 1)
                .isLessThanOrEqualTo(12);
        assertThat(QueryCounter.during(() -> home.open("/home")))
                .isLessThanOrEqualTo(fewHome + 1)
                .isLessThanOrEqualTo(16);
    }

    private List<String> queues(Given.Actor officer) {
        return said(visitor(officer).open("/today")).page().select(".card__title a").eachAttr("href").stream()
                .filter(p -> !p.equals("/today"))
                .toList();
    }

    private void claim(UUID shift) {
        sql.sql("""
                insert into attendance.claim (id, duty_id, person_id, minutes, state, opened_at)
                values (?, ?, ?, 60, 'open', now())""")
                .params(Ids.next(), shift, volunteering.memberPerson().value())
                .update();
    }

    private UUID opportunity(UUID shift) {
        return sql.sql("select opportunity_id from volunteering.shift where id = ?")
                .param(shift)
                .query(UUID.class)
                .single();
    }

    private void take(PersonId person, UUID shift) {
        signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }

    private static NewShift led(NewShift s, PersonId leader) {
        return new NewShift(
                null,
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                null,
                List.of(),
                18,
                false,
                false,
                leader,
                List.of(new NewRole(new LocalizedText("مرشد", "Usher"), 1, 3)));
    }

    private static Visitor said(Visitor v) {
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦").doesNotContain("{count").doesNotContain("{day");
        assertThat(v.page().select("h1")).hasSize(1);
        return v;
    }
}
