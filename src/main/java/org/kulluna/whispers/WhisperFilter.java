package org.kulluna.whispers;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;

/** Which whispers. Empty for all; what is none of them finds nothing. */
public record WhisperFilter(
        String q,
        String state,
        String theme,
        String unit,
        @Nullable Cursor after) {
    static WhisperFilter of(String q, String state, String theme, String unit, String after) {
        return new WhisperFilter(q, state, theme, unit, Cursor.parse(after));
    }

    boolean isNarrow() {
        return !q.isBlank() || !state.isEmpty() || !theme.isEmpty() || !unit.isEmpty();
    }
}
