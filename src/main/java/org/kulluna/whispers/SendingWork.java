package org.kulluna.whispers;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Works off what was let go: at once after the click, and each second for what is due and what another node left behind.
 * Nodes may all run it; each whisper is claimed by one at a time.
 */
@Component
@EnableScheduling
class SendingWork {
    private static final Logger LOG = LoggerFactory.getLogger(SendingWork.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);
    private final Semaphore running = new Semaphore(1);
    private volatile boolean asked;
    /** What went wrong, and until when (of the machine's own clock) it is left alone. */
    private final Map<UUID, Long> stuck = new ConcurrentHashMap<>();

    private final Sending sending;
    private final SendingPlanner planner;

    SendingWork(Sending sending, SendingPlanner planner) {
        this.sending = sending;
        this.planner = planner;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(Sending.Released released) {
        asked = true;
        Thread.ofVirtual().name("whispers-sending").start(this::tick);
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT1S")
    void everySecond() {
        tick();
    }

    /** Until nothing is left. Asked again while it runs, it looks once more. */
    void tick() {
        do {
            if (!running.tryAcquire()) {
                return;
            }
            try {
                asked = false;
                while (step()) {
                    // Planning goes before pushing, so that what is urgent does not wait behind the pages of another.
                }
            } finally {
                running.release();
            }
        } while (asked);
    }

    boolean step() {
        stuck.values().removeIf(until -> until < System.nanoTime());
        return tried(() -> sending.releaseDue() > 0)
                || tried(() -> planner.plan(stuck.keySet()))
                || tried(() -> planner.push(stuck.keySet()));
    }

    /** A step that fails leaves nothing behind; that whisper is tried again after a while, and the others go on. */
    private boolean tried(BooleanSupplier step) {
        try {
            return step.getAsBoolean();
        } catch (SendingPlanner.Stuck e) {
            LOG.error("a whisper could not be sent on", e);
            stuck.put(e.whisper, System.nanoTime() + AGAIN_AFTER.toNanos());
            return true;
        } catch (RuntimeException e) {
            LOG.error("whispers could not be sent on", e);
            return false;
        }
    }
}
