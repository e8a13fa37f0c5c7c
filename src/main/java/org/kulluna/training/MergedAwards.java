package org.kulluna.training;

import org.kulluna.people.PersonsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a person learned under another record counts for the kept one, from the transaction that merges them. */
@Component
class MergedAwards {
    private final AwardRows rows;

    MergedAwards(AwardRows rows) {
        this.rows = rows;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonsMerged merged) {
        rows.move(merged.from(), merged.into());
    }
}
