package org.kulluna.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a push service answered and what follows (RFC 8030, section 5; RFC 8292, section 4.2).
 *
 * @param status 0 when no answer came
 * @param nextAt when it is tried again; null when it is settled
 */
record PushAnswer(
        State state, String reason, int status, @Nullable Instant nextAt) {
    enum State {
        QUEUED,
        ACCEPTED,
        FAILED,
        EXPIRED
    }

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    static final String GONE = "gone";
    static final String REFUSED = "refused";
    static final String WAITING = "waiting";

    /** Its service takes no more at this moment: it was not tried. */
    static PushAnswer waiting(Instant until) {
        return new PushAnswer(State.QUEUED, WAITING, 0, until);
    }

    boolean isTry() {
        return !reason.equals(WAITING);
    }

    static PushAnswer expired(String reason) {
        return new PushAnswer(State.EXPIRED, reason, 0, null);
    }

    static PushAnswer failed(String reason) {
        return new PushAnswer(State.FAILED, reason, 0, null);
    }

    /**
     * @param tries this one included
     * @param retryAfter the header, seconds or a date; empty when there was none
     */
    static PushAnswer of(int status, String retryAfter, int tries, Instant now, Instant expiresAt) {
        return switch (status) {
            case 200, 201, 202, 204 -> new PushAnswer(State.ACCEPTED, "", status, null);
            case 404, 410 -> new PushAnswer(State.FAILED, GONE, status, null);
            case 400, 401, 403 -> new PushAnswer(State.FAILED, REFUSED, status, null);
            case 413 -> new PushAnswer(State.FAILED, "too-large", status, null);
            default ->
                status == 0 || status == 408 || status == 429 || status >= 500
                        ? later(status, retryAfter, tries, now, expiresAt)
                        : new PushAnswer(State.FAILED, "not-understood", status, null);
        };
    }

    private static PushAnswer later(int status, String retryAfter, int tries, Instant now, Instant expiresAt) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        Instant next = now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        Instant asked = at(retryAfter, now);
        if (asked != null && (asked.isAfter(next) || status == 429 && asked.isAfter(now))) {
            next = asked;
        }
        return next.isBefore(expiresAt)
                ? new PushAnswer(State.QUEUED, status == 0 ? "no-answer" : "busy", status, next)
                : new PushAnswer(State.EXPIRED, status == 0 ? "no-answer" : "busy", status, null);
    }

    private static @Nullable Instant at(String retryAfter, Instant now) {
        String text = retryAfter.strip();
        if (text.matches("[0-9]{1,7}")) {
            return now.plusSeconds(Long.parseLong(text));
        }
        try {
            return text.isEmpty()
                    ? null
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
