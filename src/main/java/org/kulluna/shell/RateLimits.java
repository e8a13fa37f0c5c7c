package org.kulluna.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a stranger may do only so often from one address: signing in, applying, checking certificates, and reading a
 * calendar. An office full of people shares an address, so the limits are above what a busy desk needs; the lock-out of one
 * account is people's own affair. One calendar is read only so often wherever it is read from: a phone asks once an hour.
 */
@Component
@ConditionalOnProperty(name = "kulluna.rate-limits", matchIfMissing = true)
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class RateLimits extends OncePerRequestFilter {
    /** That many at once, and as many again spread over {@code per}. */
    private record Limit(String name, String method, Pattern paths, int times, Duration per) {
        static Limit posted(String name, int times, Duration per, String... paths) {
            String any = Arrays.stream(paths).map(Pattern::quote).collect(Collectors.joining("|"));
            return new Limit(name, "POST", Pattern.compile(any), times, per);
        }
    }

    private static final List<Limit> LIMITS = List.of(
            Limit.posted("sign-in", 60, Duration.ofMinutes(10), "/sign-in", "/api/v1/tokens"),
            Limit.posted(
                    "second-factor",
                    60,
                    Duration.ofMinutes(10),
                    "/sign-in/second-factor",
                    "/api/v1/tokens/current/second-factor"),
            Limit.posted("pairing", 60, Duration.ofMinutes(10), "/screens/player/pairings"),
            Limit.posted("pairing-state", 6000, Duration.ofMinutes(10), "/screens/player/pairings/state"),
            new Limit(
                    "pairing-code",
                    "POST",
                    Pattern.compile("(/api/v1)?/screens/([^/]*/)?pair"),
                    30,
                    Duration.ofMinutes(10)),
            Limit.posted("apply", 30, Duration.ofMinutes(30), "/membership/apply", "/api/v1/applications"),
            // One office's phones share an address, and a whisper reaches them all at once.
            Limit.posted("receipts", 3000, Duration.ofMinutes(10), "/delivery/receipts"),
            new Limit(
                    "name", "POST", Pattern.compile("(/api/v1)?/certificates/[^/]*/name"), 20, Duration.ofMinutes(10)),
            new Limit(
                    "certificate",
                    "GET",
                    Pattern.compile("(/api/v1)?/certificates(?!/mine(/|$))(/.*)?"),
                    600,
                    Duration.ofMinutes(10)));

    /** All calendars, from one address. */
    private static final Limit CALENDARS =
            new Limit("calendars", "GET", Pattern.compile(""), 6000, Duration.ofMinutes(10));

    /** One calendar, from anywhere. */
    private static final Limit CALENDAR = new Limit("calendar", "GET", Pattern.compile(""), 60, Duration.ofMinutes(10));

    private final Problems problems;
    private final TimeMeter meter;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    RateLimits(Problems problems, Clock clock) {
        this.problems = problems;
        this.meter = new ClockMeter(clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long wait = secondsToWait(request.getMethod(), request.getRequestURI(), request.getRemoteAddr());
        if (wait == 0) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        problems.answer(request, response, Refusal.of(Refusal.Kind.TOO_MANY, "too-many"));
    }

    /** 0 when it may pass. */
    long secondsToWait(String method, String path, @Nullable String address) {
        if (path.matches("/calendar/[^/]{1,100}\\.ics")) {
            long crowd = secondsToWait(CALENDARS, address);
            return crowd > 0 ? crowd : secondsToWait(CALENDAR, path);
        }
        String asked = method.equals("HEAD") ? "GET" : method;
        for (Limit limit : LIMITS) {
            if (limit.method().equals(asked) && limit.paths().matcher(path).matches()) {
                return secondsToWait(limit, address);
            }
        }
        return 0;
    }

    private long secondsToWait(Limit limit, @Nullable String whose) {
        Bucket bucket = buckets.get(limit.name() + "|" + whose, k -> bucket(limit));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : 1 + probe.getNanosToWaitForRefill() / 1_000_000_000;
    }

    private Bucket bucket(Limit limit) {
        return Bucket.builder()
                .addLimit(l -> l.capacity(limit.times()).refillGreedy(limit.times(), limit.per()))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** The house's clock, so that a test may move it. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
