package org.kulluna.delivery;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kulluna.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What delivery publishes of receipts, as other rooms hear it. */
@Component
class HeardConfirmed {
    private final List<PushConfirmed> all = new CopyOnWriteArrayList<>();

    @EventListener
    void on(PushConfirmed confirmed) {
        all.add(confirmed);
    }

    List<PushConfirmed> of(PersonId person) {
        return all.stream().filter(c -> c.person().equals(person)).toList();
    }
}
