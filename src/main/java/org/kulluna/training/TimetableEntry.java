package org.kulluna.training;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * A session as it fills a room's and an instructor's week.
 *
 * @param room null until one is found
 * @param instructors for the weeks of instructors; programs read them in {@code lesson}
 * @param lesson null for another unit's: that the time is taken, and no more
 */
public record TimetableEntry(
        UUID id,
        @Nullable UUID room,
        @JsonIgnore List<PersonId> instructors,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable Lesson lesson) {

    /** @param instructors their names, in the order of their ids */
    public record Lesson(UUID offering, LocalizedText title, String unit, List<LocalizedText> instructors) {}

    boolean touches(Instant from, Instant to) {
        return startsAt.isBefore(to) && endsAt.isAfter(from);
    }
}
