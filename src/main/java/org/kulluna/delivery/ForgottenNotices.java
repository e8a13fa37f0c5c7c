package org.kulluna.delivery;

import org.kulluna.people.PersonErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An erased person's inbox goes with them, in the same transaction. */
@Component
class ForgottenNotices {
    private final NoticeRows rows;

    ForgottenNotices(NoticeRows rows) {
        this.rows = rows;
    }

    @EventListener
    void on(PersonErased erased) {
        rows.deleteAll(erased.person());
    }
}
