package org.kulluna.statistics;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kulluna.shared.Refusal;

/** Days from {@code from} to {@code to}, both included. A fact belongs whole to the local day its duty began on. */
public record Period(LocalDate from, LocalDate to) {
    private static final Pattern HALF = Pattern.compile("(\\d{4})-H([12])");
    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.\\.(\\d{4}-\\d{2}-\\d{2})");

    public Period {
        if (to.isBefore(from)) {
            throw Refusal.invalid("period", "period-backwards");
        }
    }

    public static Period halfYear(int year, int half) {
        return half == 1
                ? new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 6, 30))
                : new Period(LocalDate.of(year, 7, 1), LocalDate.of(year, 12, 31));
    }

    public static Period halfYearOf(LocalDate day) {
        return halfYear(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    /**
     * @param code {@code 2022-H1} or {@code 2022-01-01..2022-03-31}
     * @throws Refusal INVALID for anything else
     */
    public static Period parse(String code) {
        Matcher half = HALF.matcher(code);
        if (half.matches()) {
            return halfYear(Integer.parseInt(half.group(1)), Integer.parseInt(half.group(2)));
        }
        Matcher days = DAYS.matcher(code);
        try {
            if (days.matches()) {
                return new Period(LocalDate.parse(days.group(1)), LocalDate.parse(days.group(2)));
            }
        } catch (java.time.DateTimeException e) {
            throw Refusal.invalid("period", "not-a-period");
        }
        throw Refusal.invalid("period", "not-a-period");
    }

    /** Year and half when this is a whole half-year. */
    public Optional<int[]> half() {
        int half = from.getMonthValue() == 1 ? 1 : 2;
        return equals(halfYear(from.getYear(), half))
                ? Optional.of(new int[] {from.getYear(), half})
                : Optional.empty();
    }

    public String code() {
        return half().map(h -> h[0] + "-H" + h[1]).orElse(from + ".." + to);
    }

    public Period yearBefore() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }
}
