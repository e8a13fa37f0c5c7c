package org.kulluna.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** The leader's page where no script runs: what it shows, and what going back and pressing twice does. */
class GateTest extends HouseTest {
    private static final String NUMBER = "form[data-number-form]";

    @Autowired
    private AttendanceGiven at;

    @Autowired
    private Gate gate;

    private String unit = "";
    private Given.Actor leader = new Given.Actor(new PersonId(Ids.next()), "", Viewer.STRANGER);
    private Duties.Duty duty;
    private String page = "";

    @BeforeEach
    void a_duty_runs() {
        unit = given.unit();
        leader = given.actor(Role.SHIFT_LEADER, unit);
        duty = at.running(unit);
        page = "/attendance/gate/" + duty.id();
    }

    private AttendanceGiven.Numbered expected() {
        AttendanceGiven.Numbered member = at.member(null);
        at.expected(duty, member.person());
        return member;
    }

    private static Map<String, String> press(UUID id, AttendanceGiven.Numbered who) {
        return Map.of("act", "in " + id, "membershipNumber", String.valueOf(who.number()));
    }

    @Test
    void pressing_twice_shows_the_first_and_stores_once() {
        AttendanceGiven.Numbered one = expected();
        Visitor v = visitor(leader).in("en");
        UUID id = Ids.next();
        v.open(page + "?lang=en").submit(NUMBER, press(id, one));
        assertThat(v.text()).contains("Checked in");
        v.open(page).submit(NUMBER, press(id, one));
        assertThat(v.path()).endsWith("/facts/" + id);
        assertThat(at.count("fact", duty)).isEqualTo(1);
    }

    @Test
    void a_page_gone_back_to_never_shows_one_person_green_for_another() {
        AttendanceGiven.Numbered one = expected();
        AttendanceGiven.Numbered two = expected();
        Visitor v = visitor(leader).in("en");
        UUID id = Ids.next();
        v.open(page + "?lang=en").submit(NUMBER, press(id, one));
        v.open(page).submit(NUMBER, press(id, two));
        assertThat(v.status()).isEqualTo(409);
        assertThat(v.text()).contains("press once more").doesNotContain("⟦");
        assertThat(v.page().selectFirst("#membershipNumber").val()).isEqualTo(String.valueOf(two.number()));
        assertThat(at.count("fact", duty)).isEqualTo(1);
        String fresh = v.page().selectFirst(NUMBER + " button").val();
        assertThat(fresh).startsWith("in ").doesNotContain(id.toString());
        v.submit(NUMBER, Map.of("act", fresh));
        assertThat(v.text()).contains("Checked in");
        assertThat(at.count("fact", duty)).isEqualTo(2);
        assertThat(v.in("ar").open(page + "?lang=ar").text()).contains("2").doesNotContain("⟦");
    }

    @Test
    void the_list_shows_name_role_photo_place_and_number_of_everybody_expected() {
        AttendanceGiven.Numbered one = expected();
        Visitor v = visitor(leader).in("en");
        v.open(page + "?lang=en");
        var row = v.page().selectFirst("[data-person=" + one.person() + "]");
        assertThat(row.text()).contains("Sara Khan", "Usher", String.valueOf(one.number()));
        assertThat(row.attr("data-initials")).isEqualTo("S K");
        v.submit(NUMBER, press(Ids.next(), one));
        assertThat(v.page().selectFirst(".avatar--large").text()).isEqualTo("S K");
        assertThat(v.page().selectFirst(".gate-result__name").text()).isEqualTo("Sara Khan");
        assertThat(v.text()).contains("Usher");
        v.open(page);
        var button = v.page().selectFirst("[data-person=" + one.person() + "] button[value^=out]");
        assertThat(button.hasAttr("hidden")).isFalse();
    }

