package org.kulluna.training;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One holding of a course.
 *
 * @param minimum fewer than this is said to the office; it cancels nothing
 * @param waitingMaximum places in the waiting list
 * @param approval the training office says yes to each
 * @param opensAt, closesAt when one may enrol; null: at once, until the first session
 * @param cancelBy until when a place may be given back; null: until the first session
 * @param sessions in time, those that take place
 */
public record Offering(
        UUID id,
        Course course,
        String unit,
        @Nullable String place,
        OfferingState state,
        int minimum,
        int maximum,
        int waitingMaximum,
        int booked,
        int waiting,
        boolean approval,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant cancelBy,
        String cancelReason,
        List<Session> sessions,
        int version) {
    private static final Duration NEAR = Duration.ofDays(7);

    public int placesLeft() {
        return Math.max(0, maximum - booked);
    }

    public boolean isFull() {
        return booked >= maximum;
    }

    public @Nullable Instant startsAt() {
        return sessions.isEmpty() ? null : sessions.getFirst().startsAt();
    }

    public @Nullable Instant endsAt() {
        return sessions.stream().map(Session::endsAt).max(Instant::compareTo).orElse(null);
    }

    public boolean hasStarted(Instant now) {
        Instant starts = startsAt();
        return starts != null && !starts.isAfter(now);
    }

    public boolean hasEnded(Instant now) {
        Instant ends = endsAt();
        return ends != null && !ends.isAfter(now);
    }

    public long plannedMinutes() {
        return sessions.stream().mapToLong(Session::minutes).sum();
    }

    /** Registration closes within a week and fewer than the minimum have a place: said to the office, no more. */
    public boolean isShort(Instant now) {
        Instant closes = closesAt == null ? startsAt() : closesAt;
        return state == OfferingState.OPEN
                && booked < minimum
                && !hasStarted(now)
                && closes != null
                && closes.isBefore(now.plus(NEAR));
    }

    /** draft, interest, open, full, running, ended, closed or cancelled: a key under {@code training.offering.state.}. */
    public String stateAt(Instant now) {
        if (state != OfferingState.OPEN) {
            return state.text();
        }
        return hasEnded(now) ? "ended" : hasStarted(now) ? "running" : isFull() ? "full" : "open";
    }

    /** Why nobody may enrol now: a key under {@code refusal.}; empty when one may. */
    public String shutAt(Instant now) {
        if (!course.isPublished()) {
            return "course-retired";
        }
        return switch (state) {
            case DRAFT, CLOSED, CANCELLED -> "offering-closed";
            case INTEREST -> "";
            case OPEN ->
                hasStarted(now)
                        ? "offering-started"
                        : opensAt != null && opensAt.isAfter(now)
                                ? "offering-not-open-yet"
                                : closesAt != null && !closesAt.isAfter(now) ? "registration-closed" : "";
        };
    }

    public boolean mayGiveBack(Instant now) {
        return !hasStarted(now) && (cancelBy == null || cancelBy.isAfter(now));
    }
}
