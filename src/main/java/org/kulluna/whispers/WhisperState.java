package org.kulluna.whispers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A whisper's life. */
public enum WhisperState {
    DRAFT,
    /** Waits for a second person. */
    IN_REVIEW,
    /** That revision may be sent. */
    APPROVED,
    /** It goes by itself when its time comes. */
    SCHEDULED,
    SENT,
    /** Taken back from inboxes and screens; what it reached stays counted. */
    RECALLED,
    /** Never sent. It comes back as a draft. */
    DROPPED;

    public boolean canBecome(WhisperState next) {
        return next().contains(next);
    }

    private Set<WhisperState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(IN_REVIEW, DROPPED);
            case IN_REVIEW -> EnumSet.of(APPROVED, DRAFT);
            case APPROVED -> EnumSet.of(SCHEDULED, SENT, DRAFT);
            case SCHEDULED -> EnumSet.of(SENT, APPROVED, DRAFT);
            case SENT -> EnumSet.of(RECALLED);
            case DROPPED -> EnumSet.of(DRAFT);
            case RECALLED -> EnumSet.noneOf(WhisperState.class);
        };
    }

    /** Words and plan are still open to change; what was approved then needs a new approval. */
    public boolean canBeWritten() {
        return this == DRAFT || this == IN_REVIEW || this == APPROVED || this == SCHEDULED;
    }

    /** As stored, as programs read it, and as part of message keys. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WhisperState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    static Optional<WhisperState> find(String text) {
        return Arrays.stream(values()).filter(s -> s.text().equals(text)).findFirst();
    }
}
