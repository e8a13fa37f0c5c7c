package org.kulluna.training;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;

/**
 * An offering as one member sees it.
 *
 * @param mine the member's newest place there, null without one
 * @param reasons what stands between the member and a place
 * @param shut a key under {@code refusal.}: why nobody may enrol now; empty when one may
 */
public record OfferingView(Offering offering, @Nullable Enrolment mine, List<Reason> reasons, String shut) {
    public boolean holds() {
        return mine != null && mine.state().isHeld();
    }
}
