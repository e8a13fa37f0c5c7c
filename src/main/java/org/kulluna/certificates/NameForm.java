package org.kulluna.certificates;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The name somebody reads on paper. */
public record NameForm(
        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String name) {}
