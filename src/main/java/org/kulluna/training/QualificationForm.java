package org.kulluna.training;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new kind of qualification. {@code validityMonths} empty: without end. */
public record QualificationForm(
        @NotBlank(message = "required")
        @Pattern(regexp = "[a-z0-9_]{1,60}|\\s*", message = "not-a-qualification-code")
        @Nullable
        String code,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @Pattern(regexp = "\\s*|[0-9\u0660-\u0669]{1,3}", message = "not-a-number") @Nullable
        String validityMonths) {

    static QualificationForm empty() {
        return new QualificationForm("", "", "", "");
    }

    @Nullable
    Integer months() {
        return validityMonths == null || validityMonths.isBlank() ? null : Integer.valueOf(validityMonths.strip());
    }
}
