package org.kulluna.whispers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.kulluna.shared.Time;

/** January to June, or July to December, of a year; written 2022-H1. */
public record HalfYear(int year, int half) {
    static HalfYear of(LocalDate day) {
        return new HalfYear(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    /** That of the day when it is none. */
    static HalfYear parse(String text, LocalDate otherwise) {
        return text.matches("(19[7-9][0-9]|20[0-9]{2}|21[0-9]{2})-H[12]")
                ? new HalfYear(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0')
                : of(otherwise);
    }

    public List<YearMonth> months() {
        int first = half == 1 ? 1 : 7;
        return IntStream.range(first, first + 6)
                .mapToObj(m -> YearMonth.of(year, m))
                .toList();
    }

    public HalfYear previous() {
        return half == 1 ? new HalfYear(year - 1, 2) : new HalfYear(year, 1);
    }

    public HalfYear next() {
        return half == 1 ? new HalfYear(year, 2) : new HalfYear(year + 1, 1);
    }

    Instant from() {
        return months().getFirst().atDay(1).atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
    }

    Instant to() {
        return next().from();
    }

    @Override
    public String toString() {
        return year + "-H" + half;
    }
}
