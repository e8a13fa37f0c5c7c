package org.kulluna.screens;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thousand players come back at once after an outage, each with a day of plays. They take turns, or their batches would
 * fill the memory and be given up by the players before they are stored, only to be sent again.
 */
@Component
class PlayIntake {
    record Sent(@Nullable List<@Nullable PlayForm> plays) {}

    /** Some lines are slow: more are read than stored. */
    private static final int READ_AT_ONCE = 32;

    private static final int STORED_AT_ONCE = 4;
    /** A player waits for 20 seconds and then tries again a minute later. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore reading = new Semaphore(READ_AT_ONCE, true);
    private final Semaphore storing = new Semaphore(STORED_AT_ONCE, true);
    private final Plays plays;
    private final JsonMapper json;

    PlayIntake(Plays plays, JsonMapper json) {
        this.plays = plays;
        this.json = json;
    }

    /** @throws Refusal BUSY when the turn did not come in time; BAD_REQUEST for what is no list of plays */
    List<Plays.Outcome> take(Screen screen, InputStream body) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        return inTurn(reading, until, () -> {
            List<@Nullable PlayForm> sent = read(body);
            return inTurn(storing, until, () -> plays.take(screen, sent));
        });
    }

    private List<@Nullable PlayForm> read(InputStream body) {
        try {
            Sent sent = json.readValue(body, Sent.class);
            return sent == null || sent.plays() == null ? List.of() : sent.plays();
        } catch (JacksonException nonsense) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        }
    }

    private static <T> T inTurn(Semaphore turn, long until, Supplier<T> work) {
        try {
            if (!turn.tryAcquire(until - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw Refusal.of(Refusal.Kind.BUSY, "too-busy");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Refusal.Kind.BUSY, "too-busy");
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }
}
