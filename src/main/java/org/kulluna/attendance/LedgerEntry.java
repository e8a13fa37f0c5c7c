package org.kulluna.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/**
 * Verified minutes.
 *
 * @param startsOn local day on which the duty began: the period it counts in
 * @param corrects the entry this one counters, null for a first entry
 */
public record LedgerEntry(
        UUID id,
        UUID claim,
        UUID duty,
        LocalizedText title,
        PersonId person,
        LocalizedText name,
        int minutes,
        LocalDate startsOn,
        Instant startsAt,
        Instant endsAt,
        ZoneId zone,
        String unit,
        String place,
        Instant recordedAt,
        @Nullable UUID corrects,
        String reason) {
    public boolean isCorrection() {
        return corrects != null;
    }
}
