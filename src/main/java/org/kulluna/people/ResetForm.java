package org.kulluna.people;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;

/** A new password, typed twice. */
public record ResetForm(
        @NotBlank(message = "required") @Nullable String password,
        @NotBlank(message = "required") @Nullable String again) {

    void mustAgree() {
        if (!String.valueOf(password).equals(again)) {
            throw Refusal.invalid("again", "passwords-differ");
        }
    }
}
