package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class EnrolmentTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Offerings offerings;

    @Autowired
    Cohorts cohorts;

    @Autowired
    EnrolmentRows rows;

    Course course;

    @BeforeEach
    void course() {
        course = training.published(TrainingGiven.plain(given.unit()));
    }

    private Enrolment enrol(PersonId person, Offering o) {
        return enrolments.enrol(viewer(person), o.id(), Ids.next());
    }

    private PersonId person() {
        return members.memberPerson();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(24)) {
            List<T> all = new ArrayList<>();
            for (Future<T> f : threads.invokeAll(work)) {
                all.add(f.get());
            }
            return all;
        }
    }

    @Test
    void a_hundred_at_once_for_twenty_places_give_twenty_and_five_that_leave_give_five_promotions_told_once()
            throws Exception {
        Offering o = training.open(course, 20, 2);
        List<PersonId> people = IntStream.range(0, 100).mapToObj(i -> person()).toList();
        List<Enrolment> all = atOnce(people.stream()
                .map(p -> (Callable<Enrolment>) () -> enrol(p, o))
                .toList());
        assertThat(all).filteredOn(e -> e.state() == EnrolmentState.BOOKED).hasSize(20);
        assertThat(rows.listWaiting(o.id(), 0, 200).stream().map(Enrolment::place))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 80).boxed().toList());
        assertThat(offerings.get(training.office(), o.id()).booked()).isEqualTo(20);
        List<Enrolment> next = rows.listWaiting(o.id(), 0, 5);
        List<Enrolment> leaving = all.stream()
                .filter(e -> e.state() == EnrolmentState.BOOKED)
                .limit(5)
                .toList();
        atOnce(leaving.stream()
                .map(e -> (Callable<Enrolment>) () -> enrolments.cancel(viewer(e.person()), o.id()))
                .toList());
        assertThat(offerings.get(training.office(), o.id()).booked()).isEqualTo(20);
        for (Enrolment promoted : next) {
            assertThat(rows.find(promoted.id()).orElseThrow().state()).isEqualTo(EnrolmentState.BOOKED);
            assertThat(members.notices(promoted.person())).containsExactly("place-promoted");
        }
        assertThat(rows.listWaiting(o.id(), 0, 200)).hasSize(75);
    }

    @Test
    void the_same_id_or_a_second_try_gives_the_same_place() {
        Offering o = training.open(course, 5, 1);
        PersonId me = person();
        UUID id = Ids.next();
        Enrolment first = enrolments.enrol(viewer(me), o.id(), id);
        assertThat(enrolments.enrol(viewer(me), o.id(), id)).isEqualTo(first);
        assertThat(enrol(me, o)).isEqualTo(first);
        assertThat(offerings.get(training.office(), o.id()).booked()).isEqualTo(1);
        assertThatThrownBy(() -> enrolments.enrol(viewer(person()), o.id(), id)).hasMessage("id-used");
    }

    @Test
    void every_session_binds_and_a_clash_with_any_of_them_is_refused_by_name() {
        Offering o = training.open(course, 5, 2);
        Offering clash = training.open(
                training.published(TrainingGiven.plain(given.unit())),
                5,
                1,
                o.sessions().get(1).startsAt().plus(Duration.ofHours(1)),
                List.of());
        Offering after = training.open(
                training.published(TrainingGiven.plain(given.unit())),
                5,
                1,
                o.sessions().get(1).endsAt(),
                List.of());
        PersonId me = person();
        enrol(me, o);
        o.sessions().forEach(s -> {
            assertThat(members.isBound(me, s.id())).isTrue();
            assertThat(members.isExpected(me, s.id())).isTrue();
        });
        assertThatThrownBy(() -> enrol(me, clash)).hasMessage("overlap");
        assertThat(enrol(me, after).state()).isEqualTo(EnrolmentState.BOOKED);
        enrolments.cancel(viewer(me), after.id());
        enrolments.cancel(viewer(me), o.id());
        assertThat(members.isBound(me, o.sessions().get(0).id())).isFalse();
        assertThat(enrol(me, clash).state()).isEqualTo(EnrolmentState.BOOKED);
    }

    @Test
    void a_prerequisite_must_hold_to_the_last_session_and_says_the_way() {
        Course needs = training.published(TrainingGiven.course(given.unit(), List.of("first_aid"), null, "none", null));
        Offering o = training.open(needs, 5, 3);
        PersonId me = person();
        LocalDate last = o.sessions().get(2).demand(needs).lastDay();
        assertThat(enrolments.get(viewer(me), o.id()).reasons())
                .extracting(r -> r.key())
                .containsExactly("qualification");
        members.award(me, "first_aid", last.minusYears(1), last.minusDays(1));
        assertThatThrownBy(() -> enrol(me, o)).hasMessage("not-eligible");
        members.award(me, "first_aid", last.minusYears(1), last);
        assertThat(enrol(me, o).state()).isEqualTo(EnrolmentState.BOOKED);
    }

    @Test
    void without_a_date_it_gathers_interest_and_those_interested_are_told_once_there_is_one() {
        Offering draft = training.draft(course, 5, false);
        Offering gathering = offerings.announce(training.office(), draft.id(), draft.version());
        PersonId me = person();
        assertThat(enrol(me, gathering).state()).isEqualTo(EnrolmentState.INTERESTED);
        offerings.putSession(
                training.office(), TrainingGiven.session(draft.id(), training.soon(), Duration.ofHours(2), List.of()));
        Offering open = offerings.announce(
                training.office(),
                draft.id(),
                offerings.get(training.office(), draft.id()).version());
        assertThat(open.state()).isEqualTo(OfferingState.OPEN);
        assertThat(members.notices(me)).containsExactly("course-has-date");
        assertThat(enrol(me, open).state()).isEqualTo(EnrolmentState.BOOKED);
    }

    @Test
    void where_the_office_says_yes_to_each_a_place_is_taken_only_then() {
        Offering draft = training.draft(course, 1, true);
        offerings.putSession(
                training.office(), TrainingGiven.session(draft.id(), training.soon(), Duration.ofHours(2), List.of()));
        Offering o = offerings.announce(training.office(), draft.id(), draft.version());
        Enrolment a = enrol(person(), o);
        Enrolment b = enrol(person(), o);
        Enrolment c = enrol(person(), o);
        assertThat(List.of(a, b, c)).extracting(Enrolment::state).containsOnly(EnrolmentState.REQUESTED);
        assertThat(cohorts.decide(training.office(), o.id(), a.id(), true, "").state())
                .isEqualTo(EnrolmentState.BOOKED);
        assertThat(cohorts.decide(training.office(), o.id(), b.id(), true, "").state())
                .isEqualTo(EnrolmentState.WAITING);
        assertThat(cohorts.decide(training.office(), o.id(), c.id(), false, "full")
                        .state())
                .isEqualTo(EnrolmentState.DECLINED);
        assertThatThrownBy(() -> cohorts.decide(training.office(), o.id(), c.id(), true, ""))
                .hasMessage("decided-already");
        enrolments.cancel(viewer(a.person()), o.id());
        assertThat(rows.find(b.id()).orElseThrow().state()).isEqualTo(EnrolmentState.BOOKED);
    }

    @Test
    void a_cohort_gets_places_in_one_go_and_the_same_list_twice_changes_nothing() {
        Offering o = training.open(course, 3, 2);
        List<PersonId> people = IntStream.range(0, 4).mapToObj(i -> person()).toList();
        List<String> all = new ArrayList<>(people.stream()
                .map(p -> sql.sql("select number::text from membership.member where person_id = ?")
                        .param(p.value())
                        .query(String.class)
                        .single())
                .toList());
        all.add(1, "999999999999999");
        all.add("12345678901234567890");
        List<Cohorts.Placed> placed = cohorts.enrolMany(training.office(), o.id(), all);
        assertThat(placed)
                .extracting(Cohorts.Placed::reason)
                .containsExactly("", "unknown-number", "", "", "full", "unknown-number");
        assertThat(placed.getLast().number()).isEqualTo("12345678901234567890");
        assertThat(cohorts.enrolMany(training.office(), o.id(), all)).isEqualTo(placed);
        assertThat(offerings.get(training.office(), o.id()).booked()).isEqualTo(3);
        assertThat(members.notices(people.get(0))).containsExactly("place-given");
    }

    @Test
    void calling_off_frees_everybody_and_tells_each_once() {
        Offering o = training.open(course, 1, 2);
        PersonId in = person();
        PersonId waiting = person();
        enrol(in, o);
        enrol(waiting, o);
        Offering now = offerings.get(training.office(), o.id());
        Offering off = offerings.cancel(training.office(), o.id(), now.version(), "storm");
        assertThat(off.state()).isEqualTo(OfferingState.CANCELLED);
        assertThat(members.isBound(in, o.sessions().get(0).id())).isFalse();
        assertThat(members.notices(in)).containsExactly("place-taken", "course-cancelled");
        assertThat(members.notices(waiting)).containsExactly("course-cancelled");
        assertThatThrownBy(() -> enrol(person(), o)).hasMessage("offering-closed");
        assertThatThrownBy(() -> offerings.cancel(training.office(), o.id(), off.version(), "again"))
                .hasMessage("not-now");
    }

    @Test
    void a_place_is_given_back_until_the_day_said_and_not_after() {
        Offering o = training.open(course, 1, 1);
        sql.sql("update training.offering set cancel_by = ? where id = ?")
                .params(clock.instant().plusSeconds(3600).atOffset(java.time.ZoneOffset.UTC), o.id())
                .update();
        PersonId me = person();
        enrol(me, o);
        clock.forward(Duration.ofHours(2));
        assertThatThrownBy(() -> enrolments.cancel(viewer(me), o.id()))
                .isInstanceOf(Refusal.class)
                .hasMessage("too-late-to-cancel");
    }

    @Test
    void who_holds_what_the_course_gives_may_come_again_only_near_its_end_and_is_told_from_when() {
        Course gives = training.published(TrainingGiven.course(given.unit(), List.of(), "first_aid", "none", null));
        Offering o = training.open(gives, 5, 2);
        LocalDate last = Results.lastDay(o);
        PersonId early = person();
        members.award(early, "first_aid", last.minusYears(1), last.plusDays(61));
        assertThatThrownBy(() -> enrol(early, o))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.args())
                                .containsEntry("reason", "held_until")
                                .containsEntry("from", last.plusDays(1).toString())
                                .containsEntry("until", last.plusDays(61).toString()));
        PersonId renews = person();
        members.award(renews, "first_aid", last.minusYears(1), last.plusDays(60));
        assertThat(enrol(renews, o).state()).isEqualTo(EnrolmentState.BOOKED);
        PersonId ended = person();
        members.award(ended, "first_aid", last.minusYears(2), last.minusDays(1));
        assertThat(enrol(ended, o).state()).isEqualTo(EnrolmentState.BOOKED);
        PersonId endless = person();
        members.award(endless, "first_aid", last.minusYears(1), null);
        assertThat(enrolments.get(viewer(endless), o.id()).reasons())
                .extracting(r -> r.key())
                .containsExactly("held");
    }

    @Test
    void the_page_says_when_one_may_come_again_in_words_of_each_language() {
        Course gives = training.published(TrainingGiven.course(given.unit(), List.of(), "first_aid", "none", null));
        Offering o = training.open(gives, 5, 1);
        var me = members.member();
        members.award(me.person(), "first_aid", LocalDate.of(2026, 1, 1), LocalDate.of(2031, 3, 31));
        var v = visitor(me);
        assertThat(v.open("/training/offerings/" + o.id() + "?lang=en").text())
                .contains("You hold First aid until Monday, 31 March 2031")
                .contains("Thursday, 30 January 2031 or later");
        assertThat(v.open("/training/offerings/" + o.id() + "?lang=ar").text())
                .contains("تحمل مؤهل «الإسعافات الأولية» حتى الاثنين")
                .doesNotContain("2031-03-31");
    }

    @Test
    void a_place_given_back_is_news_to_its_holder_and_the_next_only() {
        Offering o = training.open(course, 2, 1);
        PersonId leaves = person();
        PersonId stays = person();
        PersonId next = person();
        PersonId waits = person();
        List.of(leaves, stays, next, waits).forEach(p -> enrol(p, o));
        enrolments.cancel(viewer(leaves), o.id());
        assertThat(members.notices(leaves)).containsExactly("place-taken");
        assertThat(members.notices(stays)).containsExactly("place-taken");
        assertThat(members.notices(next)).containsExactly("place-promoted");
        assertThat(members.notices(waits)).isEmpty();
        assertThat(offerings.get(training.office(), o.id()).stateAt(clock.instant()))
                .isEqualTo("full");
        assertThat(sql.sql("select cancelled_at is null from attendance.duty where id = ?")
                        .param(o.sessions().getFirst().id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whoever_was_interested_is_told_once_and_books_like_everybody() {
        Offering draft = training.draft(course, 1, false);
        Offering gathering = offerings.announce(training.office(), draft.id(), draft.version());
        PersonId first = person();
        PersonId second = person();
        PersonId gone = person();
        List.of(first, second, gone).forEach(p -> enrol(p, gathering));
        enrolments.cancel(viewer(gone), draft.id());
        offerings.putSession(
                training.office(), TrainingGiven.session(draft.id(), training.soon(), Duration.ofHours(2), List.of()));
        Offering dated = offerings.get(training.office(), draft.id());
        Offering open = offerings.announce(training.office(), draft.id(), dated.version());
        assertThatThrownBy(() -> offerings.announce(training.office(), draft.id(), open.version()))
                .hasMessage("not-now");
        assertThat(members.notices(gone)).isEmpty();
        assertThat(enrol(first, open).state()).isEqualTo(EnrolmentState.BOOKED);
        assertThat(enrol(second, open).state()).isEqualTo(EnrolmentState.WAITING);
        assertThat(members.notices(first)).containsExactly("course-has-date", "place-taken");
        assertThat(members.notices(second)).containsExactly("course-has-date");
    }

    @Test
    void a_room_holds_one_session_at_a_time_and_back_to_back_is_none() {
        Offering a = training.draft(course, 5, false);
        Offering b = training.draft(course, 5, false);
        UUID room = Ids.next();
        sql.sql("insert into training.room (id, unit_code, place_code, name_ar, name_en, capacity)"
                        + " values (?, ?, ?, 'قاعة', 'Room', 30)")
                .params(room, course.unit(), given.place())
                .update();
        offerings.putSession(training.office(), inRoom(a, room, 0));
        assertThatThrownBy(() -> offerings.putSession(training.office(), inRoom(b, room, 1)))
                .hasMessage("room-taken");
        assertThat(offerings.putSession(training.office(), inRoom(b, room, 2)).sessions())
                .hasSize(1);
    }

    private Session inRoom(Offering o, UUID room, int hoursLater) {
        Session s = TrainingGiven.session(
                o.id(), training.soon().plus(Duration.ofHours(hoursLater)), Duration.ofHours(2), List.of());
        return new Session(
                s.id(),
                s.offering(),
                s.part(),
                s.title(),
                room,
                s.startsAt(),
                s.endsAt(),
                s.zone(),
                false,
                List.of(),
                0);
    }
}
