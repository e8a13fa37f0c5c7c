package org.kulluna.screens;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The player's side of pairing: it asks for a code, shows it, and asks whether somebody typed it. */
@Component
class Pairings {
    static final Duration LASTS = Duration.ofMinutes(10);
    private static final int TRIES = 5;

    private final PairingRows rows;
    private final ScreenRows screens;
    private final Secrets secrets;
    private final Clock clock;

    Pairings(PairingRows rows, ScreenRows screens, Secrets secrets, Clock clock) {
        this.rows = rows;
        this.screens = screens;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @param poll what the player asks with: nobody else knows it */
    record Offered(String code, String poll, Instant expiresAt) {}

    /** @param state waiting, paired (then with the key) or over: ask for another code */
    record Answer(String state, @Nullable String key) {}

    @Transactional
    Offered offer() {
        Instant now = clock.instant();
        rows.forget(now.minus(LASTS));
        for (int i = 0; i < TRIES; i++) {
            String code = Secrets.newCode();
            String poll = Secrets.newPoll();
            Instant expires = now.plus(LASTS);
            if (rows.insert(Ids.next(), secrets.hashCode(code), secrets.hashPoll(poll), now, expires)) {
                return new Offered(code, poll, expires);
            }
        }
        throw Refusal.of(Refusal.Kind.BUSY, "too-busy");
    }

    /** The same answer however often it is asked: one that was lost on the way loses nothing. */
    @Transactional(readOnly = true)
    Answer ask(String poll) {
        Optional<Pairing> found = rows.findByPoll(secrets.hashPoll(poll));
        if (found.isEmpty() || !found.get().expiresAt().isAfter(clock.instant())) {
            return new Answer("over", null);
        }
        Pairing p = found.get();
        UUID screen = p.screen();
        if (screen == null) {
            return new Answer("waiting", null);
        }
        String key = secrets.keyOf(p.id(), p.pollHash());
        boolean holds = screens.findByKey(secrets.hashKey(key))
                .filter(s -> s.id().equals(screen))
                .isPresent();
        return holds ? new Answer("paired", key) : new Answer("over", null);
    }

    /**
     * Within the door's transaction. Answers the hash of the key that the player will get.
     *
     * @throws Refusal INVALID code when it was mistyped, is over or was used for another screen
     */
    byte[] take(String typed, UUID screen) {
        Pairing p = rows.take(secrets.hashCode(typed), screen, clock.instant())
                .orElseThrow(() -> Refusal.invalid("code", "pairing-code-wrong"));
        return secrets.hashKey(secrets.keyOf(p.id(), p.pollHash()));
    }
}
