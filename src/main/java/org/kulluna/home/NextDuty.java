package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** Where a member is expected next, and as what. */
public record NextDuty(
        UUID id,
        String kind,
        LocalizedText title,
        LocalizedText role,
        @Nullable LocalizedText leader,
        String place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone) {
    /** Only a shift has a page of its own so far. */
    public boolean isShift() {
        return kind.equals("shift");
    }
}
