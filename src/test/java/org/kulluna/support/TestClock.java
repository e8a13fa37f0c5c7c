package org.kulluna.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.kulluna.shared.Time;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock the tests may move. It stands at the real time until moved, and goes on from there. */
@TestConfiguration
public class TestClock {
    public static final class Movable extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        public void reset() {
            ahead = Duration.ZERO;
        }

        public void forward(Duration by) {
            ahead = ahead.plus(by);
        }

        public void setTo(Instant instant) {
            ahead = Duration.between(Instant.now(), instant);
        }

        @Override
        public ZoneId getZone() {
            return Time.PROGRAMME_ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    @Bean
    @Primary
    Movable movableClock() {
        return new Movable();
    }
}
