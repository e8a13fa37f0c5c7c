package org.kulluna.volunteering;

import java.util.List;

/** A shift with the opportunity it belongs to. */
record Slot(Shift shift, Opportunity opportunity) {
    boolean isOpen() {
        return shift.isPublished() && opportunity.isPublished();
    }

    static List<Slot> of(Opportunity opportunity, List<Shift> shifts) {
        return shifts.stream().map(s -> new Slot(s, opportunity)).toList();
    }
}
