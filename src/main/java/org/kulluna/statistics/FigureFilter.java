package org.kulluna.statistics;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.springframework.web.bind.annotation.BindParam;

/**
 * A question as it stands in an address. Every part may be missing.
 *
 * @param period see {@link Period#parse}; the current half-year when missing
 * @param asOf an instant with Z or an offset, a local time of the programme's zone, or a day (its last moment); now when
 *     missing
 * @param by a dimension's code; every dimension of the facts asked about is a filter of that name too
 */
public record FigureFilter(
        @Nullable String period,
        @Nullable String asOf,
        @Nullable String by,
        @Nullable String region,
        @Nullable String unit,
        @Nullable String pillar,
        @Nullable String nationality,
        @Nullable String month,
        @Nullable String place,

        @BindParam("age-group") @Parameter(name = "age-group") @Nullable
        String ageGroup,

        @Nullable String gender,
        @Nullable String course,
        @Nullable String level,

        @BindParam("home-place") @Parameter(name = "home-place") @Nullable
        String homePlace,

        @Nullable String language,
        @Nullable String theme,
        @Nullable String whisper,
        @Nullable String screen,

        @BindParam("screen-group") @Parameter(name = "screen-group") @Nullable
        String screenGroup) {
    /** The current half-year as it stands now. */
    static final FigureFilter NONE = new FigureFilter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /** No database reaches as far as Java does. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    /** @throws Refusal INVALID for what cannot be read, or what those facts are not told apart by */
    Question question(Facts facts, Clock clock) {
        Map<Dimension, String> where = new EnumMap<>(Dimension.class);
        put(where, Dimension.REGION, region);
        put(where, Dimension.UNIT, unit);
        put(where, Dimension.PILLAR, pillar);
        put(where, Dimension.NATIONALITY, nationality);
        put(where, Dimension.MONTH, month);
        mustBeMonth(where.get(Dimension.MONTH));
        put(where, Dimension.PLACE, place);
        put(where, Dimension.AGE_GROUP, ageGroup);
        put(where, Dimension.GENDER, gender);
        put(where, Dimension.COURSE, course);
        put(where, Dimension.LEVEL, level);
        put(where, Dimension.HOME_PLACE, homePlace);
        put(where, Dimension.LANGUAGE, language);
        put(where, Dimension.THEME, theme);
        put(where, Dimension.WHISPER, whisper);
        put(where, Dimension.SCREEN, screen);
        put(where, Dimension.SCREEN_GROUP, screenGroup);
        where.forEach(FigureFilter::mustBeId);
        where.keySet().forEach(d -> mustBeOf(facts, d));
        return new Question(periodAt(clock), instant(clock), Map.copyOf(where));
    }

    Dimension dimension(Facts facts) {
        return by == null || by.isBlank() ? Dimension.REGION : mustBeOf(facts, Dimension.parse(by));
    }

    private static Dimension mustBeOf(Facts facts, Dimension dimension) {
        if (!facts.dimensions().contains(dimension)) {
            throw Refusal.invalid("by", "not-a-choice");
        }
        return dimension;
    }

    private Period periodAt(Clock clock) {
        return period == null || period.isBlank()
                ? Period.halfYearOf(LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE))
                : Period.parse(period.strip());
    }

    private Instant instant(Clock clock) {
        if (asOf == null || asOf.isBlank()) {
            return clock.instant();
        }
        Instant at = parse(asOf.strip());
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw Refusal.invalid("asOf", "not-an-instant");
        }
        return at;
    }

    private static Instant parse(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(Time.PROGRAMME_ZONE)
                        .toInstant()
                        .minusNanos(1000);
            }
            // A plus that nobody encoded arrives as a blank.
            return text.matches(".*(Z|[+ -]\\d\\d:?\\d\\d)")
                    ? OffsetDateTime.parse(text.replace(' ', '+')).toInstant()
                    : LocalDateTime.parse(text).atZone(Time.PROGRAMME_ZONE).toInstant();
        } catch (java.time.DateTimeException e) {
            throw Refusal.invalid("asOf", "not-an-instant");
        }
    }

    /** "2022-05": the name of anything else cannot be said. */
    private static void mustBeMonth(@Nullable String month) {
        try {
            if (month != null && (month.length() != 7 || YearMonth.parse(month).getYear() < 1900)) {
                throw Refusal.invalid("month", "not-a-month");
            }
        } catch (java.time.DateTimeException e) {
            throw Refusal.invalid("month", "not-a-month");
        }
    }

    private static void mustBeId(Dimension dimension, String value) {
        if (dimension.isId() && !value.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw Refusal.invalid(dimension.code(), "not-a-choice");
        }
    }

    private static void put(Map<Dimension, String> where, Dimension dimension, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            where.put(dimension, value.strip());
        }
    }
}
