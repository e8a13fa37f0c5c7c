package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.membership.StandingChanged;
import org.kulluna.people.PapersChanged;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Places in courses to come are taken back when their ground falls away, and go to the next who waits. */
class CourseLapsesTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Offerings offerings;

    @Autowired
    Awards awards;

    @Autowired
    CourseSweep sweep;

    @Autowired
    org.kulluna.eligibility.ReasonNames names;

    @Autowired
    EnrolmentRows rows;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(Time.PROGRAMME_ZONE);
    private String kind = "";
    private Course course;

    @BeforeEach
    void needs() {
        kind = "kind_" + Given.serial();
        sql.sql("insert into training.qualification (code, name_ar, name_en) values (?, 'الغوص', 'Diving')")
                .param(kind)
                .update();
        course = training.published(TrainingGiven.course(given.unit(), List.of(kind), null, "none", null));
    }

    /** Names of kinds are kept in memory for a minute, so a new one may still be called by its code. */
    private String named() {
        return names.qualification(kind).en();
    }

    private PersonId holder() {
        PersonId me = members.memberPerson();
        members.award(me, kind, today.minusYears(1), today.plusYears(1));
        return me;
    }

    private Enrolment enrol(PersonId person, Offering o) {
        return enrolments.enrol(viewer(person), o.id(), Ids.next());
    }

    private EnrolmentState state(PersonId person, Offering o) {
        return rows.findLast(o.id(), person).orElseThrow().state();
    }

    private void revokeAtTheDesk(PersonId person) {
        sql.sql("select id from training.award where person_id = ? and qualification = ?")
                .params(person.value(), kind)
                .query(java.util.UUID.class)
                .list()
                .forEach(a -> awards.revoke(training.office(), a, new RevokeForm("copied")));
    }

    private Map<String, Object> lapse(PersonId person) {
        return sql.sql("""
                select args ->> 'reason' as reason, args ->> 'next' as next, args ->> 'qualificationEn' as missing, link
                  from delivery.notice where person_id = ? and key = 'place-lapsed'""").param(person.value()).query().singleRow();
    }

    @Test
    void a_revoked_award_takes_the_place_back_hands_it_on_and_names_the_way_back() {
        Course gives = training.published(TrainingGiven.course(given.unit(), List.of(), kind, "none", null));
        Offering way = training.open(gives, 5, 1);
        Offering o = training.open(course, 1, 2);
        PersonId me = holder();
        PersonId next = holder();
        enrol(me, o);
        enrol(next, o);
        revokeAtTheDesk(me);
        assertThat(state(me, o)).isEqualTo(EnrolmentState.LAPSED);
        assertThat(state(next, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(offerings.get(training.office(), o.id()).booked()).isEqualTo(1);
        o.sessions().forEach(s -> {
            assertThat(members.isBound(me, s.id())).isFalse();
            assertThat(members.isExpected(me, s.id())).isFalse();
            assertThat(members.isBound(next, s.id())).isTrue();
        });
        assertThat(members.notices(me)).containsExactly("place-taken", "place-lapsed", "award-revoked");
        assertThat(members.notices(next)).containsExactly("place-promoted");
        assertThat(lapse(me))
                .containsEntry("reason", "qualification")
                .containsEntry("next", "seat")
                .containsEntry("missing", named())
                .containsEntry("link", "/training/offerings/" + way.id());
    }

    @Test
    void it_is_said_in_words_that_a_reader_of_each_language_understands() {
        Given.Actor me = members.member();
        members.award(me.person(), kind, today.minusYears(1), today.plusYears(1));
        Offering o = training.open(course, 1, 1);
        enrol(me.person(), o);
        revokeAtTheDesk(me.person());
        var v = visitor(me);
        assertThat(v.open("/inbox?lang=en").text())
                .contains("you need " + named() + ", valid until the last session")
                .contains("After that you may sign up again.");
        assertThat(v.open("/inbox?lang=ar").text()).contains("سارٍ حتى آخر جلسة");
        assertThat(v.open("/training/offerings/" + o.id() + "?lang=en").text())
                .contains("Your place is no longer kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "suspended", "vetting", "visa"})
    void membership_and_papers_count_to_the_last_session(String what) {
        Offering o = training.open(training.published(TrainingGiven.plain(given.unit())), 1, 3);
        LocalDate last = o.sessions().getLast().demand(o.course()).lastDay();
        PersonId me = members.memberPerson();
        enrol(me, o);
        transaction.executeWithoutResult(t -> {
            spoil(me, what, last);
            events.publishEvent(what.equals("visa") ? new PapersChanged(me) : new StandingChanged(me));
        });
        assertThat(state(me, o)).isEqualTo(EnrolmentState.LAPSED);
        assertThat(lapse(me)).containsEntry("reason", what.equals("left") ? "not_a_member" : what);
    }

    private void spoil(PersonId me, String what, LocalDate last) {
        String statement = switch (what) {
            case "left" -> "update membership.member set status = 'left', left_at = now() where person_id = :p";
            case "suspended" ->
                "update membership.member set status = 'suspended', suspended_until = :last where person_id = :p";
            case "vetting" -> "update membership.vetting_check set valid_to = :last::date - 1 where person_id = :p";
            default -> "update people.residence_visa set valid_to = :last::date - 1 where person_id = :p";
        };
        sql.sql(statement).param("p", me.value()).param("last", last).update();
    }

    @Test
    void what_still_holds_on_the_last_day_keeps_the_place() {
        Offering o = training.open(training.published(TrainingGiven.plain(given.unit())), 1, 3);
        LocalDate last = o.sessions().getLast().demand(o.course()).lastDay();
        PersonId me = members.memberPerson();
        enrol(me, o);
        transaction.executeWithoutResult(t -> {
            spoil(me, "vetting", last.plusDays(1));
            events.publishEvent(new StandingChanged(me));
        });
        assertThat(state(me, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(members.notices(me)).containsExactly("place-taken");
    }

    @Test
    void whoever_waits_keeps_their_place_in_the_list_unless_they_leave_the_programme() {
        Offering o = training.open(course, 1, 1);
        enrol(holder(), o);
        PersonId mends = holder();
        PersonId leaves = holder();
        enrol(mends, o);
        enrol(leaves, o);
        revokeAtTheDesk(mends);
        assertThat(state(mends, o)).isEqualTo(EnrolmentState.WAITING);
        transaction.executeWithoutResult(t -> {
            spoil(leaves, "left", today);
            events.publishEvent(new StandingChanged(leaves));
        });
        assertThat(state(leaves, o)).isEqualTo(EnrolmentState.LAPSED);
        assertThat(members.notices(leaves)).isEmpty();
    }

    @Test
    void the_nightly_sweep_finds_what_nobody_said_and_says_it_once() {
        Offering o = training.open(course, 1, 1);
        PersonId me = holder();
        PersonId next = holder();
        enrol(me, o);
        enrol(next, o);
        members.revoke(me, kind);
        assertThat(state(me, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(sweep.sweep()).isPositive();
        sweep.sweep();
        assertThat(state(me, o)).isEqualTo(EnrolmentState.LAPSED);
        assertThat(state(next, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(members.notices(me)).containsExactly("place-taken", "place-lapsed");
    }

    @Test
    void a_course_that_has_begun_and_one_that_only_gathers_interest_are_left_alone() {
        Offering o = training.open(course, 1, 2);
        PersonId me = holder();
        enrol(me, o);
        clock.setTo(o.sessions().getFirst().startsAt().plusSeconds(60));
        revokeAtTheDesk(me);
        sweep.sweep();
        assertThat(state(me, o)).isEqualTo(EnrolmentState.BOOKED);
        Offering draft = training.draft(course, 5, false);
        Offering gathering = offerings.announce(training.office(), draft.id(), draft.version());
        PersonId keen = holder();
        enrol(keen, gathering);
        revokeAtTheDesk(keen);
        assertThat(state(keen, gathering)).isEqualTo(EnrolmentState.INTERESTED);
    }

    @Test
    void a_lapse_frees_its_hours_for_another_place_that_one_waits_for() {
        Course free = training.published(TrainingGiven.plain(given.unit()));
        Offering easy = training.open(free, 1, 1);
        PersonId other = members.memberPerson();
        PersonId me = holder();
        enrol(other, easy);
        enrol(me, easy);
        Offering hard = training.open(course, 1, 1, easy.startsAt(), List.of());
        enrol(me, hard);
        enrolments.cancel(viewer(other), easy.id());
        assertThat(state(me, easy)).isEqualTo(EnrolmentState.WAITING);
        revokeAtTheDesk(me);
        assertThat(state(me, hard)).isEqualTo(EnrolmentState.LAPSED);
        assertThat(state(me, easy)).isEqualTo(EnrolmentState.BOOKED);
    }

    @Test
    void a_newer_award_never_takes_a_place_back_and_early_renewal_does_not_lapse_the_course_that_gives_it() {
        Offering o = training.open(course, 1, 1);
        PersonId me = holder();
        enrol(me, o);
        Course gives = training.published(TrainingGiven.course(given.unit(), List.of(), kind, "none", null));
        PersonId learner = members.memberPerson();
        Offering lesson = training.open(gives, 1, 1);
        enrol(learner, lesson);
        for (PersonId p : List.of(me, learner)) {
            awards.record(
                    training.office(),
                    new AwardForm(
                            Ids.next().toString(),
                            p.toString(),
                            kind,
                            today.toString(),
                            today.plusDays(300).toString(),
                            "Office",
                            ""));
        }
        assertThat(state(me, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(state(learner, lesson)).isEqualTo(EnrolmentState.BOOKED);
    }
}
