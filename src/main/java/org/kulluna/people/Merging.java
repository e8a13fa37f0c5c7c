package org.kulluna.people;

import java.time.Clock;
import java.time.Instant;
import org.kulluna.audit.Audit;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Joins two records of one person: papers, account and roles move to the kept one, the other points to it. */
@Component
public class Merging {
    private final TombstoneRows rows;
    private final AccountRows accounts;
    private final OpenSessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(
            TombstoneRows rows,
            AccountRows accounts,
            OpenSessions sessions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the kept record lacks is taken from the other; of two accounts the kept record's stays.
     *
     * @throws Refusal CONFLICT changed-meanwhile when one of the two is not as the versions say; merge-desk-account when
     *     one holds a desk role and the viewer does not give roles: a merge must not hand a desk to another account
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void merge(Viewer by, Person from, Person into) {
        Instant now = clock.instant();
        rows.lock(from.id(), into.id());
        if (!by.mayEverywhere(Right.MANAGE_ACCOUNTS) && (holdsDesk(from.id()) || holdsDesk(into.id()))) {
            throw Refusal.conflict("merge-desk-account");
        }
        if (!rows.fill(into.id(), into.version(), from.id()) || !rows.point(from.id(), from.version(), into.id())) {
            throw Refusal.changedMeanwhile();
        }
        sessions.endAll(from.id());
        sessions.endAll(into.id());
        rows.movePapers(from.id(), into.id());
        rows.moveAccount(from.id(), into.id(), now);
        rows.moveGrants(from.id(), into.id(), now);
        rows.revokeGrants(from.id(), by.person(), now);
        audit.record(by, "people.merge", "person", into.id(), "from", from.id().toString());
        events.publishEvent(new PersonsMerged(from.id(), into.id()));
    }

    private boolean holdsDesk(PersonId person) {
        return accounts.listRoles(person).stream().anyMatch(r -> !AccountDesk.PLAIN.contains(r.name()));
    }
}
