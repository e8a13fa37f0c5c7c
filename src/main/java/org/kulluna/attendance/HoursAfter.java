package org.kulluna.attendance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list of ledger entries goes on: after that day and entry. Nonsense begins at the top. */
record HoursAfter(@Nullable LocalDate day, @Nullable UUID id) {
    static HoursAfter parse(String cursor) {
        String[] parts = cursor.split("_");
        UUID id = parts.length == 2 ? ClaimFilter.uuid(parts[1]) : null;
        if (id == null || !parts[0].matches("[12]\\d{3}-\\d{2}-\\d{2}")) {
            return new HoursAfter(null, null);
        }
        try {
            return new HoursAfter(LocalDate.parse(parts[0]), id);
        } catch (DateTimeParseException e) {
            return new HoursAfter(null, null);
        }
    }

    static String cursor(LedgerEntry entry) {
        return entry.startsOn() + "_" + entry.id();
    }
}
