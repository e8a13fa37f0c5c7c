package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
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
    private final Tidings tidings;
    private final Clock clock;

    /** Who is told. */
    @Component("trainingTidings")
    record Tidings(Notices notices, Audit audit, ApplicationEventPublisher events) {}

    CourseAwards(AwardRows rows, Units units, Tidings tidings, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.tidings = tidings;
        this.clock = clock;
    }

    record Earned(UUID id, UUID enrolment, PersonId person) {}

    void give(Viewer viewer, Offering o, LocalDate from, List<TraineeRows.Result> passed) {
        Course course = o.course();
        String qualification = course.qualification();
        if (qualification == null || passed.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Earned> earned = passed.stream()
                .map(r -> new Earned(
                        Ids.next(), r.presence().enrolment(), r.presence().person()))
                .toList();
        rows.insertEarned(
                earned,
                qualification,
                from,
                end(course, from),
                units.get(o.unit()).name().ar(),
                viewer.signedIn(),
                now);
        tidings.audit().record(viewer, "training.award", "offering", o.id(), "qualification");
        Map<String, String> names =
                Map.of("ar", course.title().ar(), "en", course.title().en());
        for (Earned e : earned) {
            tidings.events().publishEvent(new AwardChanged(e.person()));
            tidings.notices().tell(e.person(), "course-passed", names, "/training/mine");
        }
    }

    /** Says that the results stand. */
    void closed(Offering o) {
        tidings.events().publishEvent(new OfferingClosed(o.id()));
    }

    /** The day before the same day so many months later; null without end. */
    static @Nullable LocalDate end(Course course, LocalDate from) {
        Integer months = course.validityMonths();
        return months == null ? null : from.plusMonths(months).minusDays(1);
    }
}
