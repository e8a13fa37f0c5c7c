package org.kulluna.volunteering;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** @param weeks how many following weeks, 1 to 52 */
public record RepeatForm(
        @NotBlank(message = "required") @Nullable String weeks) {}
