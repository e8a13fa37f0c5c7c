package org.kulluna.attendance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why hours are not verified, in words the member will read. {@code version} is the claim's as it was shown. */
public record RefusalForm(
        @Nullable String version,

        @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
        String reason) {
    /** A version that was tampered with is none of the claim's: the claim then counts as changed. */
    int shown() {
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }
}
