package org.kulluna.training;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * An offering for programs. Times are instants in UTC.
 *
 * @param state draft, interest, open, full, running, ended, closed or cancelled
 * @param place code of a place, null while unknown
 */
record OfferingJson(
        UUID id,
        String course,
        LocalizedText title,
        String unit,
        @Nullable String place,
        String state,
        int minimum,
        int maximum,
        int booked,
        int waiting,
        boolean approval,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant cancelBy,
        List<SessionJson> sessions,
        int version) {

    /** A dated meeting. {@code zone} is the IANA name of its local time. */
    record SessionJson(
            UUID id,
            LocalizedText title,
            @Nullable UUID part,
            @Nullable UUID room,
            Instant startsAt,
            Instant endsAt,
            String zone) {}

    static OfferingJson of(Offering o, Instant now) {
        return new OfferingJson(
                o.id(),
                o.course().code(),
                o.course().title(),
                o.unit(),
                o.place(),
                o.stateAt(now),
                o.minimum(),
                o.maximum(),
                o.booked(),
                o.waiting(),
                o.approval(),
                o.opensAt(),
                o.closesAt(),
                o.cancelBy(),
                o.sessions().stream()
                        .map(s -> new SessionJson(
                                s.id(),
                                s.title(),
                                s.part(),
                                s.room(),
                                s.startsAt(),
                                s.endsAt(),
                                s.zone().getId()))
                        .toList(),
                o.version());
    }
}
