package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class RemindersTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Offerings offerings;

    @Autowired
    Reminders reminders;

    private String kind = "";
    private LocalDate today = LocalDate.EPOCH;

    /** At noon, whatever the hour of the day, and a kind that nothing else gives. */
    @BeforeEach
    void noon() {
        today = LocalDate.now(Time.PROGRAMME_ZONE);
        clock.setTo(at(today, LocalTime.NOON));
        kind = "kind_" + Given.serial();
        sql.sql("insert into training.qualification (code, name_ar, name_en) values (?, 'قيادة القوارب', 'Boats')")
                .param(kind)
                .update();
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Time.PROGRAMME_ZONE).toInstant();
    }

    private PersonId holder(int daysLeft) {
        PersonId person = members.memberPerson();
        members.award(person, kind, today.minusYears(1), today.plusDays(daysLeft));
        return person;
    }

    private List<String> steps(PersonId person) {
        return sql.sql("""
                select n.step::text from training.reminder n join training.award a on a.id = n.award_id
                 where a.person_id = ? order by n.step desc""").param(person.value()).query(String.class).list();
    }

    private long told(PersonId person) {
        return members.notices(person).stream().filter("award-ends"::equals).count();
    }

    private Map<String, Object> last(PersonId person) {
        return sql.sql("""
                select args ->> 'next' as next, args ->> 'nextEn' as title, args ->> 'day' as day, link
                  from delivery.notice where person_id = ? and key = 'award-ends' order by created_at desc, id desc limit 1""").param(person.value()).query().singleRow();
    }

    @Test
    void sixty_thirty_and_seven_days_before_each_once() {
        PersonId me = holder(61);
        for (int day = 0; day <= 62; day++) {
            clock.setTo(at(today.plusDays(day), LocalTime.NOON));
            reminders.sweep();
            reminders.sweep();
            long expected = day < 1 ? 0 : day < 31 ? 1 : day < 54 ? 2 : 3;
            assertThat(told(me)).as("after %s days", day).isEqualTo(expected);
        }
        assertThat(steps(me)).containsExactly("60", "30", "7");
    }

    @Test
    void a_house_that_was_down_for_days_tells_only_the_nearest_step() {
        PersonId weeks = holder(20);
        PersonId days = holder(5);
        PersonId lastDay = holder(0);
        PersonId over = holder(-1);
        reminders.sweep();
        assertThat(steps(weeks)).containsExactly("30");
        assertThat(steps(days)).containsExactly("7");
        assertThat(steps(lastDay)).containsExactly("7");
        assertThat(told(over)).isZero();
    }

    @Test
    void days_are_those_of_the_programme_not_of_greenwich() {
        PersonId me = holder(61);
        clock.setTo(at(today, LocalTime.of(23, 59)));
        reminders.sweep();
        assertThat(told(me)).isZero();
        clock.setTo(at(today.plusDays(1), LocalTime.of(0, 1)));
        reminders.sweep();
        assertThat(told(me)).isEqualTo(1);
    }

    @Test
    void revoked_and_renewed_ones_are_passed_over_and_whoever_left() {
        PersonId revoked = holder(10);
        members.revoke(revoked, kind);
        PersonId renewed = holder(10);
        members.award(renewed, kind, today.plusDays(11), today.plusYears(2));
        PersonId gone = holder(10);
        sql.sql("update membership.member set status = 'left', left_at = now() where person_id = ?")
                .param(gone.value())
                .update();
        reminders.sweep();
        assertThat(List.of(revoked, renewed, gone))
                .allSatisfy(p -> assertThat(told(p)).isZero());
    }

    @Test
    void eight_nodes_at_once_tell_each_holder_once() throws Exception {
        List<PersonId> holders = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> holder(29))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> sweep = reminders::sweep;
            for (var f : threads.invokeAll(java.util.Collections.nCopies(8, sweep))) {
                f.get();
            }
        }
        reminders.sweep();
        assertThat(holders).allSatisfy(p -> assertThat(told(p)).isEqualTo(1));
    }

    @Test
    void the_next_date_with_a_free_place_is_named_and_full_closed_or_too_early_ones_are_not() {
        Course course = training.published(TrainingGiven.course(given.unit(), List.of(), kind, "none", null));
        Instant start = at(today.plusDays(20), LocalTime.of(16, 0));
        Offering full = training.open(course, 1, 1, start, List.of());
        enrolments.enrol(viewer(members.memberPerson()), full.id(), Ids.next());
        Offering closed = training.open(course, 5, 1, start.plus(Duration.ofDays(1)), List.of());
        sql.sql("update training.offering set closes_at = ? where id = ?")
                .params(clock.instant().atOffset(java.time.ZoneOffset.UTC), closed.id())
                .update();
        PersonId early = holder(60);
        reminders.sweep();
        assertThat(last(early))
                .containsEntry("next", "course")
                .containsEntry("link", "/training/courses/" + course.code());
        Offering free = training.open(course, 5, 1, start.plus(Duration.ofDays(5)), List.of());
        PersonId me = holder(30);
        reminders.sweep();
        assertThat(last(me))
                .containsEntry("next", "seat")
                .containsEntry("title", course.title().en())
                .containsEntry("day", today.plusDays(30).toString())
                .containsEntry("link", "/training/offerings/" + free.id());
        assertThat(enrolments.get(viewer(me), free.id()).reasons()).isEmpty();
    }

    @Test
    void a_date_before_the_window_opens_is_no_way() {
        Course wide = TrainingGiven.course(given.unit(), List.of(), kind, "none", null);
        Course course = training.published(wide);
        sql.sql("update training.course set recertify_days = 10 where code = ?")
                .param(course.code())
                .update();
        training.open(course, 5, 1, at(today.plusDays(15), LocalTime.NOON), List.of());
        Offering later = training.open(course, 5, 1, at(today.plusDays(22), LocalTime.NOON), List.of());
        PersonId me = holder(30);
        reminders.sweep();
        assertThat(last(me)).containsEntry("link", "/training/offerings/" + later.id());
    }

    @Test
    void without_a_place_anywhere_interest_can_be_declared_and_it_is_said_in_the_readers_language() {
        Course course = training.published(TrainingGiven.course(given.unit(), List.of(), kind, "none", null));
        Offering draft = training.draft(course, 5, false);
        offerings.announce(training.office(), draft.id(), draft.version());
        Given.Actor me = members.member();
        members.award(me.person(), kind, today.minusYears(1), today.plusDays(7));
        reminders.sweep();
        assertThat(last(me.person()))
                .containsEntry("next", "interest")
                .containsEntry("link", "/training/offerings/" + draft.id());
        Visitor v = visitor(me);
        assertThat(v.open("/inbox?lang=ar").text())
                .contains("مؤهلك «قيادة القوارب» ينتهي في")
                .contains("سجّل اهتمامك")
                .doesNotContain(today.plusDays(7).toString());
        assertThat(v.open("/inbox?lang=en").text())
                .contains("Boats: yours ends on")
                .contains("Say that you are");
    }

    @Test
    void nothing_gives_it_any_more_and_the_office_is_named() {
        Given.Actor me = members.member();
        members.award(me.person(), kind, today.minusYears(1), today.plusDays(7));
        reminders.sweep();
        assertThat(last(me.person())).containsEntry("next", "none").containsEntry("link", "/training/mine");
        assertThat(visitor(me).open("/inbox?lang=en").text()).contains("Ask the training office how to renew it.");
    }
}
