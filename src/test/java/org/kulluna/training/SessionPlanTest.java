package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.plan;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Role;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.kulluna.volunteering.SignUps;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever teaches is bound as whoever learns, and a room seats whom it seats. */
class SessionPlanTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Offerings offerings;

    @Autowired
    Rooms rooms;

    @Autowired
    Enrolments enrolments;

    @Autowired
    SignUps signUps;

    private Course course;
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void course() {
        course = training.published(TrainingGiven.plain(given.unit()));
        start = training.soon();
    }

    private Session taught(Offering o, Instant at, PersonId... instructors) {
        return TrainingGiven.session(o.id(), at, Duration.ofHours(2), List.of(instructors));
    }

    private void put(Session s) {
        offerings.putSession(training.office(), s);
    }

    private static Session with(Session s, UUID room, Instant at, List<PersonId> instructors) {
        return new Session(
                s.id(),
                s.offering(),
                s.part(),
                s.title(),
                room,
                at,
                at.plus(Duration.ofHours(2)),
                s.zone(),
                false,
                instructors,
                0);
    }

    @Test
    void nobody_teaches_two_sessions_at_once_and_back_to_back_is_no_clash() {
        PersonId teacher = members.memberPerson();
        put(taught(training.draft(course, 5, false), start, teacher));
        Offering other = training.draft(course, 5, false);
        assertThatThrownBy(() -> put(taught(other, start.plus(Duration.ofHours(1)), teacher)))
                .isInstanceOfSatisfying(Refusal.class, r -> {
                    assertThat(r.key()).isEqualTo("instructor-bound");
                    assertThat(r.args())
                            .containsEntry("titleEn", course.title().en())
                            .containsEntry("at", start.toString());
                });
        assertThat(offerings.get(training.office(), other.id()).sessions()).isEmpty();
        put(taught(other, start.plus(Duration.ofHours(2)), teacher));
        assertThat(offerings.get(training.office(), other.id()).sessions()).hasSize(1);
    }

    @Test
    void a_duty_binds_a_teacher_and_teaching_binds_them_against_duties() {
        PersonId teacher = members.memberPerson();
        UUID shift = members.shift(plan(start, Duration.ofHours(2), 1));
        signUps.signUp(viewer(teacher), shift, Ids.next(), members.role(shift));
        Offering o = training.draft(course, 5, false);
        assertThatThrownBy(() -> put(taught(o, start.plus(Duration.ofHours(1)), teacher)))
                .hasMessage("instructor-bound");
        Session free = taught(o, start.plus(Duration.ofHours(2)), teacher);
        put(free);
        UUID clash = members.shift(plan(start.plus(Duration.ofHours(3)), Duration.ofHours(2), 1));
        assertThatThrownBy(() -> signUps.signUp(viewer(teacher), clash, Ids.next(), members.role(clash)))
                .hasMessage("overlap");
    }

    @Test
    void another_time_another_teacher_and_a_course_called_off_free_whoever_taught() {
        PersonId first = members.memberPerson();
        PersonId second = members.memberPerson();
        Offering o = training.draft(course, 5, false);
        Session s = taught(o, start, first);
        put(s);
        put(s);
        assertThat(bindings(first)).isEqualTo(1);
        Instant later = start.plus(Duration.ofDays(1));
        put(with(s, null, later, List.of(first)));
        put(taught(training.draft(course, 5, false), start, first));
        assertThat(bindings(first)).isEqualTo(2);
        put(with(s, null, later, List.of(second)));
        assertThat(members.isBound(first, s.id())).isFalse();
        assertThat(members.isBound(second, s.id())).isTrue();
        Offering now = offerings.get(training.office(), o.id());
        offerings.cancel(training.office(), o.id(), now.version(), "storm");
        assertThat(members.isBound(second, s.id())).isFalse();
    }

    private int bindings(PersonId person) {
        return sql.sql("select count(*) from eligibility.commitment where person_id = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void nobody_learns_in_the_session_they_teach() {
        PersonId teacher = members.memberPerson();
        Offering o = training.open(course, 5, 1, start, List.of(teacher));
        assertThatThrownBy(() -> enrolments.enrol(viewer(teacher), o.id(), Ids.next()))
                .hasMessage("overlap");
    }

    @Test
    void once_places_are_held_the_time_stays_but_the_teacher_may_change() {
        Offering o = training.open(course, 5, 1);
        Session s = o.sessions().getFirst();
        PersonId me = members.memberPerson();
        enrolments.enrol(viewer(me), o.id(), Ids.next());
        assertThatThrownBy(() -> put(with(s, null, s.startsAt().plusSeconds(3600), List.of())))
                .hasMessage("places-held");
        assertThatThrownBy(() -> put(taught(o, s.startsAt().plus(Duration.ofDays(3)))))
                .hasMessage("places-held");
        PersonId teacher = members.memberPerson();
        put(with(s, null, s.startsAt(), List.of(teacher)));
        assertThat(members.isBound(teacher, s.id())).isTrue();
        assertThat(members.isBound(me, s.id())).isTrue();
        assertThat(members.notices(me)).containsExactly("place-taken");
    }

    @Test
    void a_room_that_seats_fewer_than_may_come_is_refused_when_booked_and_when_places_are_added() {
        UUID small = room(10);
        Offering o = training.draft(course, 11, false);
        Session s = taught(o, start);
        assertThatThrownBy(() -> put(with(s, small, start, List.of())))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.faults()).containsEntry("room", List.of("room-too-small")));
        offerings.change(training.office(), sized(o, 10));
        put(with(s, small, start, List.of()));
        Offering now = offerings.get(training.office(), o.id());
        assertThatThrownBy(() -> offerings.change(training.office(), sized(now, 11)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.faults()).containsEntry("maximum", List.of("more-than-the-room-seats")));
        assertThat(offerings.change(training.office(), sized(now, 9)).maximum()).isEqualTo(9);
    }

    @Test
    void a_room_is_not_made_smaller_than_a_course_to_be_held_there() {
        UUID room = room(20);
        Offering o = training.draft(course, 15, false);
        put(with(taught(o, start), room, start, List.of()));
        assertThatThrownBy(() -> rooms.change(training.office(), room, seats(14)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.faults()).containsEntry("capacity", List.of("fewer-than-may-come")));
        assertThat(rooms.change(training.office(), room, seats(15)).capacity()).isEqualTo(15);
    }

    private RoomForm seats(int seats) {
        return new RoomForm("", "قاعة", "Room", course.unit(), given.place(), String.valueOf(seats));
    }

    @Test
    void a_session_taken_out_frees_whoever_teaches_and_whoever_learns_in_it() {
        PersonId teacher = members.memberPerson();
        PersonId me = members.memberPerson();
        Offering o = training.open(course, 5, 2, start, List.of(teacher));
        enrolments.enrol(viewer(me), o.id(), Ids.next());
        Session out = o.sessions().get(1);
        offerings.cancelSession(training.office(), o.id(), out.id());
        for (PersonId p : List.of(teacher, me)) {
            assertThat(members.isBound(p, out.id())).isFalse();
            assertThat(members.isBound(p, o.sessions().getFirst().id())).isTrue();
        }
        assertThatThrownBy(() -> put(out)).hasMessage("session-cancelled");
    }

    private UUID room(int seats) {
        UUID room = Ids.next();
        sql.sql("insert into training.room (id, unit_code, place_code, name_ar, name_en, capacity)"
                        + " values (?, ?, ?, 'قاعة', 'Room', ?)")
                .params(room, course.unit(), given.place(), seats)
                .update();
        return room;
    }

    private static Offering sized(Offering o, int maximum) {
        return new Offering(
                o.id(),
                o.course(),
                o.unit(),
                o.place(),
                o.state(),
                o.minimum(),
                maximum,
                o.waitingMaximum(),
                o.booked(),
                0,
                o.approval(),
                null,
                null,
                null,
                "",
                List.of(),
                o.version());
    }

    @Test
    void the_page_says_beside_the_field_what_is_wrong_and_names_whom_and_what() {
        PersonId teacher = members.memberPerson();
        long number = sql.sql("select number from membership.member where person_id = ?")
                .param(teacher.value())
                .query(Long.class)
                .single();
        put(taught(training.draft(course, 5, false), start, teacher));
        Offering o = training.draft(course, 25, false);
        UUID small = room(10);
        Visitor v =
                visitor(given.actor(Role.TRAINING_OFFICER)).open("/training/desk/" + o.id() + "/sessions/new?lang=en");
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "startsAt", OfferingForm.local(start),
                "endsAt", OfferingForm.local(start.plusSeconds(3600)),
                "room", small.toString(),
                "instructors", String.valueOf(number)));
        v.submit("form[data-operation=putSession]", form);
        assertThat(v.text()).contains("This room seats fewer than may come");
        form.put("room", "");
        v.submit("form[data-operation=putSession]", form);
        assertThat(v.text())
                .contains("is bound elsewhere at that time: " + course.title().en());
        form.put("instructors", "12345678901234567890");
        v.submit("form[data-operation=putSession]", form);
        assertThat(v.page().selectFirst("#instructors-fault")).isNotNull();
    }
}
