package org.kulluna.shared;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The one sentence shown after a redirect. Use: {@code return Done.redirect(response, "seat-taken", "/volunteering")}. */
public final class Done {
    public static final String COOKIE = "done";

    private Done() {}

    /** @param key under {@code done.} in messages/ */
    public static String redirect(HttpServletResponse response, String key, String path) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, key)
                        .path("/")
                        .maxAge(60)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .build()
                        .toString());
        return "redirect:" + path;
    }
}
