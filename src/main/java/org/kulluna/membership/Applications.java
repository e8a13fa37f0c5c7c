package org.kulluna.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.people.People;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to applications once they are here: the officer's queue, the identity check and the applicant's own view. */
@Component
public class Applications {
    static final int PAGE = 25;

    private final ApplicationRows rows;
    private final VettingRows vetting;
    private final Requirements requirements;
    private final People people;
    private final Trail trail;

    Applications(
            ApplicationRows rows, VettingRows vetting, Requirements requirements, People people, Trail trail) {
        this.rows = rows;
        this.vetting = vetting;
        this.requirements = requirements;
        this.people = people;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    public Page<ApplicationSummary> list(Viewer viewer, QueueFilter filter) {
        Desk.must(viewer, Right.SEE_APPLICATIONS);
        return Page.of(
                rows.list(filter, PAGE + 1),
                PAGE,
                a -> new QueueFilter.Cursor(a.submittedAt(), a.id()).toString());
    }

    /** Opening a file is recorded: it shows where somebody lives and what they are. */
    @Transactional
    public ApplicationFile get(Viewer viewer, UUID id) {
        Desk.must(viewer, Right.SEE_APPLICATIONS);
        Application a = rows.find(id).orElseThrow(Refusal::notFound);
        trail.looked(viewer, "read-application", "application", id);
        return file(a);
    }

    /** The application of a person the desk just did something for. */
    @Transactional(readOnly = true)
    public Optional<UUID> findLatestId(org.kulluna.shared.PersonId person) {
        return rows.findLatest(person).map(Application::id);
    }

    /** The card was in the officer's hands and shows this person. Done twice, it stays as it was. */
    @Transactional
    public void checkIdentity(Viewer viewer, UUID id, CheckForm form) {
        Desk.must(viewer, Right.CHECK_IDENTITY);
        Application a = rows.find(id).orElseThrow(Refusal::notFound);
        Desk.mustNotBe(viewer, a.person());
        if (!a.isOpen()) {
            throw Refusal.conflict("decided-already");
        }
        if (a.identityCheckedAt() != null) {
            return;
        }
        boolean stale = form.version() != null && Desk.version(form.version()) != a.version();
        if (stale || !rows.markIdentityChecked(a, viewer.signedIn(), trail.now())) {
            throw Refusal.changedMeanwhile();
        }
        people.verifyEmiratesId(viewer, a.person());
        trail.add(viewer, a.person(), id, "identity_checked", "");
    }

    /** The viewer's own latest application, with what happened to it so far. */
    @Transactional(readOnly = true)
    public Optional<ApplicationFile> findOwn(Viewer viewer) {
        viewer.must(Right.FOLLOW_APPLICATION);
        return rows.findLatest(viewer.signedIn()).map(this::file);
    }

    /** The applicant takes the application back. Done twice, it stays as it was. */
    @Transactional
    public void withdraw(Viewer viewer, UUID id) {
        viewer.must(Right.FOLLOW_APPLICATION);
        Application a = rows.find(id)
                .filter(found -> viewer.is(found.person()))
                .orElseThrow(Refusal::notFound);
        if (a.at() == ApplicationState.WITHDRAWN) {
            return;
        }
        if (!a.at().canBecome(ApplicationState.WITHDRAWN)) {
            throw Refusal.conflict("decided-already");
        }
        if (!rows.change(a, ApplicationState.WITHDRAWN, "", viewer.signedIn(), trail.now())) {
            throw Refusal.changedMeanwhile();
        }
        vetting.withdrawOpen(a.person(), viewer.signedIn(), trail.now());
        trail.add(viewer, a.person(), id, "withdrawn", "");
    }

    private ApplicationFile file(Application a) {
        LocalDate today = LocalDate.ofInstant(trail.now(), Time.PROGRAMME_ZONE);
        Readiness readiness = requirements.readiness(a, today);
        return new ApplicationFile(
                a,
                people.get(a.person()),
                people.findMaskedEmiratesId(a.person()).orElse(null),
                readiness,
                a.isOpen() ? requirements.obstacles(readiness, today) : List.of(),
                trail.listOf(a.id()));
    }
}
