package org.kulluna.attendance;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the queue shows. Nonsense in the address shows everything. {@code after} is the cursor of the last row. */
public record ClaimFilter(String unit, @Nullable UUID duty, boolean flagged, String after) {
    static ClaimFilter of(String unit, String duty, String flagged, String after) {
        return new ClaimFilter(unit, uuid(duty), flagged.equals("true"), after);
    }

    static String cursor(Claim claim) {
        return claim.openedAt() + "_" + claim.id();
    }

    @Nullable
    String afterAt() {
        return part(0);
    }

    @Nullable
    String afterId() {
        return part(1);
    }

    private @Nullable String part(int index) {
        String[] parts = after.split("_");
        if (parts.length != 2 || uuid(parts[1]) == null || !isInstant(parts[0])) {
            return null;
        }
        return parts[index];
    }

    static @Nullable UUID uuid(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isInstant(String text) {
        try {
            int year = Instant.parse(text).atOffset(java.time.ZoneOffset.UTC).getYear();
            return year > 1900 && year < 3000;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
