package org.kulluna.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The key pair of pushes is made at the first start, not by whoever subscribes first. Commands make none. */
@Component
@Profile("!command")
class VapidAtStart {
    private static final Logger LOG = LoggerFactory.getLogger(VapidAtStart.class);
    private final Vapid vapid;

    VapidAtStart(Vapid vapid) {
        this.vapid = vapid;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        try {
            vapid.publicKey();
        } catch (RuntimeException e) {
            // The house opens also while pushes cannot go; the next need tries again.
            LOG.error("there is no key pair for pushes", e);
        }
    }
}
