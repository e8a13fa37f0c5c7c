package org.kulluna.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shift as a file tells it. What the file does not say is null: a new shift then takes the mapping's choice, an
 * existing one keeps its own.
 *
 * @param key names the shift within its opportunity: the file's own id, or the instant it was first planned for
 * @param maximum seats; {@link #NO_LIMIT} when the file says that there is none
 */
record ImportSlot(
        String key,
        Instant startsAt,
        Instant endsAt,
        String zone,
        @Nullable String place,
        @Nullable String roleAr,
        @Nullable String roleEn,
        @Nullable Integer minimum,
        @Nullable Integer maximum,
        @Nullable String qualification,
        @Nullable Integer minimumAge) {
    static final int NO_LIMIT = -1;

    ImportSlot withKey(String other) {
        return new ImportSlot(
                other, startsAt, endsAt, zone, place, roleAr, roleEn, minimum, maximum, qualification, minimumAge);
    }
}
