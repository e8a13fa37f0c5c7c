package org.kulluna.whispers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;

/** What a device tells of its reader, in the order it happened or in any other. */
record WhisperInboxForm(@Nullable List<@Nullable Step> steps) {
    static final int MOST = 200;

    record Step(
            @Nullable String whisper,
            @Nullable String step,
            @Nullable String at) {}

    /** @param refused unknown: never one of the asker's; unreadable: not a step at all */
    record Answer(List<Taken> taken, List<Refused> refused) {}

    record Taken(UUID whisper, String step) {}

    record Refused(@Nullable String whisper, @Nullable String step, String reason) {}

    /**
     * Each is answered for itself; a repeat is taken like the first time.
     *
     * @throws Refusal INVALID when there is no list, TOO_LARGE over 200
     */
    Answer answer(Function<List<ReachedStep>, java.util.Set<UUID>> take) {
        if (steps == null) {
            throw Refusal.invalid("steps", "required");
        }
        if (steps.size() > MOST) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-many-steps", Map.of("most", MOST));
        }
        List<ReachedStep> good = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Step s : steps) {
            ReachedStep read = s == null ? null : read(s);
            if (read == null) {
                refused.add(
                        new Refused(s == null ? null : cut(s.whisper), s == null ? null : cut(s.step), "unreadable"));
            } else {
                good.add(read);
            }
        }
        java.util.Set<UUID> own = good.isEmpty() ? java.util.Set.of() : take.apply(good);
        List<Taken> taken = new ArrayList<>();
        for (ReachedStep s : good) {
            if (own.contains(s.whisper())) {
                taken.add(new Taken(s.whisper(), s.kind().text()));
            } else {
                refused.add(new Refused(s.whisper().toString(), s.kind().text(), "unknown"));
            }
        }
        return new Answer(taken, refused);
    }

    private static @Nullable ReachedStep read(Step s) {
        ReachedStep.Kind kind = switch (Typed.text(s.step)) {
            case "seen" -> ReachedStep.Kind.SEEN;
            case "read" -> ReachedStep.Kind.READ;
            default -> null;
        };
        Instant at = Typed.instant(s.at, ZoneOffset.UTC);
        try {
            return kind == null || at == null
                    ? null
                    : new ReachedStep(UUID.fromString(Typed.text(s.whisper)), kind, at);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(text.length(), 60));
    }
}
