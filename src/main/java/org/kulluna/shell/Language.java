package org.kulluna.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Words;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code ?lang=ar|en|ur} chooses and is remembered; then the cookie, then Accept-Language, then Arabic. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Language extends OncePerRequestFilter {
    private static final String COOKIE = "lang";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String chosen = known(parameter(request, "lang"));
        if (chosen != null) {
            remember(response, COOKIE, chosen);
        }
        String digits = parameter(request, "digits");
        if (digits != null && (digits.equals("latn") || digits.equals("arab"))) {
            remember(response, "digits", digits);
        }
        chain.doFilter(request, response);
    }

    static String of(HttpServletRequest request) {
        String asked = known(parameter(request, "lang"));
        if (asked != null) {
            return asked;
        }
        String kept = known(SessionFilter.cookie(request, COOKIE));
        if (kept != null) {
            return kept;
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null) {
            var locales = request.getLocales();
            while (locales.hasMoreElements()) {
                String language = known(((Locale) locales.nextElement()).getLanguage());
                if (language != null) {
                    return language;
                }
            }
        }
        return "ar";
    }

    /** "arab" for ٠١٢, otherwise "latn". */
    static String digits(HttpServletRequest request) {
        String asked = parameter(request, "digits");
        String digits = asked == null ? SessionFilter.cookie(request, "digits") : asked;
        return "arab".equals(digits) ? "arab" : "latn";
    }

    private static @Nullable String known(@Nullable String language) {
        return language != null && Words.languages().contains(language) ? language : null;
    }

    /** From the query only: reading a body here would take it from the controller. */
    private static @Nullable String parameter(HttpServletRequest request, String name) {
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                if (part.startsWith(name + "=")) {
                    return part.substring(name.length() + 1);
                }
            }
        }
        return null;
    }

    private static void remember(HttpServletResponse response, String name, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(Duration.ofDays(400))
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
