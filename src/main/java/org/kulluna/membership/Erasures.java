package org.kulluna.membership;

import java.time.Instant;
import org.kulluna.people.Erasure;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which a person's data leave: a tombstone stays, with the ledger and the counts that point to it. */
@Component
public class Erasures {
    private final MembershipTraces traces;
    private final Erasure erasure;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Erasures(
            MembershipTraces traces,
            Erasure erasure,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.traces = traces;
        this.erasure = erasure;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    /** Whom the confirmation is about. */
    @Transactional
    public Person get(Viewer viewer, PersonId id) {
        Desk.must(viewer, Right.ERASE_PERSON);
        return people.get(id);
    }

    /** Erased already, it stays so. Records merged into this one go with it. */
    @Transactional
    public void erase(Viewer viewer, PersonId id, ErasureForm form) {
        Desk.must(viewer, Right.ERASE_PERSON);
        Desk.mustNotBe(viewer, id);
        Person person = people.get(id);
        if (person.erased()) {
            return;
        }
        if (person.mergedInto() != null) {
            throw Refusal.conflict("merged-already");
        }
        int version = form.version() == null ? person.version() : Desk.version(form.version());
        Instant now = trail.now();
        for (PersonId each : traces.withMerged(id)) {
            traces.erase(each, viewer.signedIn(), now);
            events.publishEvent(new StandingChanged(each));
        }
        erasure.erase(viewer, id, version);
        trail.add(viewer, id, null, "erased", "");
    }
}
