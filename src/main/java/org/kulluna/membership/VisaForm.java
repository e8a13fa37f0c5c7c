package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A residence visa the officer saw. */
public record VisaForm(
        @Schema(description = "First valid day, ISO 8601") @Nullable
        String validFrom,

        @Schema(description = "Last valid day, ISO 8601") @Nullable
        String validTo,

        @Schema(description = "What was seen: the paper and its number")
        @Size(max = 500, message = "too-long")
        @Nullable
        String evidence) {

    static final VisaForm EMPTY = new VisaForm("", "", "");

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-date")
    boolean isValidFrom() {
        return Desk.day(validFrom).isPresent();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-later-date")
    boolean isValidTo() {
        return Desk.day(validTo)
                .filter(to ->
                        Desk.day(validFrom).map(from -> !to.isBefore(from)).orElse(true))
                .isPresent();
    }
}
