package org.kulluna.volunteering;

import java.util.ArrayList;
import java.util.List;
import org.kulluna.eligibility.Candidate;

/** Why a shift suits somebody who may take it. */
final class Suits {
    static final int NEAR_METRES = 5_000;

    private Suits() {}

    /** At most two, the strongest first. */
    static List<Offer.Suit> of(ShiftCard card, Candidate person) {
        List<Offer.Suit> all = new ArrayList<>();
        Integer metres = card.metres();
        if (metres != null && metres == 0) {
            all.add(new Offer.Suit("home", "house", 0));
        }
        if (card.booked() < card.minimum()) {
            all.add(new Offer.Suit("needed", "hand-heart", card.minimum() - card.booked()));
        }
        if (!card.shift().qualifications().isEmpty()) {
            all.add(new Offer.Suit("qualified", "certificate", 0));
        }
        if (person.student() && card.shift().studentsWelcome()) {
            all.add(new Offer.Suit("student", "graduation-cap", 0));
        }
        if (metres != null && metres > 0 && metres <= NEAR_METRES) {
            all.add(new Offer.Suit("near", "map-pin", Math.max(1, Math.round(metres / 1000f))));
        }
        if (card.shift().qualifications().isEmpty()) {
            all.add(new Offer.Suit("open", "check-circle", 0));
        }
        return List.copyOf(all.subList(0, Math.min(2, all.size())));
    }
}
