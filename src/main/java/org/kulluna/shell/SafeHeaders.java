package org.kulluna.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer carries. It stands before all other filters, because they refuse too, and it sets the headers at
 * once, because a large file is on its way before anything behind it could.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafeHeaders extends OncePerRequestFilter {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
                    + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean secure;

    SafeHeaders(@Value("${kulluna.secure-cookies}") boolean secure) {
        this.secure = secure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        all(secure).forEach(response::setHeader);
        chain.doFilter(request, secure ? new Cookies(response) : response);
    }

    /** The server's own errors clear what was set before. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Nothing is kept by anybody unless what answers says otherwise (our files do). */
    static Map<String, String> all(boolean secure) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }

    /** No cookie leaves over plain http, whichever room sets it. */
    private static final class Cookies extends HttpServletResponseWrapper {
        Cookies(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            boolean open = name.equalsIgnoreCase(HttpHeaders.SET_COOKIE) && !value.contains("; Secure");
            super.addHeader(name, open ? value + "; Secure" : value);
        }
    }
}
