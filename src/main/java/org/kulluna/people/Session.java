package org.kulluna.people;

import java.time.Duration;
import java.time.Instant;

/** A door left open for one device. The token is shown once and stored hashed; it lasts twelve hours. */
public record Session(String token, Instant expiresAt, boolean secondFactorDue) {
    public static final Duration LIFE = Duration.ofHours(12);

    /** What the token opens. */
    public enum Kind {
        BROWSER,
        API
    }
}
