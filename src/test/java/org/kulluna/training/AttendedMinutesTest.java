package org.kulluna.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kulluna.volunteering.VolunteeringGiven.viewer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.attendance.FactKind;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;

/** The time somebody was in a course's sessions, against one that is counted second by second. */
class AttendedMinutesTest extends HouseTest {
    private static final int PEOPLE = 40;

    @Autowired
    TrainingGiven training;

    @Autowired
    VolunteeringGiven members;

    @Autowired
    Enrolments enrolments;

    @Autowired
    SessionRoom room;

    @Autowired
    TraineeRows trainees;

    @Autowired
    Results results;

    private record Seen(UUID session, Instant at, boolean in) {}

    /** Random comings and goings, some before the start, behind the end, out before in, in twice, never out. */
    private List<Seen> wander(Offering o, Random random) {
        List<Seen> all = new ArrayList<>();
        for (Session s : o.sessions()) {
            for (int i = random.nextInt(7); i > 0; i--) {
                Instant at = s.startsAt().plusSeconds(random.nextInt(14_400) - 3600);
                all.add(new Seen(s.id(), at, random.nextBoolean()));
            }
        }
        all.sort(Comparator.comparing(Seen::at));
        return all;
    }

    /** The slow way: each second of each session, in or not by the last thing seen. */
    private static int minutes(Offering o, List<Seen> seen) {
        int minutes = 0;
        for (Session s : o.sessions()) {
            List<Seen> here =
                    seen.stream().filter(f -> f.session().equals(s.id())).toList();
            int seconds = 0;
            for (Instant t = s.startsAt(); t.isBefore(s.endsAt()); t = t.plusSeconds(1)) {
                Instant now = t;
                seconds += here.stream()
                        .filter(f -> !f.at().isAfter(now))
                        .reduce((a, b) -> b)
                        .filter(Seen::in)
                        .map(f -> 1)
                        .orElse(0);
            }
            minutes += seconds / 60;
        }
        return minutes;
    }

    @Test
    void the_statement_counts_what_the_seconds_say_whatever_was_seen() {
        Offering o = training.open(training.published(TrainingGiven.plain(given.unit())), PEOPLE, 2);
        Random random = new Random(11);
        Map<PersonId, Integer> expected = new HashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            PersonId p = members.memberPerson();
            enrolments.enrol(viewer(p), o.id(), Ids.next());
            List<Seen> seen = wander(o, random);
            seen.forEach(f -> insert(p, f));
            expected.put(p, minutes(o, seen));
        }
        assertThat(expected.values().stream().distinct().count()).isGreaterThan(PEOPLE / 2);
        assertThat(trainees.presences(o))
                .hasSize(PEOPLE)
                .allSatisfy(p -> assertThat(p.minutes()).isEqualTo(expected.get(p.person())));
        for (TraineeRows.Presence p : trainees.presences(o)) {
            EnrolmentState state = Results.result(o.course(), p, o.plannedMinutes(), Results.lastDay(o))
                    .state();
            assertThat(state == EnrolmentState.ABSENT).isEqualTo(p.minutes() == 0);
            assertThat(state == EnrolmentState.ATTENDED)
                    .isEqualTo(p.minutes() > 0 && p.minutes() >= o.plannedMinutes() * 0.8);
        }
    }

    private void insert(PersonId person, Seen f) {
        sql.sql("""
                insert into attendance.fact (id, duty_id, person_id, kind, happened_at, means, recorded_by, recorded_at)
                values (:id, :duty, :person, :kind, :at, 'desk', :person, :at)""")
                .param("id", Ids.next())
                .param("duty", f.session())
                .param("person", person.value())
                .param("kind", f.in() ? "in" : "out")
                .param("at", f.at().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    @Test
    void whoever_leaves_and_comes_back_is_not_counted_in_between() {
        Offering o = training.open(training.published(TrainingGiven.plain(given.unit())), 1, 1);
        PersonId me = members.memberPerson();
        enrolments.enrol(viewer(me), o.id(), Ids.next());
        Session s = o.sessions().getFirst();
        seen(s, me, FactKind.IN, 0);
        seen(s, me, FactKind.OUT, 10);
        seen(s, me, FactKind.IN, 110);
        clock.setTo(s.endsAt().plusSeconds(60));
        assertThat(trainees.presences(o).getFirst().minutes()).isEqualTo(20);
        assertThat(results.preview(training.office(), o.id())).isEqualTo(new Results.Closing(0, 1, 0, 0, 0, 0));
    }

    private void seen(Session s, PersonId person, FactKind kind, int minute) {
        clock.setTo(s.startsAt().plus(Duration.ofMinutes(minute)));
        room.mark(
                training.office(),
                s.id(),
                person,
                kind,
                s.startsAt().plus(Duration.ofMinutes(minute)),
                "seen",
                Ids.next());
    }

    @Test
    void a_phone_whose_clock_is_wrong_by_hours_changes_nothing_for_the_servers_counts() {
        PersonId teacher = members.memberPerson();
        Offering o = training.open(
                training.published(TrainingGiven.plain(given.unit())), 1, 1, training.soon(), List.of(teacher));
        var me = members.member();
        enrolments.enrol(viewer(me.person()), o.id(), Ids.next());
        Session s = o.sessions().getFirst();
        clock.setTo(s.startsAt().plusSeconds(600));
        String code = room.open(training.office(), s.id()).code();
        var answer = api(me).post(
                        "/api/v1/training/sessions/" + s.id() + "/here",
                        Map.of(
                                "id", Ids.next().toString(),
                                "code", code,
                                "happenedAt", s.startsAt().minusSeconds(30_000).toString()));
        assertThat(answer.status()).isEqualTo(200);
        clock.setTo(s.endsAt().plusSeconds(60));
        assertThat(trainees.presences(o).getFirst().minutes()).isBetween(109, 110);
    }
}
