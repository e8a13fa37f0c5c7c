package org.kulluna.training;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Demand;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * A dated meeting of an offering, half-open in time.
 *
 * @param title of the course's part it teaches, otherwise its own; may be empty
 * @param room null until one is found
 */
public record Session(
        UUID id,
        UUID offering,
        @Nullable UUID part,
        LocalizedText title,
        @Nullable UUID room,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        boolean cancelled,
        List<PersonId> instructors,
        int version) {

    /** What eligibility is asked, once for each session. */
    Demand demand(Course course) {
        return new Demand(
                id, startsAt, endsAt, zone, course.minimumAge(), course.studentsWelcome(), course.prerequisites());
    }

    public long minutes() {
        return Duration.between(startsAt, endsAt).toMinutes();
    }

    public boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }

    public boolean isRunning(Instant now) {
        return !startsAt.isAfter(now) && !isOver(now);
    }
}
