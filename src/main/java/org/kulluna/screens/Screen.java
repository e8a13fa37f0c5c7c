package org.kulluna.screens;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * A screen on a wall.
 *
 * @param languages in the order in which they take turns
 * @param digits latn or arab: of the languages in Arabic script
 * @param passersByHour people who pass in an hour, as estimated by whoever set it up
 * @param pairedAt null until a player was first paired
 * @param keyed whether a player holds its key now
 */
public record Screen(
        UUID id,
        LocalizedText name,
        String unit,
        String place,
        String spot,
        boolean landscape,
        List<String> languages,
        ZoneId zone,
        String digits,
        int passersByHour,
        @Nullable Instant pairedAt,
        boolean keyed,
        @Nullable Instant retiredAt,
        int version) {
    public boolean isRetired() {
        return retiredAt != null;
    }
}
