package org.kulluna.people;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sign-in for programs. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensApi {
    record Credentials(
            @NotBlank(message = "required") @Size(max = 100, message = "too-long") @Nullable
            String username,

            @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
            String password) {}

    /** Send {@code token} as {@code Authorization: Bearer}; it lasts twelve hours. When a second factor is due, give it first. */
    record Token(String token, Instant expiresAt, boolean secondFactorDue) {}

    /** The six digits the authenticator shows. */
    record Code(
            @NotBlank(message = "required") @Size(max = 20, message = "wrong-code") @Nullable
            String code) {}

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final SecondFactor secondFactor;
    private final Forms forms;

    TokensApi(Accounts accounts, OpenSessions sessions, SecondFactor secondFactor, Forms forms) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.forms = forms;
    }

    @PostMapping
    @Operation(operationId = "createToken", summary = "Sign in. 401 wrong-credentials, 429 locked-out.")
    Token createToken(@RequestBody Credentials credentials, HttpServletRequest request) {
        forms.check(credentials);
        Session session = accounts.signIn(
                String.valueOf(credentials.username()),
                String.valueOf(credentials.password()),
                request.getRemoteAddr(),
                Session.Kind.API);
        return new Token(session.token(), session.expiresAt(), session.secondFactorDue());
    }

    @GetMapping("/current/second-factor")
    @Operation(
            operationId = "getSecondFactor",
            summary = "Whether a device is confirmed; before that, the secret to put into an authenticator.")
    Enrolment getSecondFactor(Viewer viewer) {
        return secondFactor.enrol(viewer);
    }

    @PostMapping("/current/second-factor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "giveSecondFactor",
            summary = "The code after the password. 422 wrong-code, 429 locked-out.")
    void giveSecondFactor(@RequestBody Code code, @RequestHeader("Authorization") String authorization, Viewer viewer) {
        viewer.signedIn();
        forms.check(code);
        secondFactor.give(viewer, authorization.replaceFirst("^Bearer ", ""), String.valueOf(code.code()));
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endToken", summary = "Sign out: the token stops working at once.")
    void endToken(@RequestHeader("Authorization") String authorization) {
        sessions.end(authorization.replaceFirst("^Bearer ", ""));
    }
}
