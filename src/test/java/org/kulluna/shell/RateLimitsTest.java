package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-03-01T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final Hand clock = new Hand();

    @SuppressWarnings("NullAway")
    private final RateLimits limits = new RateLimits(null, clock);

    @Test
    void an_address_applies_thirty_times_and_then_waits_whichever_door_it_takes() {
        for (int i = 0; i < 15; i++) {
            assertThat(limits.secondsToWait("POST", "/membership/apply", "10.0.0.1"))
                    .isZero();
            assertThat(limits.secondsToWait("POST", "/api/v1/applications", "10.0.0.1"))
                    .isZero();
        }
        long wait = limits.secondsToWait("POST", "/membership/apply", "10.0.0.1");
        assertThat(wait).isBetween(1L, 61L);
        assertThat(limits.secondsToWait("POST", "/membership/apply", "10.0.0.2"))
                .isZero();
        clock.now = clock.now.plus(Duration.ofSeconds(wait));
        assertThat(limits.secondsToWait("POST", "/membership/apply", "10.0.0.1"))
                .isZero();
    }

    @Test
    void signing_in_has_a_limit_of_its_own_and_reading_has_none() {
        for (int i = 0; i < 60; i++) {
            assertThat(limits.secondsToWait("POST", "/sign-in", "10.0.0.3")).isZero();
        }
        assertThat(limits.secondsToWait("POST", "/api/v1/tokens", "10.0.0.3")).isPositive();
        assertThat(limits.secondsToWait("POST", "/membership/apply", "10.0.0.3"))
                .isZero();
        assertThat(limits.secondsToWait("GET", "/sign-in", "10.0.0.3")).isZero();
    }

    @Test
    void a_calendar_is_read_so_often_from_anywhere_and_all_of_them_from_one_address() {
        String mine = "/calendar/" + "a".repeat(43) + ".ics";
        for (int i = 0; i < 60; i++) {
            assertThat(limits.secondsToWait(i % 2 == 0 ? "GET" : "HEAD", mine, "10.0.0." + i))
                    .isZero();
        }
        assertThat(limits.secondsToWait("GET", mine, "10.0.1.1")).isBetween(1L, 11L);
        assertThat(limits.secondsToWait("GET", "/calendar/" + "b".repeat(43) + ".ics", "10.0.1.1"))
                .isZero();
        clock.now = clock.now.plus(Duration.ofSeconds(11));
        assertThat(limits.secondsToWait("GET", mine, "10.0.1.1")).isZero();
        for (int i = 0; i < 6000; i++) {
            limits.secondsToWait("GET", "/calendar/guess" + i + ".ics", "10.0.2.1");
        }
        assertThat(limits.secondsToWait("GET", "/calendar/guess.ics", "10.0.2.1"))
                .isPositive();
        assertThat(limits.secondsToWait("GET", "/calendar", "10.0.2.1")).isZero();
    }

    @Test
    void whoever_compares_names_on_certificates_waits_after_twenty_and_other_checks_go_on() {
        for (int i = 0; i < 20; i++) {
            String door = i % 2 == 0 ? "" : "/api/v1";
            assertThat(limits.secondsToWait("POST", door + "/certificates/" + i + "/name", "10.0.0.4"))
                    .isZero();
        }
        assertThat(limits.secondsToWait("POST", "/certificates/x/name", "10.0.0.4"))
                .isPositive();
        assertThat(limits.secondsToWait("GET", "/certificates/x", "10.0.0.4")).isZero();
    }

    @Test
    void checking_has_a_limit_whatever_is_read_and_ones_own_list_has_none() {
        for (int i = 0; i < 150; i++) {
            for (String path : new String[] {
                "/certificates", "/certificates/x", "/certificates/x/credential.json", "/api/v1/certificates/x"
            }) {
                assertThat(limits.secondsToWait(i % 2 == 0 ? "GET" : "HEAD", path, "10.0.0.5"))
                        .isZero();
            }
        }
        assertThat(limits.secondsToWait("GET", "/certificates/status/1", "10.0.0.5"))
                .isPositive();
        assertThat(limits.secondsToWait("GET", "/certificates/mine", "10.0.0.5"))
                .isZero();
    }
}
