package org.kulluna.membership;

import java.util.Locale;
import java.util.Set;

/** Where a vetting check stands. Expired is no state: it follows from the last valid day and the day asked for. */
enum VettingState {
    NOT_STARTED,
    IN_PROGRESS,
    CLEARED,
    REFUSED,
    WITHDRAWN;

    boolean canBecome(VettingState next) {
        return switch (this) {
            case NOT_STARTED -> Set.of(IN_PROGRESS, WITHDRAWN).contains(next);
            case IN_PROGRESS -> Set.of(CLEARED, REFUSED, WITHDRAWN).contains(next);
            // A clearance may be taken back when something new comes to light.
            case CLEARED -> next == WITHDRAWN;
            case REFUSED, WITHDRAWN -> false;
        };
    }

    boolean isOpen() {
        return this == NOT_STARTED || this == IN_PROGRESS;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static VettingState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
