package org.kulluna.volunteering;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Demand;
import org.kulluna.shared.PersonId;

/**
 * A dated slot of an opportunity. {@code state} is draft, published or cancelled.
 *
 * @param qualifications what it asks beyond {@link #ONBOARDING}
 */
public record Shift(
        UUID id,
        UUID opportunity,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String place,
        List<String> qualifications,
        int minimumAge,
        boolean studentsWelcome,
        boolean walkIns,
        @Nullable PersonId leader,
        String state,
        String cancelReason,
        int version) {
    /** What every member completes before a first duty. */
    public static final String ONBOARDING = "onboarding";

    public boolean isDraft() {
        return state.equals("draft");
    }

    public boolean isPublished() {
        return state.equals("published");
    }

    public boolean isCancelled() {
        return state.equals("cancelled");
    }

    public boolean hasStarted(Instant now) {
        return !startsAt.isAfter(now);
    }

    public boolean hasEnded(Instant now) {
        return !endsAt.isAfter(now);
    }

    /** All qualifications it asks for, the onboarding path first. */
    public List<String> asked() {
        return Stream.concat(Stream.of(ONBOARDING), qualifications.stream())
                .distinct()
                .toList();
    }

    /** What it asks of whoever takes a seat. */
    public Demand demand() {
        return new Demand(id, startsAt, endsAt, zone, minimumAge, studentsWelcome, asked());
    }

    /**
     * The same local times so many weeks later. Where a clock change leaves no such time, or would turn the two around, it
     * lasts as long as this one.
     */
    NewShift later(List<NewRole> roles, int weeks) {
        ZonedDateTime from = startsAt.atZone(zone).plusWeeks(weeks);
        ZonedDateTime to = endsAt.atZone(zone).plusWeeks(weeks);
        Instant end = to.isAfter(from) ? to.toInstant() : from.toInstant().plus(Duration.between(startsAt, endsAt));
        return new NewShift(
                null,
                from.toInstant(),
                end,
                zone,
                place,
                qualifications,
                minimumAge,
                studentsWelcome,
                walkIns,
                leader,
                roles);
    }

    /** The same seat under other words: whether people must be told that it changed. */
    boolean movedFrom(Shift before) {
        return !startsAt.equals(before.startsAt) || !endsAt.equals(before.endsAt) || !place.equals(before.place);
    }
}
