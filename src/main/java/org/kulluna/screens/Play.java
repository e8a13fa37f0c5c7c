package org.kulluna.screens;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A play that may be stored: what was told, and its times mended by the clock's offset. */
record Play(
        UUID id,
        String kind,
        @Nullable UUID whisper,
        @Nullable Integer revision,
        String item,
        @Nullable UUID schedule,
        String language,
        Instant playerStart,
        Instant playerEnd,
        long offsetMs,
        boolean complete,
        boolean urgent) {
    static final Duration OLDEST = Duration.ofDays(31);
    /** An item has ten minutes at most. */
    static final Duration LONGEST = Duration.ofMinutes(15);
    /** An offset is estimated from an answer's second. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    static final long MOST_OFFSET = Duration.ofDays(366L * 60).toMillis();
    private static final Set<String> KINDS = Set.of("whisper", "figures", "opportunities", "page");

    /** When a play lay on the wall, by the house's clock. */
    Span span() {
        return new Span(start(), end());
    }

    /** Why it cannot have been, as far as its whisper says; empty when it can. */
    String wrongBy(PlayRows.@Nullable Sent sent) {
        if (whisper == null) {
            return "";
        }
        if (sent == null) {
            return "unknown-whisper";
        }
        if (revision == null || revision != sent.revision()) {
            return "unknown-revision";
        }
        return start().isBefore(sent.at().minus(TOLERANCE)) ? "before-it-was-sent" : "";
    }

    /** Read, or refused for that reason. */
    record Read(@Nullable Play play, String reason) {}

    Instant start() {
        return playerStart.plusMillis(offsetMs);
    }

    Instant end() {
        return playerEnd.plusMillis(offsetMs);
    }

    static Read read(PlayForm f, UUID screen, Instant now) {
        try {
            UUID id = UUID.fromString(text(f.id()));
            if (!UUID.fromString(text(f.screen())).equals(screen)) {
                return refused("another-screen");
            }
            long offset = f.offsetMs() == null ? 0 : f.offsetMs();
            if (!KINDS.contains(text(f.kind()))
                    || !text(f.language()).matches("[a-z]{2,3}")
                    || offset > MOST_OFFSET
                    || offset < -MOST_OFFSET
                    || text(f.item()).length() > 100) {
                return refused("not-understood");
            }
            Play play = new Play(
                    id,
                    text(f.kind()),
                    uuid(f.whisper()),
                    f.revision(),
                    text(f.item()),
                    uuid(f.schedule()),
                    text(f.language()),
                    Instant.parse(text(f.startedAt())).truncatedTo(ChronoUnit.MILLIS),
                    Instant.parse(text(f.endedAt())).truncatedTo(ChronoUnit.MILLIS),
                    offset,
                    Boolean.TRUE.equals(f.complete()),
                    Boolean.TRUE.equals(f.urgent()));
            String wrong = play.wrongWith(now);
            return wrong.isEmpty() ? new Read(play, "") : refused(wrong);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return refused("not-understood");
        }
    }

    private String wrongWith(Instant now) {
        if (kind.equals("whisper") && (whisper == null || revision == null || revision < 1)) {
            return "not-understood";
        }
        if (!kind.equals("whisper") && whisper != null) {
            return "not-understood";
        }
        if (playerEnd.isBefore(playerStart)) {
            return "ends-before-start";
        }
        if (Duration.between(playerStart, playerEnd).compareTo(LONGEST) > 0) {
            return "too-long";
        }
        if (end().isAfter(now.plus(TOLERANCE))) {
            return "in-the-future";
        }
        return start().isBefore(now.minus(OLDEST)) ? "too-old" : "";
    }

    private static Read refused(String reason) {
        return new Read(null, reason);
    }

    private static String text(@Nullable String s) {
        return s == null ? "" : s;
    }

    private static @Nullable UUID uuid(@Nullable String s) {
        return s == null || s.isEmpty() ? null : UUID.fromString(s);
    }
}
