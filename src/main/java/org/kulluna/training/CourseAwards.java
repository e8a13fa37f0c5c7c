package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidates;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives what a course was passed for, inside the transaction that closed it. */
@Component
class CourseAwards {
    private final AwardRows rows;
    private final Units units;
    private final Candidates candidates;
    private final Tidings tidings;
    private final Clock clock;

    /** Who is told. */
    @Component("trainingTidings")
    record Tidings(Notices notices, Audit audit, ApplicationEventPublisher events) {}

    CourseAwards(AwardRows rows, Units units, Candidates candidates, Tidings tidings, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.candidates = candidates;
        this.tidings = tidings;
        this.clock = clock;
    }

    void give(Viewer viewer, Offering o, LocalDate day, List<TraineeRows.Result> passed) {
        Course course = o.course();
        String qualification = course.qualification();
        if (qualification == null || passed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<PersonId> people = passed.stream().map(r -> r.presence().person()).toList();
        rows.lockHolders(people);
        Map<PersonId, Candidate> known = candidates.byId(people, now);
        List<AwardRows.Written> earned = passed.stream()
                .map(r ->
                        earned(course, day, r.presence(), known.get(r.presence().person())))
                .toList();
        rows.insert(earned, qualification, units.get(o.unit()).name().ar(), "", viewer.signedIn(), now);
        tidings.audit().record(viewer, "training.award", "offering", o.id(), "qualification");
        Map<String, String> names =
                Map.of("ar", course.title().ar(), "en", course.title().en());
        for (AwardRows.Written e : earned) {
            tidings.events().publishEvent(new AwardChanged(e.person()));
            tidings.notices().tell(e.person(), "course-passed", names, "/training/mine");
        }
    }

    /** Says that the results stand. */
    void closed(Offering o) {
        tidings.events().publishEvent(new OfferingClosed(o.id()));
    }

    private static AwardRows.Written earned(
            Course course, LocalDate day, TraineeRows.Presence presence, @Nullable Candidate known) {
        List<Candidate.Span> held = known == null
                ? List.of()
                : known.qualifications().getOrDefault(String.valueOf(course.qualification()), List.of());
        LocalDate from = Recertification.begins(course, day, held);
        return new AwardRows.Written(
                Ids.next(), presence.person(), from, Recertification.ends(course, from), presence.enrolment());
    }
}
