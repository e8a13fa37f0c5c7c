package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Words for vetting officers only; encrypted where they are kept. */
public record GroundsForm(
        @Schema(description = "At most 10,000 letters") @NotBlank(message = "required") @Size(max = 10000, message = "too-long") @Nullable
        String text) {}
