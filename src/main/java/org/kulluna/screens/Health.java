package org.kulluna.screens;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a screen does, at a glance. */
public enum Health {
    SHOWS("good", "check-circle"),
    TROUBLE("warn", "warning"),
    QUIET("bad", "x-circle"),
    UNPAIRED("neutral", "plug"),
    NEVER_PAIRED("neutral", "plug"),
    RETIRED("neutral", "minus");

    /** Players speak once a minute; five missed words are silence. */
    static final Duration SILENCE = Duration.ofMinutes(5);
    /** A clock further off than this is worth somebody's look, although its plays are mended. */
    static final Duration CLOCK_OFF = Duration.ofMinutes(5);

    public final String status;
    public final String icon;

    Health(String status, String icon) {
        this.status = status;
        this.icon = icon;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Health of(Screen s, @Nullable Heartbeat beat, Instant now) {
        if (s.isRetired()) {
            return RETIRED;
        }
        if (!s.keyed()) {
            return s.pairedAt() == null ? NEVER_PAIRED : UNPAIRED;
        }
        if (beat == null || beat.seenAt().isBefore(now.minus(SILENCE))) {
            return QUIET;
        }
        boolean clockOff = Math.abs(beat.offsetMs()) > CLOCK_OFF.toMillis();
        return beat.trouble().isEmpty() && !clockOff ? SHOWS : TROUBLE;
    }
}
