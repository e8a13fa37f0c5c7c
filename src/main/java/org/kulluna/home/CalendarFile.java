package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A calendar as iCalendar (RFC 5545, names and refreshing of RFC 7986). It has no METHOD: it is read, not sent, so it
 * needs no organizer, and DTSTAMP says when an event was last changed.
 */
final class CalendarFile {
    private CalendarFile() {}

    /** @param house what paths of this house begin with: https://example.ae */
    static String of(List<CalendarEntry> entries, String name, String house) {
        CalendarText to = new CalendarText();
        to.line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Kulluna//Calendar//EN")
                .line("CALSCALE", "GREGORIAN")
                .words("NAME", name)
                .words("X-WR-CALNAME", name)
                .line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H")
                .line("X-PUBLISHED-TTL", "PT1H");
        zones(to, entries);
        entries.forEach(e -> event(to, e, house));
        return to.line("END", "VCALENDAR").toString();
    }

    private static void zones(CalendarText to, List<CalendarEntry> entries) {
        Map<String, List<CalendarEntry.Content>> byZone = entries.stream()
                .map(CalendarEntry::content)
                .collect(Collectors.groupingBy(c -> c.zone().getId(), TreeMap::new, Collectors.toList()));
        byZone.forEach((zone, events) -> {
            List<Instant> times = events.stream()
                    .flatMap(c -> Stream.of(c.startsAt(), c.endsAt()))
                    .sorted()
                    .toList();
            CalendarZone.write(to, ZoneId.of(zone), times.getFirst(), times.getLast());
        });
    }

    private static void event(CalendarText to, CalendarEntry e, String house) {
        CalendarEntry.Content c = e.content();
        String address = house + c.path();
        to.line("BEGIN", "VEVENT")
                .line("UID", e.id() + "@kulluna")
                .line("DTSTAMP", CalendarZone.utc(e.changedAt()))
                .line("LAST-MODIFIED", CalendarZone.utc(e.changedAt()))
                .line("SEQUENCE", String.valueOf(e.sequence()))
                .line("STATUS", c.status().toUpperCase(java.util.Locale.ROOT));
        CalendarZone.time(to, "DTSTART", c.startsAt(), c.zone());
        CalendarZone.time(to, "DTEND", c.endsAt(), c.zone());
        to.words("SUMMARY", c.title())
                .words("LOCATION", c.place())
                .words("DESCRIPTION", c.text().isBlank() ? address : c.text() + "\n" + address)
                .line("URL", address)
                .line("TRANSP", c.status().equals(CalendarEntry.CONFIRMED) ? "OPAQUE" : "TRANSPARENT");
        if (c.status().equals(CalendarEntry.CONFIRMED)) {
            alarm(to, "-P1D", c.title());
            alarm(to, "-PT1H", c.title());
        }
        to.line("END", "VEVENT");
    }

    private static void alarm(CalendarText to, String trigger, String title) {
        to.line("BEGIN", "VALARM")
                .line("ACTION", "DISPLAY")
                .line("TRIGGER", trigger)
                .line("DESCRIPTION", CalendarText.escape(title))
                .line("END", "VALARM");
    }
}
