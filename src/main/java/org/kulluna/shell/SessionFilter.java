package org.kulluna.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Accounts;
import org.kulluna.people.OpenSessions;
import org.kulluna.people.Session;
import org.kulluna.shared.Viewer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns the browser's cookie, or under /api the bearer token, into the {@link Viewer} of this request. */
final class SessionFilter extends OncePerRequestFilter {
    static final String COOKIE = OpenSessions.COOKIE;

    private final Accounts accounts;

    SessionFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean api = request.getRequestURI().startsWith("/api/");
        String token = api ? bearer(request) : cookie(request, COOKIE);
        Optional<Viewer> viewer = token == null
                ? Optional.empty()
                : accounts.findViewer(token, api ? Session.Kind.API : Session.Kind.BROWSER);
        viewer.ifPresent(v -> SecurityContextHolder.getContext().setAuthentication(authentication(v)));
        chain.doFilter(request, response);
    }

    /** Somebody whose every role waits for the second factor is known, but not let in yet. */
    private static UsernamePasswordAuthenticationToken authentication(Viewer v) {
        return v.secondFactorDue() && v.grants().isEmpty()
                ? UsernamePasswordAuthenticationToken.unauthenticated(v, null)
                : UsernamePasswordAuthenticationToken.authenticated(v, null, List.of());
    }

    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring(7) : null;
    }

    static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie c : cookies) {
                if (c.getName().equals(name)) {
                    return c.getValue();
                }
            }
        }
        return null;
    }

    /** The viewer of the request being answered; a stranger when nobody signed in. */
    static Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Viewer v ? v : Viewer.STRANGER;
    }
}
