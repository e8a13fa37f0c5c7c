package org.kulluna.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people type, read by hand: nonsense is a fault beside its field, never an error. */
public final class Typed {
    private Typed() {}

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    public static int number(@Nullable String typed, int otherwise) {
        String digits = SearchText.fold(text(typed));
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }

    public static boolean yes(@Nullable String typed) {
        return text(typed).matches("true|on|yes|1");
    }

    /**
     * The id the client made, or a new one. One made from a name (RFC 9562, section 5.3) could be chosen to be that of
     * something of the house's own.
     *
     * @throws Refusal INVALID when it is none
     */
    public static UUID id(@Nullable String typed) {
        UUID id = text(typed).isEmpty() ? Ids.next() : uuid("id", text(typed));
        if (id.version() == 3 || id.version() == 5) {
            throw Refusal.invalid("id", "not-a-uuid");
        }
        return id;
    }

    /** A local time in that zone (2026-05-24T16:00), or an instant (2026-05-24T12:00:00Z); null when it is neither. */
    public static @Nullable Instant instant(@Nullable String typed, ZoneId zone) {
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

    public static @Nullable ZoneId zone(@Nullable String typed) {
        try {
            return text(typed).isEmpty() ? Time.PROGRAMME_ZONE : ZoneId.of(text(typed));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @throws Refusal INVALID beside that field when it is none */
    public static UUID uuid(String field, @Nullable String typed) {
        try {
            return UUID.fromString(text(typed));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(field, "not-a-uuid");
        }
    }
}
