package org.kulluna.shell;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and numbers of one language and one kind of digits, from CLDR. ICU formats are copied before use: not thread-safe. */
final class Formats {
    private static final Map<String, Formats> ALL = new ConcurrentHashMap<>();

    private final ULocale locale;
    private final String digits;
    private final NumberFormat numbers;

    private Formats(String language, String digits) {
        String region = switch (language) {
            case "en" -> "en-AE";
            case "ur" -> "ur-PK";
            default -> "ar-AE";
        };
        this.digits = digits;
        this.locale = ULocale.forLanguageTag(region + "-u-nu-" + digits);
        this.numbers = NumberFormat.getIntegerInstance(locale);
    }

    static Formats of(String language, String digits) {
        return ALL.computeIfAbsent(language + digits, k -> new Formats(language, digits));
    }

    String number(long n) {
        return ((NumberFormat) numbers.clone()).format(n);
    }

    String hours(long minutes) {
        long whole = Math.abs(minutes);
        return (minutes < 0 ? "\u2212" : "") + number(whole / 60) + ":" + digits(String.format("%02d", whole % 60));
    }

    String date(LocalDate day) {
        return format("yMMMMEEEEd", day);
    }

    String dayOfWeek(LocalDate day) {
        return format("EEEE", day);
    }

    /** Day and month. */
    String dayOfMonth(LocalDate day) {
        return format("dMMM", day);
    }

    /** "May 2022" for 2022-05. */
    String month(String yearMonth) {
        return format("yMMMM", LocalDate.parse(yearMonth + "-01"));
    }

    /** "May" for 2022-05, where the year stands beside it. */
    String monthOfYear(String yearMonth) {
        return format("LLLL", LocalDate.parse(yearMonth + "-01"));
    }

    String at(Instant at, ZoneId zone) {
        return pattern("yMMMd", zone).format(Date.from(at)) + " " + time(at, zone);
    }

    String time(Instant at, ZoneId zone) {
        var t = at.atZone(zone);
        return digits(String.format("%02d:%02d", t.getHour(), t.getMinute()));
    }

    String when(Instant at, ZoneId zone, LocalDate today) {
        return day(at, zone, today) + " " + time(at, zone);
    }

    /** "Today", "Tomorrow", "Yesterday" or the date. */
    String day(Instant at, ZoneId zone, LocalDate today) {
        LocalDate day = at.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, day);
        if (days >= -1 && days <= 1) {
            return relative()
                    .format(
                            days < 0
                                    ? RelativeDateTimeFormatter.Direction.LAST
                                    : days == 0
                                            ? RelativeDateTimeFormatter.Direction.THIS
                                            : RelativeDateTimeFormatter.Direction.NEXT,
                            RelativeDateTimeFormatter.AbsoluteUnit.DAY);
        }
        return format(day.getYear() == today.getYear() ? "MMMMEEEEd" : "yMMMMEEEEd", day);
    }

    String ago(Instant at, Instant now) {
        Duration gone = Duration.between(at, now);
        long minutes = Math.max(0, gone.toMinutes());
        if (minutes == 0) {
            return relative()
                    .format(RelativeDateTimeFormatter.Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
        }
        var formatter = RelativeDateTimeFormatter.getInstance(locale);
        var past = RelativeDateTimeFormatter.Direction.LAST;
        if (minutes < 60) {
            return formatter.format(minutes, past, RelativeDateTimeFormatter.RelativeUnit.MINUTES);
        }
        long days = minutes / 1440;
        if (days < 1) {
            return formatter.format(minutes / 60, past, RelativeDateTimeFormatter.RelativeUnit.HOURS);
        }
        if (days < 60) {
            return formatter.format(days, past, RelativeDateTimeFormatter.RelativeUnit.DAYS);
        }
        return days < 730
                ? formatter.format(days / 30, past, RelativeDateTimeFormatter.RelativeUnit.MONTHS)
                : formatter.format(days / 365, past, RelativeDateTimeFormatter.RelativeUnit.YEARS);
    }

    /** Beginning with a capital: these stand alone, in lists and on cards. */
    private RelativeDateTimeFormatter relative() {
        return RelativeDateTimeFormatter.getInstance(
                locale, null, RelativeDateTimeFormatter.Style.LONG, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
    }

    String hijri(LocalDate day) {
        DateFormat f =
                DateFormat.getInstanceForSkeleton("yMMMMd", locale.setKeywordValue("calendar", "islamic-umalqura"));
        f.setTimeZone(TimeZone.GMT_ZONE);
        return f.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    String country(String code) {
        return isCode(code) ? new ULocale("", code).getDisplayCountry(locale) : code;
    }

    String languageName(String code) {
        return isCode(code) ? new ULocale(code).getDisplayLanguage(locale) : code;
    }

    /** Anything may stand in an address; ICU breaks on what cannot be a code. */
    private static boolean isCode(String code) {
        return code.length() >= 2
                && code.length() <= 3
                && code.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
    }

    /** Latin digits to the reader's. */
    String digits(String text) {
        if (!digits.equals("arab")) {
            return text;
        }
        StringBuilder b = new StringBuilder(text);
        for (int i = 0; i < b.length(); i++) {
            char c = b.charAt(i);
            if (c >= '0' && c <= '9') {
                b.setCharAt(i, (char) ('٠' + c - '0'));
            }
        }
        return b.toString();
    }

    private String format(String skeleton, LocalDate day) {
        return pattern(skeleton, ZoneOffset.UTC)
                .format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private DateFormat pattern(String skeleton, ZoneId zone) {
        DateFormat f = DateFormat.getInstanceForSkeleton(skeleton, locale);
        f.setTimeZone(zone instanceof ZoneOffset ? TimeZone.GMT_ZONE : TimeZone.getTimeZone(zone.getId()));
        return f;
    }
}
