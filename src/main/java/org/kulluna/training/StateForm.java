package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** What a course becomes, published or retired, and the version it was read at. */
public record StateForm(
        @Nullable String version,
        @NotBlank(message = "required") @Nullable String state) {}
