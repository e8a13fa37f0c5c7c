package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A decision about an application. */
public record DecisionForm(
        @Schema(
                description = "accept or refuse",
                allowableValues = {"accept", "refuse"})
        @NotBlank(message = "required")
        @Pattern(regexp = "accept|refuse|", message = "not-a-choice")
        @Nullable
        String decision,

        @Schema(description = "Read by the applicant; needed for a refusal") @Size(max = 2000, message = "too-long") @Nullable
        String reason,

        @Schema(description = "The application's version as it was read; without it the newest counts") @Nullable
        String version) {

    static final DecisionForm EMPTY = new DecisionForm("", "", "");

    boolean accepts() {
        return "accept".equals(decision);
    }

    @Schema(hidden = true)
    @AssertTrue(message = "reason-needed")
    boolean isReason() {
        return !"refuse".equals(decision) || !Desk.text(reason).isEmpty();
    }
}
