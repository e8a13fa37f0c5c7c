package org.kulluna.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** All that the house knows of one duty's attendance, by time: what a figure opens to at last. */
public record DutyBook(Duties.Duty duty, List<Line> facts, List<Claim> claims, List<LedgerEntry> entries) {
    /** @param voided the fact was taken back later; {@code by} saw it */
    public record Line(
            UUID id,
            PersonId person,
            LocalizedText name,
            String kind,
            Instant happenedAt,
            Instant recordedAt,
            String means,
            String device,
            LocalizedText by,
            boolean voided,
            @Nullable UUID voids) {}

    public long minutes() {
        return entries.stream().mapToLong(LedgerEntry::minutes).sum();
    }
}
