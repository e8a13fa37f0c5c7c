package org.kulluna.volunteering;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One shift as an iCalendar file (RFC 5545): UTC times, CRLF, lines folded at 75 octets. */
final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    static String of(Shift shift, String title, String place, String text, String address, Instant now) {
        StringBuilder b = new StringBuilder();
        line(b, "BEGIN:VCALENDAR");
        line(b, "VERSION:2.0");
        line(b, "PRODID:-//Kulluna//Duties//EN");
        line(b, "METHOD:PUBLISH");
        line(b, "BEGIN:VEVENT");
        line(b, "UID:" + shift.id() + "@kulluna");
        line(b, "DTSTAMP:" + UTC.format(now));
        line(b, "DTSTART:" + UTC.format(shift.startsAt()));
        line(b, "DTEND:" + UTC.format(shift.endsAt()));
        line(b, "SEQUENCE:" + shift.version());
        line(b, "STATUS:" + (shift.isCancelled() ? "CANCELLED" : "CONFIRMED"));
        line(b, "SUMMARY:" + escape(title));
        line(b, "LOCATION:" + escape(place));
        line(b, "DESCRIPTION:" + escape(text));
        line(b, "URL:" + address);
        line(b, "END:VEVENT");
        line(b, "END:VCALENDAR");
        return b.toString();
    }

    /** Section 3.3.11. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "");
    }

    /** Section 3.1: never cuts inside a character. */
    private static void line(StringBuilder b, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            String c = Character.toString(point);
            int size = c.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > 75) {
                b.append("\r\n ");
                octets = 1;
            }
            b.append(c);
            octets += size;
            i += Character.charCount(point);
        }
        b.append("\r\n");
    }
}
