package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;

/** Where a member is expected next, and as what. */
public record NextDuty(
        UUID id,
        String kind,
        LocalizedText title,
        LocalizedText role,
        String place,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone) {}
