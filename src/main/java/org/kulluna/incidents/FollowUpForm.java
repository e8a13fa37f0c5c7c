package org.kulluna.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** More words about a report. {@code id} is made by the client: sent again, they are said once. */
public record FollowUpForm(
        @Nullable String id,

        @NotBlank(message = "required") @Size(max = 4000, message = "too-long") @Nullable
        String text) {}
