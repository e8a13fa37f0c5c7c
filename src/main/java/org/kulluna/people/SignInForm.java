package org.kulluna.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** {@code to} is where the person wanted to go: a path of this house. */
public record SignInForm(
        @NotBlank(message = "required") @Size(max = 100, message = "too-long") @Nullable
        String username,

        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String password,

        @Nullable String to) {}
