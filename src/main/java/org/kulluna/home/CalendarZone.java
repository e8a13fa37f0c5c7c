package org.kulluna.home;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** A time zone as VTIMEZONE (RFC 5545, section 3.6.5): each change of its clocks over the time that is told of, by name. */
final class CalendarZone {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Before it, zones had mean local times with seconds that readers stumble over. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0);

    private CalendarZone() {}

    static String utc(Instant at) {
        return UTC.format(at);
    }

    /**
     * The property at its local time; in UTC where that time is told twice, when clocks go back: a local time means the
     * first of both (section 3.3.5), and not every reader knows it.
     */
    static void time(CalendarText to, String property, Instant at, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        if (zone.getRules().getValidOffsets(local).size() == 1) {
            to.line(property + ";TZID=" + zone.getId(), LOCAL.format(local));
        } else {
            to.line(property, utc(at));
        }
    }

    static void write(CalendarText to, ZoneId zone, Instant from, Instant until) {
        ZoneRules rules = zone.getRules();
        to.line("BEGIN", "VTIMEZONE").line("TZID", zone.getId());
        ZoneOffsetTransition change = rules.previousTransition(from.plusSeconds(1));
        if (change == null || change.getDateTimeBefore().isBefore(BEGINNING)) {
            ZoneOffset offset = rules.getOffset(from);
            observance(to, rules.isDaylightSavings(from), BEGINNING, offset, offset);
            change = rules.nextTransition(from);
        }
        while (change != null && !change.getInstant().isAfter(until)) {
            observance(
                    to,
                    rules.isDaylightSavings(change.getInstant()),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
        to.line("END", "VTIMEZONE");
    }

    private static void observance(
            CalendarText to, boolean summer, LocalDateTime begins, ZoneOffset before, ZoneOffset after) {
        String name = summer ? "DAYLIGHT" : "STANDARD";
        to.line("BEGIN", name)
                .line("DTSTART", LOCAL.format(begins))
                .line("TZOFFSETFROM", offset(before))
                .line("TZOFFSETTO", offset(after))
                .line("TZNAME", "UTC" + offset(after))
                .line("END", name);
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        return "%s%02d%02d".formatted(offset.getTotalSeconds() < 0 ? "-" : "+", minutes / 60, minutes % 60);
    }
}
