package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Reads once what {@link Done} left for the next page. */
final class Flash {
    private Flash() {}

    static @Nullable String take(HttpServletRequest request, HttpServletResponse response) {
        String key = SessionFilter.cookie(request, Done.COOKIE);
        if (key == null || key.isEmpty()) {
            return null;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(Done.COOKIE, "").path("/").maxAge(0).build().toString());
        return key.matches("[a-z0-9.-]{1,60}") ? key : null;
    }
}
