package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.People;
import org.kulluna.people.Person;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the decision about an application: acceptance gives the next number, refusal a reason. */
@Component
public class Decisions {
    /** What came of it. {@code state} is accepted or refused; {@code number} is the membership number, if any. */
    public record Outcome(UUID id, String state, PersonId person, @Nullable Long number) {}

    private final ApplicationRows rows;
    private final Requirements requirements;
    private final Enrolment enrolment;
    private final VettingRows vetting;
    private final People people;
    private final Trail trail;

    Decisions(
            ApplicationRows rows,
            Requirements requirements,
            Enrolment enrolment,
            VettingRows vetting,
            People people,
            Trail trail) {
        this.rows = rows;
        this.requirements = requirements;
        this.enrolment = enrolment;
        this.vetting = vetting;
        this.people = people;
        this.trail = trail;
    }

    /**
     * Decides once; the same decision said again answers the same.
     *
     * @throws Refusal CONFLICT with the first obstacle, changed-meanwhile, or decided-already
     */
    @Transactional
    public Outcome decide(Viewer viewer, UUID id, DecisionForm form) {
        Desk.must(viewer, Right.DECIDE_APPLICATION);
        Application a = rows.find(id).orElseThrow(Refusal::notFound);
        Desk.mustNotBe(viewer, a.person());
        ApplicationState next = form.accepts() ? ApplicationState.ACCEPTED : ApplicationState.REFUSED;
        if (a.at() == next) {
            return new Outcome(id, a.state(), a.person(), a.number());
        }
        if (!a.at().canBecome(next)) {
            throw Refusal.conflict("decided-already");
        }
        if (form.version() != null && Desk.version(form.version()) != a.version()) {
            throw Refusal.changedMeanwhile();
        }
        return next == ApplicationState.ACCEPTED ? accept(viewer, a, form) : refuse(viewer, a, form);
    }

    private Outcome refuse(Viewer viewer, Application a, DecisionForm form) {
        change(viewer, a, ApplicationState.REFUSED, form);
        vetting.withdrawOpen(a.person(), viewer.signedIn(), trail.now());
        trail.tell(a.person(), "application-refused", Map.of(), "/membership/application");
        return new Outcome(a.id(), "refused", a.person(), a.number());
    }

    private Outcome accept(Viewer viewer, Application a, DecisionForm form) {
        Instant now = trail.now();
        LocalDate today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        List<String> obstacles = requirements.obstacles(requirements.readiness(a, today), today);
        if (!obstacles.isEmpty()) {
            throw Refusal.conflict(obstacles.getFirst());
        }
        change(viewer, a, ApplicationState.ACCEPTED, form);
        trail.tell(a.person(), "application-accepted", Map.of(), "/membership/pass");
        Person person = people.get(a.person());
        long number = enrolment.enrol(viewer, person, person.ageOn(today) < requirements.adult(), now);
        return new Outcome(a.id(), "accepted", a.person(), number);
    }

    private void change(Viewer viewer, Application a, ApplicationState next, DecisionForm form) {
        String reason = Desk.text(form.reason());
        if (!rows.change(a, next, reason, viewer.signedIn(), trail.now())) {
            throw Refusal.changedMeanwhile();
        }
        trail.add(viewer, a.person(), a.id(), next.code(), reason);
    }
}
