package org.kulluna.screens;

import java.time.Duration;
import java.time.Instant;

/** From when until when something was on a wall. */
record Span(Instant from, Instant to) {
    /** An offset that is mended between two plays moves the second a little into the first. */
    static final Duration MENDED = Duration.ofSeconds(3);

    /** One wall shows one thing: together for longer than a mended clock explains, or for half of the shorter one. */
    boolean overlaps(Span other) {
        Instant begin = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        Duration both = Duration.between(begin, end);
        Duration shorter = length().compareTo(other.length()) < 0 ? length() : other.length();
        Duration borne = shorter.dividedBy(2).compareTo(MENDED) < 0 ? shorter.dividedBy(2) : MENDED;
        return both.compareTo(borne) > 0;
    }

    private Duration length() {
        return Duration.between(from, to);
    }
}
