package org.kulluna.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every night, sessions, counted failures and links that are over go: a stranger could fill the tables with them. */
@Component
class SessionSweep {
    private static final Duration KEPT = Duration.ofDays(1);

    private final AccountRows rows;
    private final Clock clock;

    SessionSweep(AccountRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Dubai")
    @Transactional
    public void nightly() {
        Instant now = clock.instant();
        rows.deleteOver(now, now.minus(KEPT));
    }
}
