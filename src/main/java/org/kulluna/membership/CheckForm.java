package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Nothing but which version was read; without it the newest counts. */
public record CheckForm(
        @Schema(description = "Version of the record as it was read") @Nullable String version) {}
