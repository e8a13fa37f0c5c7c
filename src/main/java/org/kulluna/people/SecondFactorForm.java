package org.kulluna.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The six digits; {@code to} is where the person wanted to go. */
public record SecondFactorForm(
        @NotBlank(message = "required") @Size(max = 20, message = "wrong-code") @Nullable
        String code,

        @Nullable String to) {}
