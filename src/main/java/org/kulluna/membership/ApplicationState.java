package org.kulluna.membership;

import java.util.Locale;
import java.util.Set;

/** Where an application stands. */
enum ApplicationState {
    RECEIVED,
    IN_REVIEW,
    ACCEPTED,
    REFUSED,
    WITHDRAWN;

    boolean canBecome(ApplicationState next) {
        return switch (this) {
            case RECEIVED -> Set.of(IN_REVIEW, ACCEPTED, REFUSED, WITHDRAWN).contains(next);
            case IN_REVIEW -> Set.of(ACCEPTED, REFUSED, WITHDRAWN).contains(next);
            case ACCEPTED, REFUSED, WITHDRAWN -> false;
        };
    }

    boolean isOpen() {
        return this == RECEIVED || this == IN_REVIEW;
    }

    /** As stored and as the API says it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ApplicationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
