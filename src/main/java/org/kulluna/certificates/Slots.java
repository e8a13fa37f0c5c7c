package org.kulluna.certificates;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Draws places in status lists: by lot, so that two awards of one evening do not stand beside each other. */
@Component
class Slots {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DRAWS = 100;

    private final CredentialRows rows;
    private final Clock clock;

    Slots(CredentialRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** A transaction of its own, and a short one: whoever draws keeps all others from drawing. */
    @Transactional
    public Credential take(UUID award) {
        int list = rows.lockOpenList();
        List<Integer> drawn = RANDOM.ints(DRAWS, 0, Bitstring.LENGTH).boxed().toList();
        rows.insert(award, list, drawn, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return rows.find(award).orElseThrow(() -> Refusal.of(Refusal.Kind.BUSY, "too-busy"));
    }
}
