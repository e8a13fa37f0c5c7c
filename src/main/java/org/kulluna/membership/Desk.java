package org.kulluna.membership;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;

/** What every door of the membership desk asks of whom and of what was typed. Members belong to no unit, so the doors ask for rights held everywhere. */
final class Desk {
    private Desk() {}

    /** Nobody decides about themselves. */
    static void mustNotBe(Viewer viewer, PersonId person) {
        if (viewer.is(person)) {
            throw Refusal.conflict("not-about-yourself");
        }
    }

    /** A day as a date field sends it (ISO 8601), typed with any digits; empty when it is none. */
    static Optional<LocalDate> day(@Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(latinDigits(text));
            // Beyond those years PostgreSQL breaks off, and the last day Java knows would be stored as "infinity".
            return day.getYear() < 1800 || day.getYear() > 2999 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** -1 when the text is no number: no row has that version. */
    static int version(@Nullable String text) {
        String digits = latinDigits(text);
        return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : -1;
    }

    static String latinDigits(@Nullable String text) {
        StringBuilder b = new StringBuilder();
        for (char c : (text == null ? "" : text.strip()).toCharArray()) {
            int digit = Character.digit(c, 10);
            b.append(digit >= 0 ? (char) ('0' + digit) : c);
        }
        return b.toString();
    }

    /** What was typed, without what no database keeps. */
    static String text(@Nullable String text) {
        return text == null ? "" : text.replace("\u0000", "").strip();
    }
}
