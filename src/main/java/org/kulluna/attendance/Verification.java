package org.kulluna.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What verifying these claims does, or did.
 *
 * @param verified claims that enter (or entered) the ledger
 * @param minutes of those
 * @param leftOut the others, each with a reason: own, handled, flagged, decided, nothing
 */
public record Verification(List<UUID> verified, long minutes, List<LeftOut> leftOut) {
    public record LeftOut(UUID claim, String reason) {}

    static Verification of(List<ClaimRows.Candidate> candidates, boolean includeFlagged) {
        List<UUID> verified = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        long minutes = 0;
        for (ClaimRows.Candidate c : candidates) {
            String obstacle = c.obstacle(includeFlagged);
            if (obstacle.isEmpty()) {
                verified.add(c.id());
                minutes += c.minutes();
            } else {
                leftOut.add(new LeftOut(c.id(), obstacle));
            }
        }
        return new Verification(verified, minutes, leftOut);
    }

    /** How many were left out for each reason. */
    public Map<String, Integer> countByReason() {
        Map<String, Integer> counts = new TreeMap<>();
        leftOut.forEach(l -> counts.merge(l.reason(), 1, Integer::sum));
        return counts;
    }
}
