package org.kulluna.home;

import org.kulluna.people.PersonErased;
import org.kulluna.people.PersonsMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A person's calendar goes with them: away when they are erased, over to the record that is kept when two are one. */
@Component
class MovedCalendars {
    private final CalendarRows rows;

    MovedCalendars(CalendarRows rows) {
        this.rows = rows;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonErased erased) {
        rows.deleteAll(erased.person());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonsMerged merged) {
        rows.move(merged.from(), merged.into());
    }
}
