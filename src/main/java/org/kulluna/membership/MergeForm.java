package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The other record of the same person, which from now on points to the one kept. */
public record MergeForm(
        @Schema(description = "Id of the record that goes") @NotBlank(message = "required") @Nullable String from,

        @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
        String reason,

        @Schema(description = "Version of the record that goes, as it was read; without it the newest counts") @Nullable
        String fromVersion,

        @Schema(description = "Version of the record kept, as it was read; without it the newest counts") @Nullable
        String version) {}
