package org.kulluna.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.kulluna.shared.Refusal;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address is spelled in one way. "/%73ign-in" would reach the sign-in past whatever looks for "/sign-in" in the
 * address as sent (rate limits, body limits, what is API and what is page), and no client of good will writes it so
 * (RFC 3986, section 2.3: what needs no encoding should not be encoded).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class OneSpelling extends OncePerRequestFilter {
    /** Letters, digits, dash, dot and underscore. */
    private static final Pattern NEEDLESS =
            Pattern.compile("%(2[DE]|3\\d|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9A])", Pattern.CASE_INSENSITIVE);

    private final Problems problems;

    OneSpelling(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (NEEDLESS.matcher(request.getRequestURI()).find()) {
            problems.answer(request, response, Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
