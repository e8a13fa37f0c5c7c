package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Accounts;
import org.kulluna.people.EmiratesId;
import org.kulluna.people.NewPerson;
import org.kulluna.people.People;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door a stranger comes in by. */
@Component
public class Admission {
    /** What an applicant gets back. {@code state} is received at first. */
    public record Receipt(UUID id, String state, Instant submittedAt) {}

    private final ApplicationRows rows;
    private final VettingRows vetting;
    private final People people;
    private final Accounts accounts;
    private final Trail trail;

    Admission(
            ApplicationRows rows,
            VettingRows vetting,
            People people,
            Accounts accounts,
            Trail trail) {
        this.rows = rows;
        this.vetting = vetting;
        this.people = people;
        this.accounts = accounts;
        this.trail = trail;
    }

    /**
     * Anyone may apply. The form was checked before; sent again with the same id, the first application answers.
     *
     * @throws Refusal INVALID when the user name is taken or another person has the identity number
     */
    @Transactional
    public Receipt apply(Viewer viewer, ApplicationForm form) {
        UUID id = UUID.fromString(Desk.text(form.id()));
        rows.lock(id);
        var first = rows.find(id);
        if (first.isPresent()) {
            Application a = first.get();
            return new Receipt(a.id(), a.state(), a.submittedAt());
        }
        PersonId person = people.create(viewer, person(form));
        papers(viewer, person, form);
        Refusal taken = Refusal.invalid("username", "username-taken");
        orElse(taken, () -> accounts.create(
                viewer, person, Desk.text(form.username()), String.valueOf(form.password())));
        accounts.grant(viewer, person, Role.APPLICANT, null);
        return submit(viewer, id, person, form.motivation(), Desk.text(form.language()));
    }

    /** Somebody who withdrew, was refused or left comes again: the person is known, only the reason is new. */
    @Transactional
    public Receipt applyAgain(Viewer viewer, AgainForm form) {
        viewer.must(Right.FOLLOW_APPLICATION);
        PersonId person = viewer.signedIn();
        UUID id = UUID.fromString(Desk.text(form.id()));
        rows.lock(new UUID(person.value().getMostSignificantBits(), 0));
        var first = rows.find(id);
        if (first.isPresent()) {
            Application a = first.filter(f -> viewer.is(f.person())).orElseThrow(Refusal::notFound);
            return new Receipt(a.id(), a.state(), a.submittedAt());
        }
        boolean open = rows.findLatest(person).filter(Application::isOpen).isPresent();
        if (open || rows.isMember(person)) {
            throw Refusal.conflict(open ? "applied-already" : "member-already");
        }
        accounts.grant(viewer, person, Role.APPLICANT, null);
        return submit(viewer, id, person, form.motivation(), people.get(person).language());
    }

    private Receipt submit(Viewer viewer, UUID id, PersonId person, @Nullable String motivation, String language) {
        Instant now = trail.now();
        rows.insert(id, person, Desk.text(motivation), language.isEmpty() ? "ar" : language, now);
        vetting.insert(person, id, now);
        trail.add(viewer, person, id, "applied", "");
        return new Receipt(id, ApplicationState.RECEIVED.code(), now);
    }

    private void papers(Viewer viewer, PersonId person, ApplicationForm form) {
        EmiratesId number = EmiratesId.parse(Desk.text(form.emiratesId())).orElseThrow();
        orElse(
                Refusal.invalid("emiratesId", "identity-known"),
                () -> people.recordEmiratesId(viewer, person, number, null));
        if (!Desk.text(form.nationality()).equals("AE")) {
            LocalDate to = Desk.day(form.visaValidTo()).orElseThrow();
            LocalDate today = LocalDate.ofInstant(trail.now(), Time.PROGRAMME_ZONE);
            people.recordVisa(viewer, person, Desk.day(form.visaValidFrom()).orElse(today), to);
        }
    }

    private static NewPerson person(ApplicationForm form) {
        String email = Desk.text(form.email());
        String language = Desk.text(form.language());
        return new NewPerson(
                new LocalizedText(Desk.text(form.nameAr()), Desk.text(form.nameEn())),
                Desk.text(form.nationality()),
                Desk.day(form.bornOn()).orElseThrow(),
                Desk.text(form.gender()),
                distinct(form.languages()),
                distinct(form.skills()),
                Desk.text(form.homePlace()),
                email.isEmpty() ? null : email,
                ApplicationFaults.phone(Desk.text(form.phone())).orElse(null),
                distinct(form.contactBy()),
                language.isEmpty() ? "ar" : language);
    }

    private static List<String> distinct(@Nullable List<String> chosen) {
        return chosen == null ? List.of() : chosen.stream().distinct().toList();
    }

    /** A conflict inside another door, told beside the field it belongs to. */
    private static void orElse(Refusal beside, Runnable command) {
        try {
            command.run();
        } catch (Refusal refusal) {
            throw refusal.kind() == Refusal.Kind.CONFLICT ? beside : refusal;
        }
    }
}
