package org.kulluna.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class ReportsTest extends HouseTest {
    @Autowired
    private Reports reports;

    @Autowired
    private ReportDesk desk;

    @Autowired
    private Reporters reporters;

    @Autowired
    private VolunteeringGiven volunteering;

    private String place;
    private Viewer member;
    private Viewer officer;

    @BeforeEach
    void somebody() {
        place = given.place();
        member = volunteering.member().viewer();
        officer = given.actor(Role.DUTY_OFFICER).viewer();
    }

    private ReportForm form(String body) {
        return new ReportForm(Ids.next().toString(), "obstacle", body, place, "", "", "Gate 3", "", "");
    }

    private Report sent(String body) {
        return reports.send(member, form(body));
    }

    private MoveForm to(Report r, ReportState state, String original, String text) {
        return new MoveForm(String.valueOf(r.version()), state.code(), "", original, text);
    }

    @Test
    void the_same_report_sent_ten_times_is_one() {
        ReportForm form = form("إطار على الطريق");
        Report first = reports.send(member, form);
        for (int i = 0; i < 9; i++) {
            assertThat(reports.send(member, form)).isEqualTo(first);
        }
        assertThat(reports.listOwn(member, "").rows()).hasSize(1);
        assertThat(reports.history(member, first.id())).extracting(Entry::kind).containsExactly("received");
    }

    @Test
    void an_id_of_somebody_elses_report_tells_nothing_of_it() {
        Report first = sent("x");
        Viewer other = volunteering.member().viewer();
        ReportForm same = new ReportForm(first.id().toString(), "vandalism", "y", place, "", "", "", "", "");
        assertThatThrownBy(() -> reports.send(other, same)).hasMessage("report-differs");
        assertThatThrownBy(() -> reports.getOwn(other, first.id())).hasMessage("not-found");
        assertThatThrownBy(() -> reports.add(other, first.id(), new FollowUpForm("", "z")))
                .hasMessage("not-found");
        assertThatThrownBy(() -> reports.withdraw(other, first.id())).hasMessage("not-found");
    }

    @Test
    void a_closed_category_and_points_at_sea_or_swapped_are_refused_and_nothing_is_stored() {
        sql.sql("""
                insert into incidents.category (code, subject, pillar, name_ar, name_en, urgency, answer_within, position, closed_at)
                values ('closed-one', 'social', 'responsibility', 'م', 'C', 3, 60, 999, now()) on conflict do nothing""").update();
        assertFault(new ReportForm("", "closed-one", "x", place, "", "", "", "", ""), "category", "not-a-choice");
        assertFault(new ReportForm("", "obstacle", "x", place, "25.5", "52.0", "", "", ""), "lat", "outside-area");
        assertFault(new ReportForm("", "obstacle", "x", "", "54.37", "24.45", "", "", ""), "lat", "degrees-swapped");
        assertFault(new ReportForm("", "obstacle", "x", "", "", "", "", "", ""), "place", "required");
        assertFault(
                new ReportForm("", "obstacle", "x", place, "", "", "", "2100-01-01T10:00", ""),
                "happenedAt",
                "in-the-future");
        assertThat(reports.listOwn(member, "").rows()).isEmpty();
    }

    private void assertFault(ReportForm form, String field, String fault) {
        assertThatThrownBy(() -> reports.send(member, form))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.faults()).containsEntry(field, List.of(fault)));
    }

    @Test
    void the_desk_weighs_assigns_and_answers_and_the_reporter_is_told_each_step_in_words() {
        Report r = sent("شخص تائه قرب البوابة");
        r = desk.assess(officer, r.id(), new AssessmentForm("0", "1", "2", "2", "0", "2", "0", ""));
        assertThat(r.state()).isEqualTo(ReportState.TRIAGE);
        assertThat(r.urgency()).isEqualTo(1);
        String unit = given.unit();
        r = desk.assign(officer, r.id(), new MoveForm(String.valueOf(r.version()), "", unit, "", ""));
        r = desk.move(officer, r.id(), to(r, ReportState.IN_PROGRESS, "", ""));
        r = desk.move(officer, r.id(), to(r, ReportState.RESOLVED, "", "وجدنا أهله"));
        assertThat(r.closedAt()).isNotNull();
        assertThat(reports.history(member, r.id()))
                .extracting(Entry::kind)
                .containsExactly("received", "assigned", "moved", "moved");
        assertThat(sql.sql("select key from delivery.notice where person_id = ? order by created_at, id")
                        .param(member.signedIn().value())
                        .query(String.class)
                        .list())
                .contains("report-assigned", "report-in-progress", "report-resolved");
    }

    @Test
    void what_a_reporter_adds_reaches_the_desk_also_after_the_end_and_is_said_once() {
        Report r = sent("x");
        desk.move(officer, r.id(), to(r, ReportState.NO_ACTION, "", ""));
        FollowUpForm more = new FollowUpForm(Ids.next().toString(), "it is back");
        reports.add(member, r.id(), more);
        reports.add(member, r.id(), more);
        assertThat(desk.list(officer, DeskFilter.of("open", "", "", place, "", "", ""))
                        .rows())
                .extracting(Report::id)
                .containsExactly(r.id());
        assertThat(desk.history(officer, r.id()))
                .filteredOn(e -> e.kind().equals("added"))
                .hasSize(1);
        Report again = desk.get(officer, r.id());
        again = desk.move(officer, r.id(), to(again, ReportState.TRIAGE, "", ""));
        assertThat(again.followUpAt()).isNull();
        assertThat(again.closedAt()).isNull();
    }

    @Test
    void a_unit_sees_what_was_assigned_to_it_and_nothing_else() {
        Report r = sent("x");
        String unit = given.unit();
        Viewer mine = given.actor(Role.UNIT_COORDINATOR, unit).viewer();
        Viewer others = given.actor(Role.UNIT_COORDINATOR, given.unit()).viewer();
        assertThatThrownBy(() -> desk.get(mine, r.id())).hasMessage("not-found");
        desk.assign(officer, r.id(), new MoveForm("0", "", unit, "", ""));
        assertThat(desk.get(mine, r.id()).unit()).isEqualTo(unit);
        assertThatThrownBy(() -> desk.get(others, r.id())).hasMessage("not-found");
        assertThat(desk.list(others, DeskFilter.of("open", "", "", "", "", "", ""))
                        .rows())
                .isEmpty();
    }

    @Test
    void each_look_at_a_reporter_is_recorded_and_a_protected_one_is_for_the_programmes_desk_only() {
        ReportForm form = new ReportForm(Ids.next().toString(), "vandalism", "x", place, "", "", "", "", "true");
        Report r = reports.send(member, form);
        String unit = given.unit();
        desk.assign(officer, r.id(), new MoveForm("0", "", unit, "", ""));
        Viewer ofUnit = given.actor(Role.DUTY_OFFICER, unit).viewer();
        assertThatThrownBy(() -> reporters.look(ofUnit, r.id())).hasMessage("not-found");
        assertThat(reporters.look(officer, r.id()).id()).isEqualTo(member.signedIn());
        assertThat(looks(r.id())).isEqualTo(1);
        assertThat(desk.history(officer, r.id()))
                .filteredOn(e -> e.kind().equals("received"))
                .allMatch(e -> e.by() == null);
    }

    private int looks(UUID report) {
        return sql.sql(
                        "select count(*) from audit.entry where action = 'incidents.look-at-reporter' and subject_id = ?")
                .param(report.toString())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_duplicate_names_the_first_one_and_near_ones_are_offered_with_their_words() {
        Report first = sent("إطار كبير على الجسر");
        Report second = reports.send(volunteering.member().viewer(), form("اطار على الجسر"));
        assertThat(desk.near(officer, second.id()))
                .extracting(n -> n.report().id())
                .containsExactly(first.id());
        assertThatThrownBy(() -> desk.move(officer, second.id(), to(second, ReportState.DUPLICATE, "", "")))
                .isInstanceOf(Refusal.class);
        Report joined = desk.move(officer, second.id(), to(second, ReportState.DUPLICATE, first.receipt(), ""));
        assertThat(joined.duplicateOf()).isEqualTo(first.id());
    }

    @Test
    void nobody_handles_what_they_sent_and_a_stale_page_changes_nothing() {
        Given.Actor both = volunteering.member();
        Report own = reports.send(both.viewer(), form("x"));
        Viewer desked = new Viewer(both.person(), null, officer.grants(), false);
        assertThatThrownBy(() -> desk.move(desked, own.id(), to(own, ReportState.RESOLVED, "", "")))
                .hasMessage("report-own");
        Report r = sent("y");
        desk.move(officer, r.id(), to(r, ReportState.RESOLVED, "", ""));
        assertThatThrownBy(() -> desk.move(officer, r.id(), to(r, ReportState.NO_ACTION, "", "")))
                .hasMessage("changed-meanwhile");
    }

    @Test
    void withdrawing_is_for_open_ones_and_said_twice_it_stays() {
        Report r = sent("x");
        reports.withdraw(member, r.id());
        assertThat(reports.withdraw(member, r.id()).state()).isEqualTo(ReportState.WITHDRAWN);
        Report closed = sent("y");
        desk.move(officer, closed.id(), to(closed, ReportState.RESOLVED, "", ""));
        assertThatThrownBy(() -> reports.withdraw(member, closed.id())).hasMessage("report-closed");
    }

    @Test
    void thirty_in_an_hour_are_enough() {
        for (int i = 0; i < 30; i++) {
            sent("x" + i);
        }
        assertThatThrownBy(() -> sent("one more")).hasMessage("too-many-reports");
    }
}
