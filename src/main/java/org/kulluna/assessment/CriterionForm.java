package org.kulluna.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param id made by the client */
public record CriterionForm(
        @Nullable String id,

        @NotBlank(message = "required") @Size(max = 300, message = "too-long") @Nullable
        String textAr,

        @NotBlank(message = "required") @Size(max = 300, message = "too-long") @Nullable
        String textEn,

        @Nullable String required) {}
