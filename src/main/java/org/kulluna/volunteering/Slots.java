package org.kulluna.volunteering;

import java.util.UUID;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;

/** Finds a shift together with its opportunity. */
@Component
class Slots {
    private final ShiftRows shifts;
    private final OpportunityRows opportunities;

    Slots(ShiftRows shifts, OpportunityRows opportunities) {
        this.shifts = shifts;
        this.opportunities = opportunities;
    }

    Slot get(UUID shiftId) {
        Shift shift = shifts.find(shiftId).orElseThrow(Refusal::notFound);
        return new Slot(shift, opportunities.find(shift.opportunity()).orElseThrow(Refusal::notFound));
    }

    /** What members may know of: published once, even when called off later. */
    Slot getKnown(UUID shiftId) {
        Slot slot = get(shiftId);
        if (slot.shift().isDraft() || slot.opportunity().isDraft()) {
            throw Refusal.notFound();
        }
        return slot;
    }

    Opportunity opportunity(UUID id) {
        return opportunities.find(id).orElseThrow(Refusal::notFound);
    }
}
