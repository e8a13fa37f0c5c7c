package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.People;
import org.kulluna.paper.Qr;
import org.kulluna.shared.Done;
import org.kulluna.shared.Viewer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The member's pass. The page shows the code of this moment; its script goes on from there, even without a network. */
@Controller
class PassPages {
    static final String COOKIE = "kulluna-device";

    private final Passes passes;
    private final People people;
    private final boolean secure;

    PassPages(Passes passes, People people, @Value("${kulluna.secure-cookies}") boolean secure) {
        this.passes = passes;
        this.people = people;
        this.secure = secure;
    }

    @GetMapping("/membership/pass")
    String show(
            @CookieValue(name = COOKIE, required = false) @Nullable String device,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        Pass pass = passes.open(viewer, id(device));
        if (!pass.device().id().toString().equals(device)) {
            keep(response, pass.device().id());
        }
        model.addAttribute("pass", pass);
        model.addAttribute("person", people.get(viewer.signedIn()));
        model.addAttribute("qr", Qr.of(pass.code()));
        return "membership/pass";
    }

    @PostMapping("/membership/pass/devices/revocation")
    String revokePassDevices(
            @CookieValue(name = COOKIE, required = false) @Nullable String device,
            Viewer viewer,
            HttpServletResponse response) {
        passes.revokeOthers(viewer, id(device));
        return Done.redirect(response, "devices-revoked", "/membership/pass");
    }

    private void keep(HttpServletResponse response, UUID device) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, device.toString())
                        .path("/membership/pass")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite("Strict")
                        .maxAge(Duration.ofDays(400))
                        .build()
                        .toString());
    }

    private static @Nullable UUID id(@Nullable String device) {
        try {
            return device == null ? null : UUID.fromString(device);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
