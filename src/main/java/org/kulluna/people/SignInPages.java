package org.kulluna.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in and sign-out in the browser. */
@Controller
class SignInPages {
    static final String COOKIE = OpenSessions.COOKIE;

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final Forms forms;
    private final boolean secure;

    SignInPages(
            Accounts accounts, OpenSessions sessions, Forms forms, @Value("${kulluna.secure-cookies}") boolean secure) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.forms = forms;
        this.secure = secure;
    }

    @GetMapping("/sign-in")
    String show(@RequestParam(defaultValue = "") String to, Viewer viewer, Model model) {
        if (viewer.isSignedIn()) {
            return "redirect:" + local(to);
        }
        model.addAttribute("form", new SignInForm("", "", to));
        return "people/signIn";
    }

    @PostMapping("/sign-in")
    String createToken(
            @ModelAttribute SignInForm form,
            @CookieValue(name = COOKIE, required = false) @Nullable String before,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return forms.submit(form, model, "people/signIn", () -> {}, () -> {
            Session session = accounts.signIn(
                    String.valueOf(form.username()),
                    String.valueOf(form.password()),
                    request.getRemoteAddr(),
                    Session.Kind.BROWSER);
            // Whoever was signed in here before is not any more.
            sessions.end(before);
            setCookie(response, session.token(), Session.LIFE);
            String to = local(form.to());
            return "redirect:"
                    + (session.secondFactorDue()
                            ? "/sign-in/second-factor?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)
                            : to);
        });
    }

    @PostMapping("/sign-out")
    String endToken(
            @CookieValue(name = COOKIE, required = false) String token,
            @CookieValue(name = "kulluna-screen", required = false) @Nullable String screen,
            HttpServletResponse response) {
        sessions.end(token);
        setCookie(response, "", Duration.ZERO);
        // A browser that is a screen too says so: its key and its plays are no person's. Scripts wipe what is.
        response.addHeader("Clear-Site-Data", screen == null ? "\"cache\", \"storage\"" : "\"cache\"");
        return "redirect:/";
    }

    private void setCookie(HttpServletResponse response, String token, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, token)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }

    /** Only a path of this house: never another site ("//x", "/\x"), nor a template that a redirect would fill ("{x}"). */
    static String local(@Nullable String to) {
        if (to == null) {
            return "/start";
        }
        boolean safe = to.startsWith("/")
                && !to.startsWith("//")
                && to.chars().noneMatch(c -> c == '\\' || c == '{' || c == '}' || c < ' ')
                && !to.startsWith("/sign-");
        return safe ? to : "/start";
    }
}
