package org.kulluna.attendance;

import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Every minute, the duties that are over get their claims. Several nodes may run it: each duty is taken once. */
@Component
@EnableScheduling
class ClaimSweep {
    private static final int AT_ONCE = 25;
    private final Claims claims;

    ClaimSweep(Claims claims) {
        this.claims = claims;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void sweep() {
        int seen;
        do {
            seen = claims.sweep(AT_ONCE);
        } while (seen == AT_ONCE);
    }
}
