package org.kulluna.training;

import java.util.Locale;

/** A person's place in an offering. The last three are settled when the offering closes. */
public enum EnrolmentState {
    /** Wants to be told when there is a date. */
    INTERESTED,
    /** Waits for the training office's yes. */
    REQUESTED,
    WAITING,
    BOOKED,
    DECLINED,
    /** Given back by the person, or the offering was called off. */
    CANCELLED,
    /** Taken back by the house: no longer eligible. */
    LAPSED,
    ATTENDED,
    PARTIAL,
    ABSENT;

    public boolean isHeld() {
        return this == INTERESTED || this == REQUESTED || this == WAITING || this == BOOKED;
    }

    public boolean isSettled() {
        return this == ATTENDED || this == PARTIAL || this == ABSENT;
    }

    boolean canBecome(EnrolmentState next) {
        return switch (this) {
            case INTERESTED -> next == REQUESTED || next == WAITING || next == BOOKED || next == CANCELLED;
            case REQUESTED ->
                next == WAITING || next == BOOKED || next == DECLINED || next == CANCELLED || next == LAPSED;
            case WAITING -> next == BOOKED || next == CANCELLED || next == LAPSED;
            case BOOKED -> next == CANCELLED || next == LAPSED || next.isSettled();
            default -> false;
        };
    }

    /** As stored, and as part of message keys. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EnrolmentState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
