package org.kulluna.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Merging;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which two records of one person become one, with lineage: both numbers and old codes keep answering. */
@Component
public class Merges {
    private static final int MOST = 20;

    private final RollRows roll;
    private final MembershipTraces traces;
    private final Merging merging;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Merges(
            RollRows roll,
            MembershipTraces traces,
            Merging merging,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.roll = roll;
        this.traces = traces;
        this.merging = merging;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    /** A record that may be merged: neither erased nor merged before. Looking at it is recorded. */
    @Transactional
    public Person get(Viewer viewer, PersonId id) {
        Desk.must(viewer, Right.MERGE_PERSONS);
        Person person = standing(id);
        trail.looked(viewer, "read-member", "person", id);
        return person;
    }

    @Transactional(readOnly = true)
    public List<Known> listOthers(Viewer viewer, PersonId into, @Nullable String q) {
        Desk.must(viewer, Right.MERGE_PERSONS);
        String typed = Desk.text(q);
        String digits = Desk.latinDigits(typed);
        Long number = digits.matches("[0-9]{1,12}") ? Long.valueOf(digits) : null;
        return typed.isEmpty() ? List.of() : roll.listKnown(typed, number, into, MOST);
    }

    /** Merged into the same one already, nothing changes. */
    @Transactional
    public void merge(Viewer viewer, PersonId into, MergeForm form) {
        Desk.must(viewer, Right.MERGE_PERSONS);
        PersonId from = PersonId.of(Desk.text(form.from()));
        Person other = people.get(from);
        if (into.equals(other.mergedInto())) {
            return;
        }
        if (from.equals(into)) {
            throw Refusal.conflict("merge-with-itself");
        }
        Desk.mustNotBe(viewer, from);
        Desk.mustNotBe(viewer, into);
        Person kept = standing(into);
        other = standing(from);
        if (isStale(form.version(), kept) || isStale(form.fromVersion(), other)) {
            throw Refusal.changedMeanwhile();
        }
        merging.merge(viewer, other, kept);
        traces.merge(from, into, Desk.text(form.reason()), viewer.signedIn(), trail.now());
        trail.add(viewer, into, null, "merged", Desk.text(form.reason()));
        events.publishEvent(new StandingChanged(from));
        events.publishEvent(new StandingChanged(into));
    }

    private Person standing(PersonId id) {
        Person person = people.get(id);
        if (person.erased()) {
            throw Refusal.notFound();
        }
        if (person.mergedInto() != null) {
            throw Refusal.conflict("merged-already");
        }
        return person;
    }

    private static boolean isStale(@Nullable String version, Person person) {
        return version != null && Desk.version(version) != person.version();
    }
}
