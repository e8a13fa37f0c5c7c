package org.kulluna.membership;

import java.time.LocalDate;
import java.util.UUID;
import org.kulluna.people.PapersChanged;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what an officer records about an applicant or member: a guardian's consent, a residence visa. */
@Component
public class Papers {
    private final ConsentRows consents;
    private final ApplicationRows applications;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Papers(
            ConsentRows consents,
            ApplicationRows applications,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.consents = consents;
        this.applications = applications;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    /** Whom a form is about. */
    @Transactional
    public Person get(Viewer viewer, PersonId person) {
        return known(viewer, person);
    }

    /** Where the desk goes back to: the open application, otherwise the member's page. */
    @Transactional(readOnly = true)
    public String page(PersonId person) {
        return applications
                .findLatest(person)
                .filter(Application::isOpen)
                .map(a -> "/membership/applications?open=" + a.id())
                .orElse("/membership/members/" + person);
    }

    @Transactional
    public UUID recordConsent(Viewer viewer, PersonId person, ConsentForm form) {
        known(viewer, person);
        LocalDate from = Desk.day(form.validFrom()).orElseThrow();
        LocalDate to = Desk.day(form.validTo()).orElseThrow();
        trail.mustHaveBegun("validFrom", from);
        Consent consent = new Consent(
                Ids.next(),
                Desk.text(form.guardianName()),
                ApplicationFaults.phone(Desk.text(form.guardianPhone())).orElseThrow(),
                Desk.text(form.relation()),
                from,
                to,
                Desk.text(form.evidence()),
                null);
        consents.insert(person, consent, viewer.signedIn(), trail.now());
        trail.add(viewer, person, openApplication(person), "consent_recorded", to.toString());
        events.publishEvent(new StandingChanged(person));
        return consent.id();
    }

    @Transactional
    public PersonId withdrawConsent(Viewer viewer, UUID id) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        PersonId person = consents.findPerson(id).orElseThrow(Refusal::notFound);
        if (consents.withdraw(id, trail.now())) {
            trail.add(viewer, person, openApplication(person), "consent_withdrawn", "");
            events.publishEvent(new StandingChanged(person));
        }
        return person;
    }

    @Transactional
    public void recordVisa(Viewer viewer, PersonId person, VisaForm form) {
        known(viewer, person);
        LocalDate from = Desk.day(form.validFrom()).orElseThrow();
        LocalDate to = Desk.day(form.validTo()).orElseThrow();
        trail.mustHaveBegun("validFrom", from);
        people.recordSeenVisa(viewer, person, from, to, Desk.text(form.evidence()));
        trail.add(viewer, person, openApplication(person), "visa_recorded", to.toString());
        events.publishEvent(new PapersChanged(person));
    }

    private Person known(Viewer viewer, PersonId id) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        Desk.mustNotBe(viewer, id);
        Person person = people.get(id);
        if (person.erased() || person.mergedInto() != null) {
            throw Refusal.notFound();
        }
        return person;
    }

    private @org.jspecify.annotations.Nullable UUID openApplication(PersonId person) {
        return applications
                .findLatest(person)
                .filter(Application::isOpen)
                .map(Application::id)
                .orElse(null);
    }
}
