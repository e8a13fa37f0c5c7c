package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A qualification to record. {@code id} is made by the caller: sent twice, it is recorded once. {@code validTo} empty:
 * by the qualification's own length. Days are ISO 8601.
 */
public record AwardForm(
        @Nullable String id,

        @NotBlank(message = "required") @Nullable String person,

        @NotBlank(message = "required") @Nullable String qualification,

        @NotBlank(message = "required") @Nullable String validFrom,

        @Nullable String validTo,

        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String issuer,

        @Size(max = 500, message = "too-long") @Nullable String evidence) {}
