package org.kulluna.certificates;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** @param shows name, initials or nothing */
record ShowsForm(@NotBlank(message = "required") @Nullable String shows) {}
