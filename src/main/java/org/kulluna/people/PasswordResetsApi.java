package org.kulluna.people;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Setting a password by a one-time link, for programs. */
@RestController
@RequestMapping("/api/v1/password-resets")
class PasswordResetsApi {
    record Reset(
            @NotBlank(message = "required") @Nullable String token,
            @NotBlank(message = "required") @Nullable String password) {}

    private final ResetLinks links;
    private final Forms forms;

    PasswordResetsApi(ResetLinks links, Forms forms) {
        this.links = links;
        this.forms = forms;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "resetPassword",
            summary = "Set a password by a one-time token (no sign-in). 409 reset-link-dead, 422 on a weak password.")
    void resetPassword(@RequestBody Reset reset) {
        forms.check(reset);
        links.use(String.valueOf(reset.token()), reset.password());
    }
}
