package org.kulluna.home;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/**
 * Where a person is to be, and nobody else's name.
 *
 * @param waiting for a place, so it may come to nothing
 * @param detail the role on a duty, the part of a course in a session; may be empty
 * @param room empty without one
 * @param place its code; empty without one
 * @param page of the offering a session belongs to, otherwise the same as {@code id}
 */
public record Appointment(
        UUID id,
        Kind kind,
        boolean waiting,
        LocalizedText title,
        LocalizedText detail,
        LocalizedText room,
        String place,
        UUID page,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone) {
    /** A shift, a session as its trainee, a session as who teaches it. */
    public enum Kind {
        DUTY,
        SESSION,
        LESSON;

        /** As part of message keys. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The month it begins in, where it is: 2026-05. */
    public String month() {
        return YearMonth.from(startsAt.atZone(zone)).toString();
    }

    /** Where it is read about. */
    public String path() {
        return switch (kind) {
            case DUTY -> "/volunteering/shifts/" + page;
            case SESSION -> "/training/offerings/" + page;
            case LESSON -> "/training/teach/" + id;
        };
    }
}
