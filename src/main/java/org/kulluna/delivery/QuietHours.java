package org.kulluna.delivery;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Hours of the day in which somebody is not disturbed: from {@code from} on and before {@code to}, over midnight where
 * {@code from} is the later one; none at all where the two are the same. {@code delivery.undisturbed} is the same in SQL.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    public boolean isQuiet(Instant at) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
    }

    /**
     * The moment itself when nobody is disturbed by it, otherwise when the quiet hours end, which is never within them.
     * An end that clocks skip is as much later as they skip; one that they show twice is the second.
     */
    public Instant next(Instant at) {
        Instant next = at;
        // The end may fall where clocks skip the only hours that are not quiet.
        for (int i = 0; i < 3 && isQuiet(next); i++) {
            next = end(next);
        }
        return next;
    }

    private Instant end(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        var day = local.toLocalTime().isBefore(to)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(to).atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }
}
