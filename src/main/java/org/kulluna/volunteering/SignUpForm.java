package org.kulluna.volunteering;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * @param id a UUID the client makes, so that the same sign-up sent twice is one
 * @param roleId the role of the shift to be taken
 */
public record SignUpForm(
        @NotBlank(message = "required") @Nullable String id,
        @NotBlank(message = "required") @Nullable String roleId) {}
