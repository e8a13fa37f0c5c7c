package org.kulluna.training;

import org.kulluna.people.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The words on an erased person's awards go with them, in the same transaction. */
@Component
class ForgottenAwards {
    private final AwardRows rows;

    ForgottenAwards(AwardRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(PersonErased erased) {
        rows.empty(erased.person());
    }
}
