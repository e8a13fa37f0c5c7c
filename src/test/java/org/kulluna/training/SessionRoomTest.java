package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.FactKind;
import org.kulluna.attendance.FactOutcome;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

class SessionRoomTest extends HouseTest {
    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Offerings offerings;

    @Autowired
    SessionRoom room;

    @Autowired
    Results results;

    @Autowired
    RoomCode codes;

    private PersonId booked(Offering o) {
        PersonId me = members.memberPerson();
        enrolments.enrol(viewer(me), o.id(), Ids.next());
        return me;
    }

    private Offering offering(int sessions, PersonId instructor) {
        Course course =
                training.published(TrainingGiven.course(given.unit(), List.of(), "report_writing", "none", null));
        return training.open(course, 20, sessions, training.soon(), List.of(instructor));
    }

    private static Viewer instructor(PersonId person) {
        return new Viewer(person, null, List.of(new Viewer.Grant(Role.INSTRUCTOR, null)), false);
    }

    @Test
    void the_code_of_the_room_counts_for_its_half_minute_and_the_next_and_only_in_its_own_room() {
        UUID session = Ids.next();
        Instant now = Instant.parse("2026-05-24T12:00:10Z");
        String code = codes.at(session, now);
        assertThat(code).matches("[2-9A-HJ-NP-Z]{6}");
        assertThat(codes.isRight(session, " " + code.toLowerCase(java.util.Locale.ROOT), now))
                .isTrue();
        assertThat(codes.isRight(session, code, now.plusSeconds(30))).isTrue();
        assertThat(codes.isRight(session, code, now.plusSeconds(60))).isFalse();
        assertThat(codes.isRight(session, code, now.minusSeconds(30))).isFalse();
        assertThat(codes.isRight(Ids.next(), code, now)).isFalse();
        assertThat(codes.isRight(session, "", now)).isFalse();
    }

