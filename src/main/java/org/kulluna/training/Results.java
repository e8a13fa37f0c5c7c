package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.kulluna.people.Person;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes an offering that was held: says of each place whether it was attended, partly attended or not at all, and gives
 * the awards of those who passed. A whole cohort graduates at once.
 */
@Component
public class Results {
    private final Offerings offerings;
    private final Classroom classroom;
    private final TraineeRows trainees;
    private final CourseAwards awards;
    private final Where where;
    private final Clock clock;

    /** In which region an offering counts: its place's, otherwise its unit's. */
    @Component
    record Where(Places places, Units units) {
        String region(Offering o) {
            return places.find(String.valueOf(o.place()))
                    .map(Place::region)
                    .orElseGet(() -> units.get(o.unit()).region());
        }
    }

    Results(
            Offerings offerings,
            Classroom classroom,
            TraineeRows trainees,
            CourseAwards awards,
            Where where,
            Clock clock) {
        this.offerings = offerings;
        this.classroom = classroom;
        this.trainees = trainees;
        this.awards = awards;
        this.where = where;
        this.clock = clock;
    }

    /**
     * What closing came to.
     *
     * @param withoutQuiz of those who attended, how many have not passed the quiz their course asks for
     * @param withoutEvaluation of those who attended, how many nobody evaluated though their course asks for it
     */
    public record Closing(int attended, int partial, int absent, int passed, int withoutQuiz, int withoutEvaluation) {
        static final Closing NOTHING = new Closing(0, 0, 0, 0, 0, 0);

        static Closing of(Course course, List<TraineeRows.Result> results) {
            List<TraineeRows.Presence> came = results.stream()
                    .filter(r -> r.state() == EnrolmentState.ATTENDED)
                    .map(TraineeRows.Result::presence)
                    .toList();
            return new Closing(
                    came.size(),
                    count(results, EnrolmentState.PARTIAL),
                    count(results, EnrolmentState.ABSENT),
                    (int) results.stream().filter(TraineeRows.Result::passed).count(),
                    (int) came.stream().filter(p -> !hasQuiz(course, p)).count(),
                    course.hasPractical()
                            ? (int) came.stream()
                                    .filter(p -> p.practicalPassed() == null)
                                    .count()
                            : 0);
        }

        private static int count(List<TraineeRows.Result> results, EnrolmentState state) {
            return (int) results.stream().filter(r -> r.state() == state).count();
        }
    }

    /** What closing would come to now: shown before anybody says yes. */
    @Transactional(readOnly = true)
    public Closing preview(Viewer viewer, UUID id) {
        Offering o = offerings.get(viewer, id);
        return Closing.of(o.course(), results(o));
    }

    /** @throws Refusal NOT_FOUND; CONFLICT not-over-yet, not-now, changed-meanwhile, evaluation-missing */
    @Transactional
    public Closing close(Viewer viewer, UUID id, int version) {
        offerings.get(viewer, id);
        // Whoever passed is judged anew for what they hold elsewhere: people are locked before offerings, here too.
        trainees.lockBooked(id);
        Offering o = classroom.lock(id);
        Instant now = clock.instant();
        if (!o.hasEnded(now)) {
            throw Refusal.conflict("not-over-yet");
        }
        List<TraineeRows.Result> results = results(o);
        if (Closing.of(o.course(), results).withoutEvaluation() > 0) {
            throw Refusal.conflict("evaluation-missing");
        }
        offerings.move(viewer, o, version, OfferingState.CLOSED, "");
        LocalDate ended = lastDay(o);
        PersonId by = viewer.signedIn();
        trainees.settle(o, ended, where.region(o), results, by, now);
        awards.give(
                viewer,
                o,
                ended,
                results.stream().filter(TraineeRows.Result::passed).toList());
        awards.closed(o);
        return Closing.of(o.course(), results);
    }

    private List<TraineeRows.Result> results(Offering o) {
        long planned = o.plannedMinutes();
        LocalDate day = o.sessions().isEmpty() ? LocalDate.EPOCH : lastDay(o);
        return trainees.presences(o).stream()
                .map(p -> result(o.course(), p, planned, day))
                .toList();
    }

    static TraineeRows.Result result(Course course, TraineeRows.Presence p, long planned, LocalDate day) {
        EnrolmentState state = p.minutes() == 0
                ? EnrolmentState.ABSENT
                : course.isAttendedBy(p.minutes(), planned) ? EnrolmentState.ATTENDED : EnrolmentState.PARTIAL;
        boolean quiz = hasQuiz(course, p);
        boolean practical = !course.hasPractical() || Boolean.TRUE.equals(p.practicalPassed());
        int age = p.bornOn() == null ? -1 : Period.between(p.bornOn(), day).getYears();
        boolean passed = state == EnrolmentState.ATTENDED && quiz && practical;
        return new TraineeRows.Result(Ids.next(), p, state, passed, Person.ageGroup(age));
    }

    /** Whether the quiz is passed, or none is asked for. */
    private static boolean hasQuiz(Course course, TraineeRows.Presence p) {
        Integer mark = course.passMark();
        return !course.hasQuiz() || (p.score() != null && mark != null && p.score() >= mark);
    }

    /** The local day of the last session: what decides the period it counts in. */
    static LocalDate lastDay(Offering o) {
        Session last = o.sessions().getLast();
        return Objects.requireNonNull(last.startsAt()).atZone(last.zone()).toLocalDate();
    }
}
