package org.kulluna.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. One thread takes hundreds at a time under a lease and stores their answers in groups; each push
 * travels on a virtual thread of its own, so many at once as {@code kulluna.push.at-once} says, so that those who wait for a
 * slow service hold up nobody. After a crash the lease runs out and the push is sent again, under the same topic and tag,
 * which replaces it where it had arrived.
 */
@Component
class PushSender implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushSender.class);
    private static final int MOST_TAKEN = 500;
    private static final int FEWEST_TAKEN = 100;
    private static final int SETTLED_EVERY_MILLIS = 50;
    private static final int IDLE_MILLIS = 500;

    private final PushRows rows;
    private final PushRoute route;
    private final PushResults results;
    private final Clock clock;
    private final int atOnce;
    private final Duration lease;
    private final LinkedBlockingQueue<PushResults.Result> answered = new LinkedBlockingQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Map<UUID, Map<String, String>> letters = new HashMap<>();
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    PushSender(
            PushRows rows,
            PushRoute route,
            PushResults results,
            Clock clock,
            @Value("${kulluna.push.at-once:600}") int atOnce,
            @Value("${kulluna.push.lease:PT60S}") Duration lease) {
        this.rows = rows;
        this.route = route;
        this.results = results;
        this.clock = clock;
        this.atOnce = atOnce;
        this.lease = lease;
    }

    private void work() {
        while (running || underWay.get() > 0 || !answered.isEmpty()) {
            try {
                int taken = running ? take() : 0;
                int stored = store(taken > 0 || underWay.get() > 0 ? SETTLED_EVERY_MILLIS : IDLE_MILLIS);
                if (taken == 0 && stored == 0 && underWay.get() == 0) {
                    letters.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("pushes go on after {}", e.toString());
                pause();
            }
        }
    }

    private int take() {
        int room = Math.min(MOST_TAKEN, atOnce - underWay.get());
        if (room < Math.min(FEWEST_TAKEN, atOnce)) {
            return 0;
        }
        Instant now = clock.instant();
        List<PushRows.Due> taken = rows.claim(room, now, now.plus(lease));
        for (PushRows.Due due : taken) {
            start(due, now);
        }
        return taken.size();
    }

    private void start(PushRows.Due due, Instant now) {
        Subscription device = due.device();
        if (due.withdrawn()) {
            answered.add(new PushResults.Result(due, PushAnswer.expired("withdrawn")));
        } else if (!due.expiresAt().isAfter(now)) {
            answered.add(new PushResults.Result(due, PushAnswer.expired("expired")));
        } else if (device == null) {
            answered.add(new PushResults.Result(due, PushAnswer.failed("no-subscription")));
        } else {
            Map<String, String> byLanguage = letters.computeIfAbsent(due.message(), rows::letters);
            String arabic = byLanguage.getOrDefault("ar", "{}");
            String letter = byLanguage.getOrDefault(due.language(), arabic);
            underWay.incrementAndGet();
            Thread.ofVirtual().name("push").start(() -> send(due, device, letter));
        }
    }

    private void send(PushRows.Due due, Subscription device, String letter) {
        try {
            answered.add(new PushResults.Result(due, route.send(due, device, letter)));
        } catch (RuntimeException bug) {
            LOG.error("a push to {} failed", due.subscription(), bug);
            answered.add(new PushResults.Result(due, PushAnswer.failed("bug")));
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Waits for the first answer, then takes all there are. */
    private int store(int millis) throws InterruptedException {
        PushResults.Result first = answered.poll(millis, TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        if (answered.size() < FEWEST_TAKEN && underWay.get() > 0) {
            Thread.sleep(SETTLED_EVERY_MILLIS);
        }
        List<PushResults.Result> some = new ArrayList<>(List.of(first));
        answered.drainTo(some, 2 * MOST_TAKEN);
        try {
            results.store(some);
        } catch (RuntimeException e) {
            answered.addAll(some);
            throw e;
        }
        return some.size();
    }

    private static void pause() {
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("push-sender").start(this::work);
    }

    /** What is under way is waited for and stored. */
    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        try {
            if (working != null) {
                working.join(PushRoute.PATIENCE.plusSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
