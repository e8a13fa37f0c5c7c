package org.kulluna.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to vetting: checks with outcome and expiry. Their grounds have a door of their own, {@link Grounds}. */
@Component
public class Vetting {
    static final int PAGE = 25;

    private final VettingRows rows;
    private final ApplicationRows applications;
    private final People people;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Vetting(
            VettingRows rows,
            ApplicationRows applications,
            People people,
            Trail trail,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.applications = applications;
        this.people = people;
        this.trail = trail;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Page<VettingSummary> list(Viewer viewer, QueueFilter filter) {
        viewer.mustEverywhere(Right.VET);
        return Page.of(rows.list(filter, PAGE + 1), PAGE, c -> new QueueFilter.Cursor(c.openedAt(), c.id()).toString());
    }

    @Transactional
    public VettingFile get(Viewer viewer, UUID id) {
        viewer.mustEverywhere(Right.VET);
        VettingCheck check = rows.find(id).orElseThrow(Refusal::notFound);
        Person person = people.get(check.person());
        trail.looked(viewer, "read-vetting", "vetting", id);
        List<VettingCheck> others = rows.listOf(check.person()).stream()
                .filter(c -> !c.id().equals(id))
                .toList();
        return new VettingFile(
                check, person, people.findMaskedEmiratesId(check.person()).orElse(null), others);
    }

    @Transactional
    public void start(Viewer viewer, UUID id, CheckForm form) {
        VettingCheck check = mine(viewer, id);
        if (check.at() == VettingState.IN_PROGRESS) {
            return;
        }
        if (!check.at().canBecome(VettingState.IN_PROGRESS)) {
            throw Refusal.conflict("decided-already");
        }
        mustBe(check, form.version());
        if (!rows.start(check)) {
            throw Refusal.changedMeanwhile();
        }
        if (check.application() != null) {
            applications.markInReview(check.application());
        }
        trail.add(viewer, check.person(), check.application(), "vetting_started", "");
    }

    /** Clears until a day, refuses, or takes back. The same outcome said again changes nothing. */
    @Transactional
    public void decide(Viewer viewer, UUID id, VettingForm form) {
        VettingCheck check = mine(viewer, id);
        VettingState next = form.next();
        if (check.at() == next) {
            return;
        }
        if (!check.at().canBecome(next)) {
            throw Refusal.conflict(check.at() == VettingState.NOT_STARTED ? "vetting-not-started" : "decided-already");
        }
        mustBe(check, form.version());
        boolean clears = next == VettingState.CLEARED;
        LocalDate from = clears ? Desk.day(form.validFrom()).orElseThrow() : check.validFrom();
        if (clears && from != null) {
            trail.mustHaveBegun("validFrom", from);
        }
        LocalDate to = clears ? Desk.day(form.validTo()).orElseThrow() : check.validTo();
        String issuer = clears ? Desk.text(form.issuer()) : check.issuer();
        String evidence = clears ? Desk.text(form.evidence()) : check.evidence();
        if (!rows.decide(check, next, from, to, issuer, evidence, viewer.signedIn(), trail.now())) {
            throw Refusal.changedMeanwhile();
        }
        trail.add(viewer, check.person(), check.application(), "vetting_" + next.code(), clears ? "" + to : "");
        events.publishEvent(new StandingChanged(check.person()));
    }

    /** A new check of somebody whose last one ends soon or ended otherwise. */
    @Transactional
    public UUID open(Viewer viewer, PersonId id) {
        viewer.mustEverywhere(Right.VET);
        Desk.mustNotBe(viewer, id);
        Person person = people.get(id);
        if (person.erased() || person.mergedInto() != null) {
            throw Refusal.notFound();
        }
        applications.lock(new UUID(id.value().getMostSignificantBits(), 1));
        var open = rows.listOf(id).stream().filter(VettingCheck::isOpen).findFirst();
        if (open.isPresent()) {
            return open.get().id();
        }
        UUID application = applications
                .findLatest(id)
                .filter(Application::isOpen)
                .map(Application::id)
                .orElse(null);
        UUID check = rows.insert(id, application, trail.now());
        trail.add(viewer, id, application, "vetting_opened", "");
        return check;
    }

    private VettingCheck mine(Viewer viewer, UUID id) {
        viewer.mustEverywhere(Right.VET);
        VettingCheck check = rows.find(id).orElseThrow(Refusal::notFound);
        Desk.mustNotBe(viewer, check.person());
        return check;
    }

    private static void mustBe(VettingCheck check, @org.jspecify.annotations.Nullable String version) {
        if (version != null && Desk.version(version) != check.version()) {
            throw Refusal.changedMeanwhile();
        }
    }
}
