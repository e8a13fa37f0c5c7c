package org.kulluna.volunteering;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/**
 * What {@link Shifts#put} takes. Half-open: a shift that ends as another begins does not overlap it.
 *
 * @param externalId its id within the opportunity: the same again updates and never doubles; null always inserts
 * @param zone in which days are counted and times are shown
 * @param place code of the place, or null for the opportunity's own
 * @param qualifications codes that must hold from the first to the last day
 * @param minimumAge whole years on the first day
 * @param leader who leads it, a person
 * @param roles at least one
 */
public record NewShift(
        @Nullable String externalId,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable String place,
        List<String> qualifications,
        int minimumAge,
        boolean studentsWelcome,
        boolean walkIns,
        @Nullable PersonId leader,
        List<NewRole> roles) {}
