package org.kulluna.home;

import java.nio.charset.StandardCharsets;

/** Content lines of iCalendar: CRLF, folded at 75 octets without splitting a letter (RFC 5545, section 3.1). */
final class CalendarText {
    private static final int OCTETS = 75;
    private final StringBuilder text = new StringBuilder();

    /** A line as it stands; {@code value} holds no line break. */
    CalendarText line(String name, String value) {
        int octets = 0;
        String whole = name + ":" + value;
        for (int i = 0; i < whole.length(); ) {
            String letter = Character.toString(whole.codePointAt(i));
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += size;
            i += letter.length();
        }
        text.append("\r\n");
        return this;
    }

    /** A line of human text; without one, no line. */
    CalendarText words(String name, String value) {
        return value.isBlank() ? this : line(name, escape(value));
    }

    /** Section 3.3.11. Control characters mean nothing in a title and break some readers. */
    static String escape(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
