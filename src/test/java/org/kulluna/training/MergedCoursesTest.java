package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.FactKind;
import org.kulluna.attendance.FactOutcome;
import org.kulluna.people.PersonErased;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Two records of one person become one, and so do their places in courses and what they teach. */
class MergedCoursesTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    EnrolmentRows rows;

    @Autowired
    Offerings offerings;

    @Autowired
    SessionRoom room;

    @Autowired
    Results results;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private PersonId from = new PersonId(Ids.next());
    private PersonId into = from;
    private Course course;

    @BeforeEach
    void twoRecords() {
        from = members.memberPerson();
        into = members.memberPerson();
        course = training.published(TrainingGiven.course(given.unit(), List.of(), "report_writing", "none", null));
    }

    private void merge() {
        assertThat(api(given.actor(Role.MEMBERSHIP_OFFICER))
                        .post(
                                "/api/v1/people/" + into + "/merge",
                                Map.of("from", from.toString(), "reason", "same card"))
                        .status())
                .isBetween(200, 204);
    }

    private Enrolment enrol(PersonId person, Offering o) {
        return enrolments.enrol(viewer(person), o.id(), Ids.next());
    }

    private EnrolmentState state(PersonId person, Offering o) {
        return rows.findHeldBy(o.id(), person).map(Enrolment::state).orElse(EnrolmentState.CANCELLED);
    }

    private int booked(Offering o) {
        return offerings.get(training.office(), o.id()).booked();
    }

    private void mark(Session s, PersonId person, FactKind kind) {
        room.mark(training.office(), s.id(), person, kind, clock.instant(), "seen", Ids.next());
    }

    @Test
    void a_place_goes_over_with_its_bindings_and_its_line_on_the_list() {
        Offering o = training.open(course, 1, 2);
        PersonId waiting = members.memberPerson();
        enrol(from, o);
        enrol(waiting, o);
        merge();
        assertThat(state(into, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(state(from, o)).isEqualTo(EnrolmentState.CANCELLED);
        assertThat(state(waiting, o)).isEqualTo(EnrolmentState.WAITING);
        assertThat(booked(o)).isEqualTo(1);
        o.sessions().forEach(s -> {
            assertThat(members.isBound(into, s.id())).isTrue();
            assertThat(members.isExpected(into, s.id())).isTrue();
            assertThat(members.isBound(from, s.id())).isFalse();
            assertThat(members.isExpected(from, s.id())).isFalse();
        });
    }

    @Test
    void of_two_places_one_stays_and_the_other_goes_to_the_next() {
        Offering o = training.open(course, 2, 1);
        PersonId waiting = members.memberPerson();
        enrol(into, o);
        enrol(from, o);
        enrol(waiting, o);
        merge();
        assertThat(state(into, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(state(waiting, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(booked(o)).isEqualTo(2);
        assertThat(enrolments.get(viewer(into), o.id()).holds()).isTrue();
        assertThat(enrol(into, o).state()).isEqualTo(EnrolmentState.BOOKED);
    }

    @Test
    void a_place_is_worth_more_than_one_in_the_list_and_the_list_moves_up() {
        Offering o = training.open(course, 1, 1);
        enrol(from, o);
        enrol(into, o);
        PersonId next = members.memberPerson();
        enrol(next, o);
        merge();
        assertThat(state(into, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(rows.findLast(o.id(), next).orElseThrow().place()).isEqualTo(1);
        assertThat(booked(o)).isEqualTo(1);
    }

    @Test
    void interest_and_a_line_in_the_list_go_over_too() {
        Offering full = training.open(course, 1, 1);
        enrol(members.memberPerson(), full);
        enrol(from, full);
        Offering draft = training.draft(course, 5, false);
        Offering gathering = offerings.announce(training.office(), draft.id(), draft.version());
        enrol(from, gathering);
        merge();
        assertThat(state(into, full)).isEqualTo(EnrolmentState.WAITING);
        assertThat(state(into, gathering)).isEqualTo(EnrolmentState.INTERESTED);
    }

    @Test
    void where_the_kept_record_is_bound_elsewhere_the_place_lapses_is_told_and_goes_on() {
        Offering o = training.open(course, 1, 2);
        Offering clash = training.open(
                training.published(TrainingGiven.plain(given.unit())),
                1,
                1,
                o.sessions().get(1).startsAt(),
                List.of());
        PersonId waiting = members.memberPerson();
        enrol(from, o);
        enrol(into, clash);
        enrol(waiting, o);
        merge();
        assertThat(rows.findLast(o.id(), into).orElseThrow().state()).isEqualTo(EnrolmentState.LAPSED);
        assertThat(state(into, clash)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(state(waiting, o)).isEqualTo(EnrolmentState.BOOKED);
        assertThat(members.notices(into)).containsExactly("place-taken", "place-lapsed");
    }

    @Test
    void attended_as_one_and_as_the_other_counts_once_for_the_kept_one() {
        Offering o = training.open(course, 2, 2);
        enrol(from, o);
        enrol(into, o);
        Session first = o.sessions().getFirst();
        clock.setTo(first.startsAt());
        mark(first, from, FactKind.IN);
        mark(first, into, FactKind.IN);
        merge();
        Session second = o.sessions().get(1);
        clock.setTo(second.startsAt());
        String code = room.open(training.office(), second.id()).code();
        assertThat(room.here(viewer(into), second.id(), code, Ids.next()).state())
                .isEqualTo(FactOutcome.State.RECORDED);
        assertThat(room.open(training.office(), first.id()).trainees())
                .hasSize(1)
                .allMatch(Trainee::isIn);
        clock.setTo(second.endsAt().plusSeconds(60));
        int version = offerings.get(training.office(), o.id()).version();
        assertThat(results.close(training.office(), o.id(), version)).isEqualTo(new Results.Closing(1, 0, 0, 1, 0, 0));
        assertThat(sql.sql("select sum(attended_minutes) from training.result where offering_id = ?")
                        .param(o.id())
                        .query(Integer.class)
                        .single())
                .isBetween(238, 240);
        assertThat(sql.sql(
                                "select count(*) from training.standing where person_id = ? and qualification = 'report_writing'")
                        .param(into.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_settled_stays_as_it_was_lived() {
        Offering o = training.open(course, 1, 1);
        Enrolment lived = enrol(from, o);
        Session s = o.sessions().getFirst();
        clock.setTo(s.startsAt());
        mark(s, from, FactKind.IN);
        clock.setTo(s.endsAt());
        results.close(
                training.office(),
                o.id(),
                offerings.get(training.office(), o.id()).version());
        merge();
        assertThat(rows.find(lived.id()).orElseThrow().person()).isEqualTo(from);
        assertThat(enrolments.listOwn(viewer(into)))
                .extracting(v -> v.offering().id())
                .containsExactly(o.id());
    }

    @Test
    void what_one_record_teaches_the_other_does_from_now_on() {
        Offering o = training.open(course, 5, 1, training.soon(), List.of(from));
        Session s = o.sessions().getFirst();
        merge();
        assertThat(offerings
                        .get(training.office(), o.id())
                        .sessions()
                        .getFirst()
                        .instructors())
                .containsExactly(into);
        assertThat(members.isBound(into, s.id())).isTrue();
        assertThat(members.isBound(from, s.id())).isFalse();
        Viewer teacher = new Viewer(into, null, List.of(new Viewer.Grant(Role.INSTRUCTOR, null)), false);
        assertThat(room.open(teacher, s.id()).session().id()).isEqualTo(s.id());
    }

    @Test
    void an_erased_teacher_teaches_nothing_more_and_binds_nobody() {
        Offering o = training.open(course, 5, 1, training.soon(), List.of(from));
        transaction.executeWithoutResult(t -> events.publishEvent(new PersonErased(from)));
        assertThat(offerings
                        .get(training.office(), o.id())
                        .sessions()
                        .getFirst()
                        .instructors())
                .isEmpty();
        assertThat(members.isBound(from, o.sessions().getFirst().id())).isFalse();
    }
}
