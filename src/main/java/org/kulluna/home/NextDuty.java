package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * Where a member is expected next, and as what.
 *
 * @param offering whose session it is, null for anything else
 */
public record NextDuty(
        UUID id,
        String kind,
        LocalizedText title,
        LocalizedText role,
        @Nullable LocalizedText leader,
        String place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        @Nullable UUID offering) {
    public boolean isShift() {
        return kind.equals("shift");
    }
}
