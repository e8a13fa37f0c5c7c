package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A new application of somebody the programme knows. */
public record AgainForm(
        @Schema(description = "UUID made by the client: sent again, the same application answers")
        @NotBlank(message = "required")
        @Pattern(regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", message = "not-a-uuid")
        @Nullable
        String id,

        @Schema(description = "At most 2,000 letters") @Size(max = 2000, message = "too-long") @Nullable
        String motivation) {}
