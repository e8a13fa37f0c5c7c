package org.kulluna.volunteering;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;

/** What people type, read by hand: nonsense is a fault beside its field, never an error. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static int number(@Nullable String typed, int otherwise) {
        String digits = org.kulluna.shared.SearchText.fold(text(typed));
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }

    static boolean yes(@Nullable String typed) {
        return text(typed).matches("true|on|yes|1");
    }

    /** The id the client made, or a new one. @throws Refusal INVALID when it is none */
    static UUID id(@Nullable String typed) {
        return text(typed).isEmpty() ? Ids.next() : ShiftsApi.uuid("id", text(typed));
    }

    /** A local time in that zone (2026-05-24T16:00), or an instant (2026-05-24T12:00:00Z); null when it is neither. */
    static @Nullable Instant instant(@Nullable String typed, ZoneId zone) {
        String text = text(typed).replace(' ', 'T');
        try {
            Instant at = text.length() <= 19 && !text.endsWith("Z")
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            int year = at.atZone(zone).getYear();
            return year < 1970 || year > 2200 ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable ZoneId zone(@Nullable String typed) {
        try {
            return text(typed).isEmpty() ? org.kulluna.shared.Time.PROGRAMME_ZONE : ZoneId.of(text(typed));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
