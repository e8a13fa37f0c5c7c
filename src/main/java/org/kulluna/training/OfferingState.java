package org.kulluna.training;

import java.util.Locale;

/** What is stored of an offering's life. Full and running are not: they follow from its places and its sessions. */
public enum OfferingState {
    DRAFT,
    /** Announced without a date: it gathers interest. */
    INTEREST,
    OPEN,
    /** Held and settled: results stand and awards are given. */
    CLOSED,
    CANCELLED;

    boolean canBecome(OfferingState next) {
        return switch (this) {
            case DRAFT -> next == INTEREST || next == OPEN || next == CANCELLED;
            case INTEREST -> next == OPEN || next == CANCELLED;
            case OPEN -> next == CLOSED || next == CANCELLED;
            case CLOSED, CANCELLED -> false;
        };
    }

    /** As stored, and as part of message keys. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OfferingState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
