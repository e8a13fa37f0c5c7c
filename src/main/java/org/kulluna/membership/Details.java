package org.kulluna.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.PapersChanged;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.places.Places;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to who somebody is: corrected by the desk, and in part by themselves. Nothing that was counted changes. */
@Component
public class Details {
    private final People people;
    private final Places places;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Details(People people, Places places, Trail trail, ApplicationEventPublisher events) {
        this.people = people;
        this.places = places;
        this.trail = trail;
        this.events = events;
    }

    /** Whom the desk corrects. Looking is recorded. */
    @Transactional
    public Person get(Viewer viewer, PersonId id) {
        Person person = known(viewer, id);
        trail.looked(viewer, "read-details", "person", id);
        return person;
    }

    @Transactional(readOnly = true)
    public Person getOwn(Viewer viewer) {
        return people.get(viewer.signedIn());
    }

    /** @throws Refusal INVALID naming each fault, CONFLICT changed-meanwhile */
    @Transactional
    public Person correct(Viewer viewer, PersonId id, DetailsForm form) {
        Person old = known(viewer, id);
        mustHave(ApplicationFaults.ofDetails(form.asApplication(), today(), isPlaceFor(old)));
        Person typed = old.with(
                new LocalizedText(Desk.text(form.nameAr()), Desk.text(form.nameEn())),
                Desk.text(form.nationality()),
                Desk.day(form.bornOn()).orElseThrow(),
                Desk.text(form.gender()),
                distinct(form.languages()),
                distinct(form.skills()),
                Desk.text(form.homePlace()));
        return store(viewer, old, typed, form.version());
    }

    /** What people declare about themselves: languages, skills, the neighbourhood they live in. */
    @Transactional
    public Person declare(Viewer viewer, DetailsForm form) {
        Person old = people.get(viewer.signedIn());
        mustHave(ApplicationFaults.ofDeclared(form.asApplication(), today(), isPlaceFor(old)));
        Person typed = old.with(
                old.name(),
                old.nationality(),
                old.bornOn(),
                old.gender(),
                distinct(form.languages()),
                distinct(form.skills()),
                Desk.text(form.homePlace()));
        return store(viewer, old, typed, form.version());
    }

    private Person store(Viewer viewer, Person old, Person typed, @Nullable String version) {
        if (version != null && Desk.version(version) != old.version()) {
            throw Refusal.changedMeanwhile();
        }
        List<String> changed = people.update(viewer, typed);
        if (changed.isEmpty()) {
            return old;
        }
        trail.add(viewer, old.id(), null, "details_changed", "");
        events.publishEvent(new PapersChanged(old.id()));
        return people.get(old.id());
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

    /** Whoever lives in a place that was retired meanwhile goes on living there. */
    private Predicate<String> isPlaceFor(Person person) {
        return code -> code.equals(person.homePlace()) || places.isChoice(code);
    }

    private static void mustHave(Map<String, String> faults) {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(DetailsForm.beside(faults));
        }
    }

    private static List<String> distinct(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : chosen.stream().distinct().toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(trail.now(), Time.PROGRAMME_ZONE);
    }
}
