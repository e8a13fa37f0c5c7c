package org.kulluna.incidents;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/**
 * What the desk makes of a report. {@code version} is of the report as read.
 *
 * @param state for moving; {@code unit} for assigning; {@code original} the id or receipt of the report it repeats
 * @param text what the reporter is told beside the state; may be empty
 */
public record MoveForm(
        @Nullable String version,
        @Nullable String state,
        @Nullable String unit,
        @Nullable String original,

        @Size(max = 2000, message = "too-long") @Nullable String text) {
    static MoveForm empty() {
        return new MoveForm("0", "", "", "", "");
    }

    int read() {
        return Typed.number(version, -1);
    }
}