    @Test
    void absence_is_marked_once_the_duty_has_begun() {
        AttendanceGiven.Numbered one = expected();
        Visitor v = visitor(leader).in("en");
        v.open(page + "?lang=en");
        v.submit("[data-person=" + one.person() + "] form", Map.of("act", "absent " + Ids.next()));
        assertThat(v.text()).contains("Marked absent");
        assertThat(gate.open(leader.viewer(), duty.id(), "").people().getFirst().state())
                .isEqualTo("absent");
        Duties.Duty later = at.duty(unit, at.now().plus(Duration.ofMinutes(30)), Duration.ofHours(2), false);
        PersonId early = at.expected(later);
        v.open("/attendance/gate/" + later.id());
        assertThat(v.page().selectFirst("button[value^=absent]").hasAttr("hidden"))
                .isTrue();
        v.submit("[data-person=" + early + "] form", Map.of("act", "absent " + Ids.next()));
        assertThat(v.text()).contains("nobody is absent");
        assertThat(at.count("fact", later)).isZero();
    }

    @Test
    void the_leaders_list_holds_the_duties_of_the_own_unit_that_run_or_begin_soon() {
        Duties.Duty elsewhere = at.running(given.unit());
        Duties.Duty tomorrow = at.duty(unit, at.now().plus(Duration.ofHours(30)), Duration.ofHours(2), false);
        Duties.Duty soon = at.duty(unit, at.now().plus(Duration.ofHours(20)), Duration.ofHours(2), false);
        Duties.Duty justOver = at.duty(unit, at.now().minus(Duration.ofHours(14)), Duration.ofHours(3), false);
        Duties.Duty longOver = at.duty(unit, at.now().minus(Duration.ofHours(20)), Duration.ofHours(3), false);
        Duties.Duty off = at.running(unit);
        at.put(new Duties.Duty(
                off.id(),
                off.kind(),
                new LocalizedText("ملغاة", "Called off"),
                off.unit(),
                off.pillar(),
                off.place(),
                off.region(),
                off.startsAt(),
                off.endsAt(),
                off.zone(),
                false,
                at.now()));
        assertThat(gate.list(leader.viewer()).stream().map(g -> g.duty().id()))
                .containsExactly(justOver.id(), duty.id(), soon.id())
                .doesNotContain(elsewhere.id(), tomorrow.id(), longOver.id(), off.id());
    }

    @Test
    void counts_follow_what_stands() {
        AttendanceGiven.Numbered one = expected();
        expected();
        Visitor v = visitor(leader).in("en");
        v.open(page + "?lang=en").submit(NUMBER, press(Ids.next(), one));
        assertThat(counts()).isEqualTo("1 in of 2, 1 came");
        v.submit("form:has(button[value^=void])", Map.of("act", "void " + Ids.next()));
        assertThat(counts()).as("taken back").isEqualTo("0 in of 2, 0 came");
        v.open(page).submit(NUMBER, press(Ids.next(), one));
        v.open(page)
                .submit(NUMBER, Map.of("act", "out " + Ids.next(), "membershipNumber", String.valueOf(one.number())));
        assertThat(counts()).isEqualTo("0 in of 2, 1 came");
    }

    private String counts() {
        GateDuty now = gate.get(leader.viewer(), duty.id());
        return now.inside() + " in of " + now.expected() + ", " + now.came() + " came";
    }

    @Test
    void a_fact_of_another_duty_has_no_page_here() {
        AttendanceGiven.Numbered one = expected();
        Visitor v = visitor(leader);
        UUID id = Ids.next();
        v.open(page).submit(NUMBER, press(id, one));
        Duties.Duty other = at.running(unit);
        assertThat(v.open("/attendance/gate/" + other.id() + "/facts/" + id).status())
                .isEqualTo(404);
        assertThat(v.open(page + "/facts/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(v.open(page + "/facts/nonsense").status()).isEqualTo(404);
        assertThat(visitor(given.actor(Role.SHIFT_LEADER, given.unit()))
                        .open(page + "/facts/" + id)
                        .status())
                .isEqualTo(404);
    }
}
