package org.kulluna.training;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.kulluna.shared.Typed;

/**
 * Which week is looked at, and by what. Nonsense means this week and everything.
 *
 * @param monday the first day of the week
 * @param by room or instructor
 * @param unit whose rooms and sessions; empty for all
 * @param room its id, or empty
 * @param instructor a person's id, or empty
 */
public record TimetableFilter(LocalDate monday, String by, String unit, String room, String instructor) {
    static TimetableFilter of(String week, String by, String unit, String room, String instructor, LocalDate today) {
        LocalDate day = today;
        try {
            LocalDate typed = LocalDate.parse(Typed.text(week));
            day = typed.getYear() < 1970 || typed.getYear() > 2200 ? today : typed;
        } catch (DateTimeException e) {
            // this week
        }
        return new TimetableFilter(
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                by.equals("instructor") ? "instructor" : "room",
                Typed.text(unit),
                Typed.text(room),
                Typed.text(instructor));
    }

    public boolean isByRoom() {
        return by.equals("room");
    }
}
