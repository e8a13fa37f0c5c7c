package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why an award is taken back. */
public record RevokeForm(
        @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
        String reason) {}