    @Test
    void a_trainee_shows_the_code_once_and_early_or_shared_codes_change_nothing() {
        PersonId teacher = given.person();
        Offering o = offering(1, teacher);
        Session s = o.sessions().getFirst();
        PersonId me = booked(o);
        PersonId stranger = members.memberPerson();
        String early = room.open(instructor(teacher), s.id()).code();
        UUID scanned = Ids.next();
        assertThatThrownBy(() -> room.here(viewer(me), s.id(), early, scanned)).hasMessage("session-too-early");
        assertThatThrownBy(() -> room.here(viewer(me), s.id(), early, scanned)).hasMessage("session-too-early");
        clock.setTo(s.startsAt().plusSeconds(60));
        String code = room.open(instructor(teacher), s.id()).code();
        UUID id = scanned;
        assertThatThrownBy(() -> room.here(viewer(stranger), s.id(), code, Ids.next()))
                .hasMessage("not-found");
        assertThatThrownBy(() -> room.here(viewer(me), s.id(), "ZZZZZZ", id)).hasMessage("room-code-wrong");
        assertThat(room.here(viewer(me), s.id(), code, id).state()).isEqualTo(FactOutcome.State.RECORDED);
        assertThat(room.here(viewer(me), s.id(), code, Ids.next()).state()).isEqualTo(FactOutcome.State.REPEATED);
        SessionRoom.Screen screen = room.open(instructor(teacher), s.id());
        assertThat(screen.in()).isEqualTo(1);
        assertThat(screen.trainees()).hasSize(1);
        assertThat(sql.sql("select count(*) from attendance.claim where duty_id = ?")
                        .param(s.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void only_who_teaches_or_runs_it_opens_the_room_and_nobody_marks_themselves() {
        PersonId teacher = given.person();
        Offering o = offering(1, teacher);
        Session s = o.sessions().getFirst();
        PersonId me = booked(o);
        assertThatThrownBy(() -> room.open(instructor(given.person()), s.id())).hasMessage("not-found");
        assertThatThrownBy(() -> room.open(viewer(me), s.id())).hasMessage("not-found");
        Viewer otherUnit =
                new Viewer(given.person(), null, List.of(new Viewer.Grant(Role.TRAINING_OFFICER, given.unit())), false);
        assertThatThrownBy(() -> room.open(otherUnit, s.id())).hasMessage("not-found");
        clock.setTo(s.startsAt().plusSeconds(60));
        Instant now = clock.instant();
        assertThatThrownBy(() -> room.mark(
                        training.office(), s.id(), training.office().signedIn(), FactKind.IN, now, "why", Ids.next()))
                .hasMessage("session-not-expected");
        Viewer selfTeacher = instructor(me);
        sql.sql("insert into training.session_instructor values (?, ?)")
                .params(s.id(), me.value())
                .update();
        assertThatThrownBy(() -> room.mark(selfTeacher, s.id(), me, FactKind.IN, now, "why", Ids.next()))
                .hasMessage("own-attendance");
    }

    @Test
    void closing_measures_minutes_against_the_threshold_and_gives_awards_that_eligibility_reads() {
        PersonId teacher = given.person();
        Offering o = offering(2, teacher);
        PersonId whole = booked(o);
        PersonId half = booked(o);
        PersonId never = booked(o);
        for (Session s : o.sessions()) {
            clock.setTo(s.startsAt().plusSeconds(30));
            mark(s, whole, FactKind.IN);
            if (s == o.sessions().getFirst()) {
                mark(s, half, FactKind.IN);
            }
        }
        assertThatThrownBy(() -> results.close(training.office(), o.id(), version(o)))
                .hasMessage("not-over-yet");
        clock.setTo(o.sessions().get(1).endsAt().plusSeconds(60));
        assertThat(results.preview(training.office(), o.id())).isEqualTo(new Results.Closing(1, 1, 1, 1, 0, 0));
        assertThat(results.close(training.office(), o.id(), version(o)))
                .isEqualTo(new Results.Closing(1, 1, 1, 1, 0, 0));
        assertThatThrownBy(() -> results.close(training.office(), o.id(), version(o)))
                .hasMessage("not-now");
        LocalDate day = Results.lastDay(o);
        assertThat(sql.sql("select qualification || ' ' || valid_from || ' ' || valid_to from training.award"
                                + " where person_id = ? and enrolment_id is not null")
                        .param(whole.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "report_writing " + day + " " + day.plusMonths(24).minusDays(1));
        assertThat(awards(half)).isZero();
        assertThat(awards(never)).isZero();
        assertThat(sql.sql("select state || ' ' || attended_minutes || ' ' || planned_minutes from training.result"
                                + " where offering_id = ? order by attended_minutes")
                        .param(o.id())
                        .query(String.class)
                        .list())
                .containsExactly("absent 0 240", "partial 119 240", "attended 238 240");
        assertThat(members.notices(whole)).containsExactly("place-taken", "course-passed", "feedback-asked");
    }

    @Test
    void a_renewal_inside_the_window_begins_the_day_after_and_supersedes_the_first_which_stays_to_be_checked() {
        PersonId teacher = given.person();
        Offering first = offering(1, teacher);
        PersonId me = booked(first);
        clock.setTo(first.sessions().getFirst().startsAt().plusSeconds(30));
        mark(first.sessions().getFirst(), me, FactKind.IN);
        clock.setTo(first.sessions().getFirst().endsAt().plusSeconds(60));
        results.close(training.office(), first.id(), version(first));
        LocalDate end = Results.lastDay(first).plusMonths(24).minusDays(1);
        clock.setTo(end.minusDays(30)
                .atTime(9, 0)
                .atZone(org.kulluna.shared.Time.PROGRAMME_ZONE)
                .toInstant());
        Offering second = training.open(first.course(), 5, 1);
        enrolments.enrol(viewer(me), second.id(), Ids.next());
        clock.setTo(second.sessions().getFirst().startsAt().plusSeconds(30));
        mark(second.sessions().getFirst(), me, FactKind.IN);
        clock.setTo(second.sessions().getFirst().endsAt().plusSeconds(60));
        results.close(training.office(), second.id(), version(second));
        assertThat(sql.sql("select valid_from || ' ' || valid_to from training.award where person_id = ?"
                                + " and supersedes is not null")
                        .param(me.value())
                        .query(String.class)
                        .single())
                .isEqualTo(
                        end.plusDays(1) + " " + end.plusMonths(24).plusDays(1).minusDays(1));
        assertThat(sql.sql("select count(*) from training.award n join training.award o on o.id = n.supersedes"
                                + " where n.person_id = ? and o.person_id = n.person_id and n.code <> o.code")
                        .param(me.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void mark(Session s, PersonId person, FactKind kind) {
        room.mark(training.office(), s.id(), person, kind, clock.instant(), "seen by the door", Ids.next());
    }

    private int version(Offering o) {
        return offerings.get(training.office(), o.id()).version();
    }

    private int awards(PersonId person) {
        return sql.sql("select count(*) from training.award where person_id = ? and enrolment_id is not null")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_threshold_never_makes_an_absent_person_complete() {
        Course c = TrainingGiven.plain("u");
        assertThat(c.isAttendedBy(0, 0)).isFalse();
        assertThat(c.isAttendedBy(0, 240)).isFalse();
        assertThat(c.isAttendedBy(191, 240)).isFalse();
        assertThat(c.isAttendedBy(192, 240)).isTrue();
    }
}
