package org.kulluna.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Typed;

/** THRIVE as typed, each 0 to 3; {@code urgency} 1 to 3, or empty for what the six suggest. */
public record AssessmentForm(
        @Nullable String version,

        @NotBlank(message = "required") @Pattern(regexp = "|[0-3]", message = "not-a-choice") @Nullable
        String threat,

        @NotBlank(message = "required") @Pattern(regexp = "|[0-3]", message = "not-a-choice") @Nullable
        String harm,

        @NotBlank(message = "required") @Pattern(regexp = "|[0-3]", message = "not-a-choice") @Nullable
        String risk,

        @NotBlank(message = "required") @Pattern(regexp = "|[0-3]", message = "not-a-choice") @Nullable
        String investigation,

        @NotBlank(message = "required") @Pattern(regexp = "|[0-3]", message = "not-a-choice") @Nullable
        String vulnerability,

        @NotBlank(message = "required") @Pattern(regexp = "|[0-3]", message = "not-a-choice") @Nullable
        String engagement,

        @Pattern(regexp = "|[1-3]", message = "not-a-choice") @Nullable
        String urgency) {
    Assessment at(java.time.Instant now) {
        int t = Typed.number(threat, 0);
        int h = Typed.number(harm, 0);
        int r = Typed.number(risk, 0);
        int i = Typed.number(investigation, 0);
        int v = Typed.number(vulnerability, 0);
        int e = Typed.number(engagement, 0);
        int chosen = Typed.number(urgency, 0);
        return new Assessment(t, h, r, i, v, e, chosen == 0 ? Assessment.suggested(t, h, r, i, v, e) : chosen, now);
    }
}
