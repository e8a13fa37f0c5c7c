package org.kulluna.certificates;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** @param code the one that shall answer no more: sent again, nothing more changes */
record RenewForm(@NotBlank(message = "required") @Nullable String code) {}
