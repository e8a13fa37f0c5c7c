package org.kulluna.volunteering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.demanding;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.QueryCounter;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** Who comes, on the page, on paper and in a file; and what a late leave leaves behind. */
class RosterTest extends HouseTest {
    @Autowired
    VolunteeringGiven volunteering;

    @Autowired
    SignUps signUps;

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_sheet_has_those_who_sit_in_both_scripts_and_lines_for_walk_ins(String language) {
        String unit = given.unit();
        UUID shift = volunteering.shift(unit, demanding(plan(5), List.of(), 18, false, true));
        take(named("هند العامري", "Hind Alameri"), shift);
        PersonId gone = named("بدر", "Badr");
        take(gone, shift);
        signUps.leave(viewer(gone), shift);
        Visitor v = visitor(given.actor(Role.SHIFT_LEADER, unit))
                .in(language)
                .open("/volunteering/manage/shifts/" + shift + "/sheet?lang=" + language);
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().html()).doesNotContain("⟦");
        assertThat(v.page().select(".sheet bdi[lang=ar]").text()).isEqualTo("هند العامري");
        assertThat(v.page().select(".sheet bdi[lang=en]").text()).isEqualTo("Hind Alameri");
        assertThat(v.page().select(".sheet tbody tr"))
                .as("one who sits, four free seats")
                .hasSize(5);
    }

    @Test
    void the_sheet_of_an_empty_shift_says_so() {
        UUID shift = volunteering.shift(plan(5));
        Visitor v = visitor(given.actor(Role.DUTY_OFFICER)).open("/volunteering/manage/shifts/" + shift + "/sheet");
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().select(".sheet table")).isEmpty();
    }

    @Test
    void the_file_has_one_line_for_each_place_held_and_no_cell_that_would_run() {
        String unit = given.unit();
        UUID shift = volunteering.shift(unit, plan(1));
        take(named("=1+1", "Sara, \"the\" Khan"), shift);
        take(named("سعيد", "Saeed"), shift);
        PersonId gone = named("بدر", "Badr");
        take(gone, shift);
        signUps.leave(viewer(gone), shift);
        Given.Actor leader = given.actor(Role.SHIFT_LEADER, unit);
        Visitor v = visitor(leader).open("/volunteering/manage/shifts/" + shift + "/roster.csv");
        assertThat(v.status()).isEqualTo(200);
        String[] lines = v.page().wholeText().strip().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).contains("membership_number,name_ar,name_en,role_ar,role_en,state");
        assertThat(lines[1]).contains("'=1+1,\"Sara, \"\"the\"\" Khan\"").contains(",booked,,false,");
        assertThat(lines[2]).contains("Saeed").contains(",waiting,1,false,");
        assertThat(sql.sql("select count(*) from audit.entry where actor = ? and action = 'volunteering.take-roster'")
                        .param(leader.person().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sheet", "/roster.csv"})
    void a_roster_is_shown_to_its_own_unit_and_to_nobody_else(String form) {
        UUID shift = volunteering.shift(plan(2));
        String path = "/volunteering/manage/shifts/" + shift + form;
        assertThat(stranger().open(path).path()).startsWith("/sign-in");
        for (Given.Actor other : List.of(
                volunteering.member(),
                given.actor(Role.UNIT_COORDINATOR, given.unit()),
                given.actor(Role.SHIFT_LEADER, given.unit()),
                given.actor(Role.TRAINING_OFFICER),
                given.actor(Role.AUDITOR))) {
            assertThat(visitor(other).open(path).status()).isEqualTo(404);
        }
        Visitor duty = visitor(given.actor(Role.DUTY_OFFICER));
        assertThat(duty.open(path).status()).isEqualTo(200);
        for (String nonsense : List.of(Ids.next().toString(), "none", "%00")) {
            assertThat(duty.open("/volunteering/manage/shifts/" + nonsense + form)
                            .status())
                    .isBetween(400, 404);
        }
    }

    @Test
    void who_edits_for_one_unit_and_leads_in_another_is_offered_to_edit_only_there() {
        String own = given.unit();
        String other = given.unit();
        Given.Actor both = given.actor(Role.UNIT_COORDINATOR, own);
        sql.sql(
                        "insert into people.role_grant (id, person_id, role, unit_code, granted_at) values (?, ?, 'SHIFT_LEADER', ?, now())")
                .params(Ids.next(), both.person().value(), other)
                .update();
        UUID mine = volunteering.shift(own, plan(2));
        UUID theirs = volunteering.shift(other, plan(2));
        Visitor v = visitor(both);
        assertThat(v.open("/volunteering/manage/shifts/" + mine).page().select("form[data-operation=cancelShift]"))
                .hasSize(1);
        assertThat(v.open("/volunteering/manage/shifts/" + theirs).status()).isEqualTo(200);
        assertThat(v.page().select("form[data-operation], a[href$=/edit]").stream()
                        .map(e -> e.attr("data-operation") + e.attr("href"))
                        .filter(a -> !a.equals("endToken")))
                .isEmpty();
    }

    @Test
    void a_roster_asks_the_database_a_handful_of_times_however_long_it_is() {
        String unit = given.unit();
        UUID shift = volunteering.shift(unit, plan(40));
        take(volunteering.memberPerson(), shift);
        Visitor v = visitor(given.actor(Role.SHIFT_LEADER, unit));
        String path = "/volunteering/manage/shifts/" + shift;
        v.open(path);
        long few = QueryCounter.during(() -> v.open(path));
        for (int i = 0; i < 15; i++) {
            take(volunteering.memberPerson(), shift);
        }
        assertThat(QueryCounter.during(() -> v.open(path)))
                .isLessThanOrEqualTo(few)
                .isLessThanOrEqualTo(12);
    }

    @Test
    void a_seat_given_back_late_is_marked_and_the_page_says_so_before() {
        Given.Actor me = volunteering.member();
        UUID shift = volunteering.shift(plan(2));
        Visitor v = visitor(me).in("en").open("/volunteering/shifts/" + shift + "?lang=en");
        v.submit("form[data-operation=signUp]", Map.of());
        assertThat(v.page().select("#leave").text()).doesNotContain("late leave");
        clock.forward(Duration.ofDays(3).minusHours(6));
        v = visitor(me).in("en").open("/volunteering/shifts/" + shift);
        assertThat(v.page().select("#leave").text()).contains("late leave");
        v.submit("form[data-operation=leaveShift]", Map.of());
        assertThat(signUps.findMine(viewer(me.person()), shift).orElseThrow().reason())
                .isEqualTo("late");
        Visitor roster = visitor(given.actor(Role.DUTY_OFFICER)).in("en").open("/volunteering/manage/shifts/" + shift);
        assertThat(roster.text()).contains("Gave the place back (late)");
    }

    @Test
    void in_good_time_or_from_the_waiting_list_nobody_is_marked() {
        PersonId early = volunteering.memberPerson();
        PersonId waiting = volunteering.memberPerson();
        UUID shift = volunteering.shift(plan(1));
        take(early, shift);
        assertThat(signUps.leave(viewer(early), shift).reason()).isEmpty();
        take(volunteering.memberPerson(), shift);
        take(waiting, shift);
        clock.forward(Duration.ofDays(3).minusHours(6));
        assertThat(signUps.leave(viewer(waiting), shift).reason()).isEmpty();
    }

    private PersonId named(String ar, String en) {
        PersonId id = given.person("IN", LocalDate.of(1990, 5, 24), ar, en);
        volunteering.enrol(id, false);
        return id;
    }

    private void take(PersonId person, UUID shift) {
        signUps.signUp(viewer(person), shift, Ids.next(), volunteering.role(shift));
    }
}
