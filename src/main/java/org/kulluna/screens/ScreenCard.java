package org.kulluna.screens;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A screen with the last word of its player. */
public record ScreenCard(Screen screen, @Nullable Heartbeat beat, Health health) {
    static ScreenCard of(Screen screen, @Nullable Heartbeat beat, Instant now) {
        return new ScreenCard(screen, beat, Health.of(screen, beat, now));
    }
}
