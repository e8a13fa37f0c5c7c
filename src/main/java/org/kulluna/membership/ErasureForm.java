package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** That somebody really means it. */
public record ErasureForm(
        @Schema(
                description = "yes: the person is erased for good",
                allowableValues = {"yes"})
        @Pattern(regexp = "yes", message = "tick-to-confirm")
        @Nullable
        String confirmed,

        @Schema(description = "The person's version as it was read; without it the newest counts") @Nullable
        String version) {

    @jakarta.validation.constraints.AssertTrue(message = "tick-to-confirm")
    @Schema(hidden = true)
    boolean isConfirmed() {
        return confirmed != null;
    }
}
