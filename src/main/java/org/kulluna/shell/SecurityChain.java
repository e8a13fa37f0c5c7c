package org.kulluna.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kulluna.people.Accounts;
import org.kulluna.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Who gets past the door at all. What they may do inside is asked by each capability's door. */
@Configuration(proxyBeanMethods = false)
class SecurityChain {
    private static final String[] PUBLIC_PAGES = {
        "/",
        "/sign-in",
        "/sign-in/**",
        "/reset/**",
        "/membership/apply",
        "/membership/apply/**",
        "/membership/verify/**",
        "/volunteering/opportunities",
        "/calendar/*.ics",
        "/credits",
        "/screens/player",
        "/screens/player/**",
        "/app.webmanifest",
        "/sw.js",
        "/offline",
        "/error",
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml"
    };
    /** Anybody may check a certificate; one's own, and what one allows, are asked for by name before. */
    private static final String[] OWN_CERTIFICATES = {"/certificates/mine/**", "/api/v1/certificates/mine/**"};

    private static final String[] CERTIFICATES = {
        "/certificates",
        "/certificates/*",
        "/certificates/*/name",
        "/certificates/*/credential.json",
        "/certificates/achievements/**",
        "/certificates/status/*",
        "/api/v1/certificates/*",
        "/api/v1/certificates/*/name",
        "/.well-known/did.json"
    };
    private static final String[] PUBLIC_FILES = {
        "/*.css", "/*.svg", "/*.png", "/*.ico", "/js/**", "/fonts/**", "/robots.txt"
    };

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http, Accounts accounts, Problems problems, @Value("${kulluna.secure-cookies}") boolean secure)
            throws Exception {
        CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
        csrf.setCookieName("kulluna-csrf");
        csrf.setCookieCustomizer(
                c -> c.httpOnly(true).secure(secure).sameSite("Strict").path("/"));
        return http.csrf(c -> c.csrfTokenRepository(csrf)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        // Each request is authenticated afresh from its cookie; a new secret each time would make every
                        // open page (a second tab, the gate that sends for hours) stale after one request.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .ignoringRequestMatchers(r -> r.getRequestURI().startsWith("/api/")
                                // A service worker has no session; its codes are what opens it.
                                || r.getRequestURI().equals("/delivery/receipts")
                                // Players have no cookie; each of their doors asks for the device's key.
                                || r.getRequestURI().startsWith("/screens/player/")))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.disable())
                .formLogin(f -> f.disable())
                .httpBasic(b -> b.disable())
                .logout(l -> l.disable())
                .anonymous(Customizer.withDefaults())
                // SafeHeaders sets them for every answer, those before this chain too.
                .headers(h -> h.disable())
                .authorizeHttpRequests(a -> a.requestMatchers(PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers(OWN_CERTIFICATES)
                        .authenticated()
                        .requestMatchers(CERTIFICATES)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_FILES)
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/tokens",
                                "/api/v1/applications",
                                "/api/v1/password-resets",
                                "/delivery/receipts")
                        .permitAll()
                        .requestMatchers(SecurityChain::isBetweenPasswordAndCode)
                        .permitAll()
                        .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint((q, r, x) -> askToSignIn(problems, q, r))
                        .accessDeniedHandler((q, r, x) -> refuse(problems, q, r)))
                .addFilterBefore(new SessionFilter(accounts), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    private static void askToSignIn(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Problems.isApi(request) || !request.getMethod().equals("GET")) {
            problems.answer(request, response, Refusal.of(Refusal.Kind.SIGN_IN, "sign-in-first"));
            return;
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        response.sendRedirect(
                "/sign-in?to=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8));
    }

    /** Who gave the password may give the code, or leave. */
    private static boolean isBetweenPasswordAndCode(HttpServletRequest request) {
        String path = request.getRequestURI();
        return SessionFilter.viewer().secondFactorDue()
                && (path.startsWith("/api/v1/tokens/current") || path.equals("/sign-out"));
    }

    /** A form without its secret, or somebody who has yet to give the second factor. */
    private static void refuse(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean due = SessionFilter.viewer().secondFactorDue();
        if (due && request.getMethod().equals("GET") && !Problems.isApi(request)) {
            response.sendRedirect(
                    "/sign-in/second-factor?to=" + URLEncoder.encode(request.getRequestURI(), StandardCharsets.UTF_8));
            return;
        }
        problems.answer(
                request, response, Refusal.of(Refusal.Kind.FORBIDDEN, due ? "second-factor-first" : "form-expired"));
    }

    /** Keeps Boot from making a user of its own. */
    @Bean
    UserDetailsService noUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }
}
