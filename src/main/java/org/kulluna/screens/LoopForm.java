package org.kulluna.screens;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new loop as typed. {@code id} is made by the client: sent again, it makes no second one. */
public record LoopForm(
        @Nullable String id,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @NotBlank(message = "required") @Nullable String unit) {}
