package org.kulluna.volunteering;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        List<NewRole> roles) {

    public NewShift {
        zone = named(zone);
    }

    /**
     * The database reads "+04:00" as west of Greenwich, Java as east; both mean the same by an IANA name. Offsets that have
     * none are refused by {@link Checks}.
     */
    private static ZoneId named(ZoneId zone) {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone;
        }
        int seconds = offset.getTotalSeconds();
        if (seconds % 3600 != 0 || seconds < -12 * 3600 || seconds > 14 * 3600) {
            return zone;
        }
        int hours = seconds / 3600;
        return ZoneId.of(hours == 0 ? "UTC" : "Etc/GMT" + (hours > 0 ? "-" + hours : "+" + -hours));
    }
}
