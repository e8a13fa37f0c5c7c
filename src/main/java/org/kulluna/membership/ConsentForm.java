package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A guardian's consent, as the officer who heard or saw it records it. */
public record ConsentForm(
        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String guardianName,

        @NotBlank(message = "required") @Nullable
        String guardianPhone,

        @Schema(
                description = "mother, father or guardian",
                allowableValues = {"mother", "father", "guardian"})
        @NotBlank(message = "required")
        @Pattern(regexp = "mother|father|guardian|", message = "not-a-choice")
        @Nullable
        String relation,

        @Schema(description = "First day, ISO 8601") @Nullable String validFrom,
        @Schema(description = "Last day, ISO 8601") @Nullable String validTo,

        @Schema(description = "What was seen, or who called") @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
        String evidence) {

    static final ConsentForm EMPTY = new ConsentForm("", "", "", "", "", "");

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-phone")
    boolean isGuardianPhone() {
        return Desk.text(guardianPhone).isEmpty()
                || ApplicationFaults.phone(Desk.text(guardianPhone)).isPresent();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-date")
    boolean isValidFrom() {
        return Desk.day(validFrom).isPresent();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-later-date")
    boolean isValidTo() {
        return Desk.day(validTo)
                .filter(to -> Desk.day(validFrom).map(from -> !to.isBefore(from)).orElse(true))
                .isPresent();
    }
}
