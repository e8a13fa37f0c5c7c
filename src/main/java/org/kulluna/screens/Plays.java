package org.kulluna.screens;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes proof of play: each by itself, so that a bad one costs no other, and each once. */
@Component
class Plays {
    static final int AT_ONCE = 500;
    private final PlayRows rows;
    private final Clock clock;

    Plays(PlayRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param state stored, already or refused; in all three cases the player need not keep it */
    record Outcome(@Nullable String id, String state, String reason) {}

    /** One outcome for each, in their order. @throws Refusal BAD_REQUEST beyond {@value #AT_ONCE} */
    @Transactional
    public List<Outcome> take(Screen screen, List<@Nullable PlayForm> sent) {
        if (sent.size() > AT_ONCE) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        }
        Instant now = clock.instant();
        List<Play.Read> read = sent.stream()
                .map(f -> f == null ? new Play.Read(null, "not-understood") : Play.read(f, screen.id(), now))
                .toList();
        Set<UUID> known = rows.sent(read.stream()
                .map(Play.Read::play)
                .filter(Objects::nonNull)
                .map(Play::whisper)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UUID, Play> first = new LinkedHashMap<>();
        for (Play.Read r : read) {
            Play p = r.play();
            if (p != null && isKnown(p, known)) {
                first.putIfAbsent(p.id(), p);
            }
        }
        Set<UUID> fresh = rows.insert(screen.id(), List.copyOf(first.values()), now);
        Map<UUID, Play> before = rows.stored(screen.id(), first.keySet());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            PlayForm f = sent.get(i);
            outcomes.add(outcome(f == null ? null : f.id(), read.get(i), known, before, fresh));
        }
        return outcomes;
    }

    private static boolean isKnown(Play p, Set<UUID> known) {
        return p.whisper() == null || known.contains(p.whisper());
    }

    private static Outcome outcome(
            @Nullable String id, Play.Read read, Set<UUID> known, Map<UUID, Play> before, Set<UUID> fresh) {
        Play p = read.play();
        if (p == null) {
            return new Outcome(id, "refused", read.reason());
        }
        if (!isKnown(p, known)) {
            return new Outcome(id, "refused", "unknown-whisper");
        }
        Play stored = before.get(p.id());
        if (stored == null || !says(stored, p)) {
            return new Outcome(id, "refused", "other-content");
        }
        return new Outcome(id, fresh.remove(p.id()) ? "stored" : "already", "");
    }

    /** Whether it was a take-over is the whisper's to say: a player that claims it wrongly still says the same play. */
    private static boolean says(Play stored, Play sent) {
        return stored.equals(new Play(
                sent.id(),
                sent.kind(),
                sent.whisper(),
                sent.revision(),
                sent.item(),
                sent.schedule(),
                sent.language(),
                sent.playerStart(),
                sent.playerEnd(),
                sent.offsetMs(),
                sent.complete(),
                stored.urgent()));
    }
}
