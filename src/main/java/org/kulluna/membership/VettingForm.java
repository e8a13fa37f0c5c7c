package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The outcome of a vetting check. The four fields of a clearance are needed only for one. */
public record VettingForm(
        @Schema(
                description = "clear, refuse or withdraw",
                allowableValues = {"clear", "refuse", "withdraw"})
        @NotBlank(message = "required")
        @Pattern(regexp = "clear|refuse|withdraw|", message = "not-a-choice")
        @Nullable
        String decision,

        @Schema(description = "First day of the clearance, ISO 8601") @Nullable String validFrom,
        @Schema(description = "Last day of the clearance, ISO 8601") @Nullable String validTo,

        @Schema(description = "Who issued the clearance") @Size(max = 200, message = "too-long") @Nullable
        String issuer,

        @Schema(description = "Reference of the paper it rests on") @Size(max = 500, message = "too-long") @Nullable
        String evidence,

        @Schema(description = "The check's version as it was read; without it the newest counts") @Nullable
        String version) {

    static final VettingForm EMPTY = new VettingForm("", "", "", "", "", "");

    VettingState next() {
        return switch (String.valueOf(decision)) {
            case "clear" -> VettingState.CLEARED;
            case "refuse" -> VettingState.REFUSED;
            default -> VettingState.WITHDRAWN;
        };
    }

    private boolean clears() {
        return "clear".equals(decision);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-date")
    boolean isValidFrom() {
        return !clears() || Desk.day(validFrom).isPresent();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "not-a-later-date")
    boolean isValidTo() {
        return !clears()
                || Desk.day(validTo)
                        .filter(to -> Desk.day(validFrom).map(from -> !to.isBefore(from)).orElse(true))
                        .isPresent();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "required")
    boolean isIssuer() {
        return !clears() || !Desk.text(issuer).isEmpty();
    }

    @Schema(hidden = true)
    @AssertTrue(message = "required")
    boolean isEvidence() {
        return !clears() || !Desk.text(evidence).isEmpty();
    }
}
