package org.kulluna.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * What an auditor looks for, as typed: {@code actor} is a user name or a person's id, {@code action} the beginning of
 * an action, {@code subject} a kind or an id, the days are whole days of the programme's zone.
 */
public record TrailFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to) {

    public TrailFilter {
        actor = clean(actor);
        action = clean(action);
        subject = clean(subject);
        from = clean(from);
        to = clean(to);
    }

    private static String clean(@Nullable String text) {
        // No database holds a NUL, so nothing is found by one.
        String t = text == null ? "" : text.replace("\0", "").strip();
        return t.length() > 100 ? t.substring(0, 100) : t;
    }

    /** Null when the day is empty or nonsense: nonsense filters nothing out. */
    @Nullable
    Instant since() {
        LocalDate day = day(from);
        return day == null ? null : day.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
    }

    @Nullable
    Instant until() {
        LocalDate day = day(to);
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
    }

    /** Names of the filters in use: what the trail keeps of a look into it. */
    String[] used() {
        List<String> used = new ArrayList<>();
        addIf(used, "actor", actor);
        addIf(used, "action", action);
        addIf(used, "subject", subject);
        addIf(used, "from", from);
        addIf(used, "to", to);
        return used.toArray(String[]::new);
    }

    private static void addIf(List<String> used, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            used.add(name);
        }
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1900 || day.getYear() > 2999 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
