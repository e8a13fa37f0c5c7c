package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A change of a member's standing: why, and for a suspension until when. */
public record StandingForm(
        @Schema(description = "Last day of a suspension, ISO 8601; without it until further notice") @Nullable
        String until,

        @Size(max = 500, message = "too-long") @Nullable String reason,

        @Schema(description = "The membership's version as it was read; without it the newest counts") @Nullable
        String version) {

    static final StandingForm EMPTY = new StandingForm("", "", "");

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-date")
    boolean isUntil() {
        return Desk.text(until).isEmpty() || Desk.day(until).isPresent();
    }
}
