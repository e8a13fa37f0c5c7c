package org.kulluna.incidents;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a report stands. To the world outside it is open or closed (Open311 GeoReport v2). */
public enum ReportState {
    RECEIVED,
    TRIAGE,
    ASSIGNED,
    IN_PROGRESS,
    RESOLVED,
    NO_ACTION,
    DUPLICATE,
    REFERRED,
    WITHDRAWN;

    private static final Set<ReportState> ENDS = Set.of(RESOLVED, NO_ACTION, DUPLICATE, REFERRED);

    public boolean isOpen() {
        return ordinal() <= IN_PROGRESS.ordinal();
    }

    /**
     * What the desk may make of it. Assigned and duplicate need to be told to whom and of what, and withdrawing is its
     * reporter's.
     */
    boolean canBecome(ReportState next) {
        return switch (this) {
            case RECEIVED -> next == TRIAGE || next == ASSIGNED || ENDS.contains(next) || next == WITHDRAWN;
            case TRIAGE -> next == ASSIGNED || ENDS.contains(next) || next == WITHDRAWN;
            case ASSIGNED, IN_PROGRESS ->
                next == ASSIGNED || next == IN_PROGRESS && this == ASSIGNED || ENDS.contains(next) || next == WITHDRAWN;
            // Opened again: it is weighed anew.
            case RESOLVED, NO_ACTION, DUPLICATE, REFERRED -> next == TRIAGE;
            case WITHDRAWN -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReportState of(String code) {
        return find(code).orElseThrow();
    }

    static Optional<ReportState> find(String code) {
        for (ReportState state : values()) {
            if (state.code().equals(code)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
