package org.kulluna.volunteering;

import java.util.List;
import org.kulluna.eligibility.Reason;

/**
 * A shift as one person sees it.
 *
 * @param reasons against, empty when they may take it
 * @param suits why it suits them, the strongest first: keys under {@code suits.}
 */
public record Offer(ShiftCard card, List<Reason> reasons, List<Suit> suits) {
    public boolean isEligible() {
        return reasons.isEmpty();
    }

    /** @param number kilometres or people, where the words name one */
    public record Suit(String key, String icon, int number) {}
}
