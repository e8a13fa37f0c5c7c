package org.kulluna.people;

import java.time.Clock;
import java.time.Instant;
import org.kulluna.audit.Audit;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away all that tells who somebody is and leaves the tombstone that ledger entries point to. The calling door
 * authorises.
 */
@Component
public class Erasure {
    private final TombstoneRows rows;
    private final OpenSessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasure(TombstoneRows rows, OpenSessions sessions, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Records that were merged into this one are erased with it.
     *
     * @throws Refusal CONFLICT changed-meanwhile when {@code version} is not the person's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(Viewer by, PersonId person, int version) {
        Instant now = clock.instant();
        if (!rows.erase(person, version, now)) {
            throw Refusal.changedMeanwhile();
        }
        sessions.endAll(person);
        for (PersonId each : rows.withMerged(person)) {
            rows.eraseMerged(each, now);
            rows.deletePapers(each);
            rows.emptyAccount(each, now);
            rows.revokeGrants(each, by.person(), now);
            events.publishEvent(new PersonErased(each));
        }
        audit.record(by, "people.erase", "person", person);
    }
}
