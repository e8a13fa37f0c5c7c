package org.kulluna.membership;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Accounts;
import org.kulluna.people.People;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to a member's standing: suspended, reinstated, grown up, left. Said twice, it stays as it was. */
@Component
public class Standing {
    private final MemberRows rows;
    private final PassRows passes;
    private final People people;
    private final Requirements requirements;
    private final Accounts accounts;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Standing(
            MemberRows rows,
            PassRows passes,
            People people,
            Requirements requirements,
            Accounts accounts,
            Trail trail,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.passes = passes;
        this.people = people;
        this.requirements = requirements;
        this.accounts = accounts;
        this.trail = trail;
        this.events = events;
    }

    @Transactional
    public void suspend(Viewer viewer, PersonId person, StandingForm form) {
        MemberState now = state(viewer, person, form);
        LocalDate until = Desk.day(form.until()).orElse(null);
        String reason = Desk.text(form.reason());
        if (reason.isEmpty()) {
            throw Refusal.invalid("reason", "reason-needed");
        }
        if (until != null && until.isBefore(today())) {
            throw Refusal.invalid("until", "not-a-later-date");
        }
        if (now.status().equals("left")) {
            throw Refusal.conflict("left-already");
        }
        MemberState next = new MemberState("suspended", now.student(), until, "", now.version());
        change(viewer, person, now, next, "suspended", until == null ? reason : until + " · " + reason);
        accounts.endSessions(person);
        trail.tell(person, "membership-suspended", Map.of(), "/inbox");
    }

    @Transactional
    public void reinstate(Viewer viewer, PersonId person, StandingForm form) {
        MemberState now = state(viewer, person, form);
        if (now.status().equals("active")) {
            return;
        }
        if (now.status().equals("left")) {
            throw Refusal.conflict("left-already");
        }
        MemberState next = new MemberState("active", now.student(), null, "", now.version());
        change(viewer, person, now, next, "reinstated", Desk.text(form.reason()));
        trail.tell(person, "membership-reinstated", Map.of(), "/membership/pass");
    }

    @Transactional
    public void leave(Viewer viewer, PersonId person, StandingForm form) {
        MemberState now = state(viewer, person, form);
        if (now.status().equals("left")) {
            return;
        }
        String reason = Desk.text(form.reason());
        MemberState next = new MemberState("left", now.student(), null, reason, now.version());
        change(viewer, person, now, next, "left", reason);
        passes.revokeDevices(person, null, trail.now());
        accounts.revoke(viewer, person, Role.MEMBER, null);
        accounts.revoke(viewer, person, Role.STUDENT, null);
        accounts.grant(viewer, person, Role.APPLICANT, null);
    }

    /** A student who came of age takes duties as everybody does. */
    @Transactional
    public void growUp(Viewer viewer, PersonId person, StandingForm form) {
        MemberState now = state(viewer, person, form);
        if (!now.student()) {
            return;
        }
        if (now.status().equals("left")) {
            throw Refusal.conflict("left-already");
        }
        if (people.get(person).ageOn(today()) < requirements.adult()) {
            throw Refusal.conflict("still-under-age");
        }
        MemberState next = new MemberState(now.status(), false, now.suspendedUntil(), now.leftReason(), now.version());
        change(viewer, person, now, next, "grown_up", "");
        accounts.grant(viewer, person, Role.MEMBER, null);
        accounts.revoke(viewer, person, Role.STUDENT, null);
    }

    private MemberState state(Viewer viewer, PersonId person, StandingForm form) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        Desk.mustNotBe(viewer, person);
        MemberState state = rows.findState(person).orElseThrow(Refusal::notFound);
        @Nullable String version = form.version();
        if (version != null && Desk.version(version) != state.version()) {
            throw Refusal.changedMeanwhile();
        }
        return state;
    }

    private void change(Viewer viewer, PersonId person, MemberState now, MemberState next, String kind, String detail) {
        if (!rows.change(person, now.version(), next, trail.now())) {
            throw Refusal.changedMeanwhile();
        }
        trail.add(viewer, person, null, kind, detail);
        events.publishEvent(new StandingChanged(person));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(trail.now(), Time.PROGRAMME_ZONE);
    }
}
