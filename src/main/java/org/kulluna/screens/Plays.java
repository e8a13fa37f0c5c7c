package org.kulluna.screens;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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
        rows.lock(screen.id());
        List<Play.Read> read = believed(sent.stream()
                .map(f -> f == null ? new Play.Read(null, "not-understood") : Play.read(f, screen.id(), now))
                .toList());
        Map<UUID, Play> first = new LinkedHashMap<>();
        read.stream().map(Play.Read::play).filter(Objects::nonNull).forEach(p -> first.putIfAbsent(p.id(), p));
        Set<UUID> apart = apart(screen.id(), first);
        Set<UUID> fresh = rows.insert(
                screen.id(),
                first.values().stream().filter(p -> apart.contains(p.id())).toList(),
                now);
        Map<UUID, Play> stored = rows.stored(screen.id(), first.keySet());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            PlayForm f = sent.get(i);
            outcomes.add(outcome(f == null ? null : f.id(), read.get(i), apart, stored, fresh));
        }
        return outcomes;
    }

    /** Without those that cannot have been, by what their whispers say. */
    private List<Play.Read> believed(List<Play.Read> read) {
        Map<UUID, PlayRows.Sent> sent = rows.sent(read.stream()
                .map(Play.Read::play)
                .filter(Objects::nonNull)
                .map(Play::whisper)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return read.stream()
                .map(r -> {
                    Play p = r.play();
                    String wrong = p == null ? "" : p.wrongBy(sent.get(p.whisper()));
                    return wrong.isEmpty() ? r : new Play.Read(null, wrong);
                })
                .toList();
    }

    /** Those that lie over none that is stored, nor over one that came before them. One wall shows one thing. */
    private Set<UUID> apart(UUID screen, Map<UUID, Play> first) {
        Set<UUID> known = rows.stored(screen, first.keySet()).keySet();
        List<Play> fresh =
                first.values().stream().filter(p -> !known.contains(p.id())).toList();
        List<Span> taken = new ArrayList<>(rows.neighbours(screen, fresh));
        Set<UUID> apart = new HashSet<>();
        for (Play p : fresh) {
            if (taken.stream().noneMatch(p.span()::overlaps)) {
                taken.add(p.span());
                apart.add(p.id());
            }
        }
        return apart;
    }

    private static Outcome outcome(
            @Nullable String id, Play.Read read, Set<UUID> apart, Map<UUID, Play> stored, Set<UUID> fresh) {
        Play p = read.play();
        if (p == null) {
            return new Outcome(id, "refused", read.reason());
        }
        Play known = stored.get(p.id());
        if (known == null) {
            return new Outcome(id, "refused", apart.contains(p.id()) ? "other-content" : "overlaps");
        }
        if (!says(known, p)) {
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
