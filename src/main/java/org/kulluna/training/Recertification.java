package org.kulluna.training;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Candidate.Span;
import org.kulluna.eligibility.Reason;

/**
 * When a course may be taken anew by somebody who holds what it gives, and from which day the new award holds. Judged as
 * of the last day of the course, on which the award is earned: never as of today.
 */
final class Recertification {
    private Recertification() {}

    /** Why not yet: {@code held} without end, {@code held-until} with the first day ({@code from}); empty when it may be. */
    static Optional<Reason> tooEarly(Course course, LocalDate day, List<Span> held) {
        String qualification = course.qualification();
        if (qualification == null || held.isEmpty()) {
            return Optional.empty();
        }
        LocalDate end = end(held);
        if (end == null) {
            return Optional.of(new Reason("held", Map.of("qualification", qualification), ""));
        }
        LocalDate opens = end.minusDays(course.recertifyDays());
        return day.isBefore(opens)
                ? Optional.of(new Reason(
                        "held-until",
                        Map.of("qualification", qualification, "until", end.toString(), "from", opens.toString()),
                        ""))
                : Optional.empty();
    }

    /**
     * The day after what is held ends, when the course was taken inside its window: nobody loses days by being early.
     * Otherwise the day of the course.
     */
    static LocalDate begins(Course course, LocalDate day, List<Span> held) {
        LocalDate end = held.isEmpty() ? null : end(held);
        boolean renews = end != null && !end.isBefore(day) && !day.isBefore(end.minusDays(course.recertifyDays()));
        return renews ? Objects.requireNonNull(end).plusDays(1) : day;
    }

    /** The day before the same day so many months later; null without end. */
    static @Nullable LocalDate ends(Course course, LocalDate from) {
        Integer months = course.validityMonths();
        return months == null ? null : from.plusMonths(months).minusDays(1);
    }

    /** The last day of all that is held; null when something of it is without end. */
    private static @Nullable LocalDate end(List<Span> held) {
        return held.stream().anyMatch(s -> s.to() == null)
                ? null
                : held.stream()
                        .map(s -> Objects.requireNonNull(s.to()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }
}
