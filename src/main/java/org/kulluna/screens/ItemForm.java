package org.kulluna.screens;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** One more thing of a loop. {@code kind} is whispers, whisper (then with its id), figures or opportunities. */
public record ItemForm(
        @Nullable String id,
        @NotBlank(message = "required") @Nullable String kind,
        @Nullable String whisper,
        @NotBlank(message = "required") @Nullable String seconds) {}
