package org.kulluna.imports;

import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Spreads a recurrence rule (RFC 5545, 3.3.10) over wall-clock time: the rule is walked as if the zone had no offset
 * changes, and each time is put into the zone afterwards. "Every Monday at nine" stays at nine in summer.
 */
final class ICalRecurrence {
    private static final TimeZone FLAT = TimeZone.getTimeZone("UTC");

    private static final int FARTHEST = 100_000;

    /**
     * @param most times of one event at most; where there are more, those from {@code from} on come first
     * @param span how far a rule without COUNT and UNTIL is followed, from its start or from {@code from}, the later
     */
    record Bounds(int most, Period span, LocalDate from) {
        static Bounds of(LocalDate today) {
            return new Bounds(1000, Period.ofYears(2), today);
        }
    }

    /** {@code cut}: there would be more within the rule. {@code endless}: it names no end. */
    record Times(TreeSet<LocalDateTime> starts, boolean cut, boolean endless) {}

    private ICalRecurrence() {}

    static boolean isEndless(Recurrence rule) {
        return rule.getCount() == null && rule.getUntil() == null;
    }

    /** Rules by the second are for machines, and a rule without frequency is none. */
    static boolean isUnderstood(@Nullable Recurrence rule) {
        return rule != null && rule.getFrequency() != null && rule.getFrequency() != Frequency.SECONDLY;
    }

    static Times expand(LocalDateTime start, ZoneId zone, List<Recurrence> rules, Bounds bounds) {
        TreeSet<LocalDateTime> starts = new TreeSet<>();
        boolean cut = false;
        boolean endless = false;
        for (Recurrence rule : rules) {
            boolean open = isEndless(rule);
            endless |= open;
            DateIterator times = iterator(start, zone, rule);
            LocalDateTime from = bounds.from().atStartOfDay();
            LocalDateTime last = (from.isAfter(start) ? from : start).plus(bounds.span());
            if (open && from.isAfter(start)) {
                times.advanceTo(flat(from));
            }
            Deque<LocalDateTime> found = new ArrayDeque<>();
            for (int walked = 0; times.hasNext() && walked < FARTHEST; walked++) {
                LocalDateTime time = LocalDateTime.ofInstant(times.next().toInstant(), ZoneOffset.UTC);
                if (open && time.isAfter(last)) {
                    break;
                }
                if (found.size() == bounds.most()) {
                    cut = true;
                    // What is over makes room for what is to come.
                    if (!found.getFirst().isBefore(from)) {
                        break;
                    }
                    found.removeFirst();
                }
                found.add(time);
            }
            starts.addAll(found);
        }
        return new Times(starts, cut, endless);
    }

    private static DateIterator iterator(LocalDateTime start, ZoneId zone, Recurrence rule) {
        Recurrence local = rule;
        ICalDate until = rule.getUntil();
        if (until != null) {
            local = new Recurrence.Builder(rule)
                    .until(new ICalDate(flat(localUntil(until, zone)), true))
                    .build();
        }
        return local.getDateIterator(new ICalDate(flat(start), true), FLAT);
    }

    /** UNTIL in the event's own wall-clock time; a bare date lasts to its end. */
    private static LocalDateTime localUntil(ICalDate until, ZoneId zone) {
        var raw = until.getRawComponents();
        if (!until.hasTime()) {
            LocalDate day = raw != null
                    ? LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate())
                    : LocalDate.ofInstant(until.toInstant(), ZoneId.systemDefault());
            return day.atTime(LocalTime.of(23, 59, 59));
        }
        if (raw != null && !raw.isUtc()) {
            return LocalDateTime.of(
                    raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
        }
        return LocalDateTime.ofInstant(until.toInstant(), zone);
    }

    private static Date flat(LocalDateTime time) {
        Instant instant = time.toInstant(ZoneOffset.UTC);
        return Date.from(instant);
    }
}
