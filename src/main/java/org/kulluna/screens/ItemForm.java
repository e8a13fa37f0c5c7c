package org.kulluna.screens;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a loop. {@code kind} is whispers, whisper (then with its id), figures, opportunities or page (then with its
 * address, of a host that the operator named).
 */
public record ItemForm(
        @Nullable String id,
        @NotBlank(message = "required") @Nullable String kind,
        @Nullable String whisper,
        @Nullable String address,
        @NotBlank(message = "required") @Nullable String seconds) {
    static ItemForm of(String id, Loop.Item item) {
        String whisper = item.whisper() == null ? "" : item.whisper().toString();
        return new ItemForm(id, item.kind(), whisper, item.address(), String.valueOf(item.seconds()));
    }
}
