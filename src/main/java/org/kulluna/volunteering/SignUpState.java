package org.kulluna.volunteering;

import java.util.Locale;

/** What became of a place on a shift. The last three end it; a person who left may sign up anew. */
public enum SignUpState {
    BOOKED,
    WAITING,
    /** Given back by the person. */
    LEFT,
    /** Taken back by the house: no longer eligible. */
    LAPSED,
    /** The shift does not take place. */
    CANCELLED;

    public boolean isHeld() {
        return this == BOOKED || this == WAITING;
    }

    boolean canBecome(SignUpState next) {
        return isHeld() && next != WAITING && next != this;
    }

    /** As stored, and as part of message keys. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignUpState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
