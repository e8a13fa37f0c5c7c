package org.kulluna.volunteering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * Which shifts a member looks at. Nonsense in an address means "all" rather than a fault.
 *
 * @param eligible true: those the person may take; false: those they may not take yet; null: all
 * @param from earliest beginning; to: beginning before it
 * @param unit, place, pillar codes, empty for all
 */
public record ShiftFilter(
        @Nullable Boolean eligible,
        @Nullable Instant from,
        @Nullable Instant to,
        String unit,
        String place,
        String pillar) {

    static ShiftFilter of(@Nullable Boolean eligible) {
        return new ShiftFilter(eligible, null, null, "", "", "");
    }

    /** @param day today, tomorrow, weekend (Saturday and Sunday), week (seven days), a date, or anything else for all */
    static ShiftFilter onDay(@Nullable Boolean eligible, String day, String place, String pillar, LocalDate today) {
        LocalDate saturday = today.getDayOfWeek() == java.time.DayOfWeek.SUNDAY
                ? today.minusDays(1)
                : today.plusDays(6 - today.getDayOfWeek().getValue());
        return switch (day) {
            case "today" -> between(eligible, today, today.plusDays(1), place, pillar);
            case "tomorrow" -> between(eligible, today.plusDays(1), today.plusDays(2), place, pillar);
            case "weekend" -> between(eligible, saturday, saturday.plusDays(2), place, pillar);
            case "week" -> between(eligible, today, today.plusDays(7), place, pillar);
            default -> {
                LocalDate date = date(day);
                yield between(eligible, date, date == null ? null : date.plusDays(1), place, pillar);
            }
        };
    }

    static ShiftFilter between(
            @Nullable Boolean eligible,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            String place,
            String pillar) {
        return new ShiftFilter(eligible, start(from), start(before), "", place, pillar);
    }

    static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
    }

    /** A day as typed; null when it is none, or none a calendar of ours reaches. */
    static @Nullable LocalDate date(@Nullable String text) {
        try {
            LocalDate day = text == null ? null : LocalDate.parse(text.strip());
            return day == null || day.getYear() < 1900 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
