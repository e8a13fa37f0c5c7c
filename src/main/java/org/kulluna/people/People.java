package org.kulluna.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to persons. Who may see whom is decided by the calling door, which knows why it asks. */
@Component
public class People {
    private final PersonRows rows;
    private final DocumentRows documents;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    People(PersonRows rows, DocumentRows documents, Keys keys, Audit audit, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public PersonId create(Viewer by, NewPerson person) {
        PersonId id = new PersonId(Ids.next());
        rows.insert(id, person, clock.instant());
        audit.record(by, "people.create", "person", id);
        return id;
    }

    /**
     * Stores other details of somebody known. What facts fixed when they were recorded stays as it was.
     *
     * @return the names of the fields that changed; nothing is stored when none did
     * @throws Refusal CONFLICT changed-meanwhile when {@code changed.version()} is not the person's
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> update(Viewer by, Person changed) {
        List<String> fields = changed.changedFrom(get(changed.id()));
        if (!fields.isEmpty()) {
            if (!rows.update(changed)) {
                throw Refusal.changedMeanwhile();
            }
            audit.record(by, "people.update", "person", changed.id(), fields.toArray(String[]::new));
        }
        return fields;
    }

    public Optional<Person> find(PersonId id) {
        return rows.find(id);
    }

    public Person get(PersonId id) {
        return rows.find(id).orElseThrow(Refusal::notFound);
    }

    public Map<PersonId, Person> byId(Collection<PersonId> ids) {
        return rows.byId(ids);
    }

    /** Stores the number encrypted and findable by a keyed hash. @throws Refusal CONFLICT identity-known when another person has it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEmiratesId(Viewer by, PersonId person, EmiratesId number, @Nullable LocalDate validUntil) {
        byte[] hash = keys.hash(Keys.Purpose.IDENTITY, "emirates_id:" + number.digits());
        boolean stored = documents.insert(
                Ids.next(), person, "emirates_id", keys.seal(number.digits()), hash, validUntil, clock.instant());
        if (!stored) {
            throw Refusal.conflict("identity-known");
        }
        audit.record(by, "people.record-identity", "person", person, "emirates_id");
    }

    /** The person behind an Emirates ID number. */
    public Optional<PersonId> findByEmiratesId(EmiratesId number) {
        return documents.findPerson("emirates_id", keys.hash(Keys.Purpose.IDENTITY, "emirates_id:" + number.digits()));
    }

    /** The number masked for recognition, never whole. */
    public Optional<String> findMaskedEmiratesId(PersonId person) {
        return documents.findSealed(person, "emirates_id").map(s -> new EmiratesId(keys.open(s)).masked());
    }

    /** Somebody at the desk held the card in their hands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void verifyEmiratesId(Viewer by, PersonId person) {
        documents.markVerified(person, "emirates_id", by.signedIn(), clock.instant());
        audit.record(by, "people.verify-identity", "person", person, "emirates_id");
    }

    /** A visa as its holder declares it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordVisa(Viewer by, PersonId person, LocalDate from, LocalDate to) {
        documents.insertVisa(Ids.next(), person, from, to, "", null, clock.instant());
        audit.record(by, "people.record-visa", "person", person, "valid_from", "valid_to");
    }

    /** A visa somebody at the desk saw, who answers for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordSeenVisa(Viewer by, PersonId person, LocalDate from, LocalDate to, String evidence) {
        documents.insertVisa(Ids.next(), person, from, to, evidence, by.signedIn(), clock.instant());
        audit.record(by, "people.record-visa", "person", person, "valid_from", "valid_to", "verified_by");
    }

    /** Last day any of the person's residence visas is valid. */
    public Optional<LocalDate> findVisaValidTo(PersonId person) {
        return documents.findVisaValidTo(person);
    }
}
