package org.kulluna.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What attendance is worth, before anybody verified it.
 *
 * @param minutes whole, rounded by policy, never negative
 * @param from when the credited time began: the check-in, and not before the planned start
 * @param to when it ended: the check-out, or by policy when it was forgotten
 * @param forgotten there was no check-out
 */
record Credit(int minutes, Instant from, Instant to, boolean forgotten) {
    /** The numbers of the policies in force when the duty ended. All in minutes. */
    record Terms(int forgottenMaximum, int rounding, int lateMaximum) {}

    /**
     * Pure. The first check-in and the last check-out count. A check-out is credited until {@code lateMaximum} after the
     * planned end; without one the planned end is credited at most, and at most {@code forgottenMaximum}.
     *
     * @param out null when the person is still in, or forgot
     * @return empty when nothing is to be credited: left before the start, or came after the end
     */
    static Optional<Credit> of(Instant start, Instant end, Instant in, @Nullable Instant out, Terms terms) {
        Instant from = in.isAfter(start) ? in : start;
        boolean forgotten = out == null;
        Instant to = out == null
                ? earlier(end, from.plus(Duration.ofMinutes(terms.forgottenMaximum())))
                : earlier(out, end.plus(Duration.ofMinutes(terms.lateMaximum())));
        if (!to.isAfter(from)) {
            return Optional.empty();
        }
        long exact = Duration.between(from, to).toMinutes();
        long rounded = rounded(Duration.between(from, to), terms.rounding());
        long minutes = forgotten ? Math.min(exact, rounded) : rounded;
        return minutes == 0 ? Optional.empty() : Optional.of(new Credit((int) minutes, from, to, forgotten));
    }

    /** To the nearest multiple, half up. One minute keeps it exact: seconds that make no whole minute are dropped. */
    private static long rounded(Duration time, int step) {
        if (step <= 1) {
            return time.toMinutes();
        }
        long seconds = step * 60L;
        return (time.toSeconds() + seconds / 2) / seconds * step;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
