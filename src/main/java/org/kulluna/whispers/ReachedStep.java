package org.kulluna.whispers;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What a reader did with a whisper in the app, and when, by their device's clock. */
public record ReachedStep(UUID whisper, Kind kind, Instant at) {
    /** Seen: on screen for a second. Read: opened. */
    public enum Kind {
        SEEN,
        READ;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
