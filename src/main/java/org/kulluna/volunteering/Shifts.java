package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to shifts for those who make them. Members come in by {@link SignUps}. */
@Component
public class Shifts {
    private final Slots slots;
    private final ShiftRows rows;
    private final Changes changes;
    private final Checks checks;
    private final Audit audit;
    private final Clock clock;

    Shifts(Slots slots, ShiftRows rows, Changes changes, Checks checks, Audit audit, Clock clock) {
        this.slots = slots;
        this.rows = rows;
        this.changes = changes;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Inserts a draft, or updates the one known by (opportunity, externalId): then whoever may not stay under the change
     * loses the seat and is told. Joins the caller's transaction.
     *
     * @throws Refusal NOT_FOUND when the opportunity is not the viewer's; INVALID with field faults; CONFLICT
     *     shift-cancelled, shift-has-facts
     */
    @Transactional
    public UUID put(Viewer viewer, UUID opportunity, NewShift s) {
        Opportunity o = own(viewer, slots.opportunity(opportunity));
        checks.check(s);
        String externalId = s.externalId();
        if (externalId != null) {
            var known = rows.findByExternalId(opportunity, externalId);
            if (known.isPresent()) {
                change(viewer, known.get().id(), known.get().version(), s, true);
                return known.get().id();
            }
        }
        return insert(viewer, o, Ids.next(), s);
    }

    /** A draft under an id the client made: sent again, it changes nothing. */
    @Transactional
    public UUID add(Viewer viewer, UUID opportunity, UUID id, NewShift s) {
        Opportunity o = own(viewer, slots.opportunity(opportunity));
        checks.check(s);
        return insert(viewer, o, id, s);
    }

    /** Who would lose their seat if the shift were changed so. */
    @Transactional(readOnly = true)
    public List<Consequence> preview(Viewer viewer, UUID id, NewShift s) {
        Slot before = slots.get(id);
        own(viewer, before.opportunity());
        return before.shift().isPublished() ? changes.preview(after(before, s), clock.instant()) : List.of();
    }

    /**
     * @param confirmed that people lose their seats by it
     * @throws Refusal CONFLICT changed-meanwhile, shift-has-facts, shift-over, shift-cancelled, or shift-change-lapses
     *     (with {@code count}) until it is confirmed
     */
    @Transactional
    public void change(Viewer viewer, UUID id, int version, NewShift s, boolean confirmed) {
        own(viewer, slots.get(id).opportunity());
        checks.check(s);
        changes.lock(List.of(id));
        Slot before = slots.get(id);
        Slot after = after(before, s);
        Instant now = clock.instant();
        mayChange(before.shift(), after.shift(), now);
        List<Consequence> lapsing = before.shift().isPublished() ? changes.preview(after, now) : List.of();
        if (!lapsing.isEmpty() && !confirmed) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "shift-change-lapses", Map.of("count", lapsing.size()));
        }
        if (!rows.update(id, version, s, after.shift().place())) {
            throw Refusal.changedMeanwhile();
        }
        if (before.shift().isPublished()) {
            changes.apply(before, after, lapsing, s.roles(), now);
        } else {
            changes.saveRoles(id, s.roles());
        }
        audit.record(viewer, "volunteering.change", "shift", id, "times", "place", "demands", "roles");
    }

    /**
     * Copies it as drafts to the same local time of the following weeks. What is past by then, and what stands there already
     * (same times, place and roles), is left alone: the same request once more, or twice at once, changes nothing.
     *
     * @param weeks 1 to 52
     * @return how many were made
     */
    @Transactional
    public int repeat(Viewer viewer, UUID id, int weeks) {
        Slot slot = slots.get(id);
        Opportunity o = own(viewer, slot.opportunity());
        if (weeks < 1 || weeks > 52) {
            throw Refusal.invalid("weeks", "weeks-out-of-range");
        }
        changes.lock(List.of(id));
        List<Shift> known = rows.listOf(o.id());
        List<NewRole> roles = changes.rolesOf(id);
        int made = 0;
        for (int week = 1; week <= weeks; week++) {
            NewShift copy = slot.shift().later(roles, week);
            if (copy.startsAt().isAfter(clock.instant()) && known.stream().noneMatch(k -> isCopy(k, copy))) {
                insert(viewer, o, Ids.next(), copy);
                made++;
            }
        }
        return made;
    }

    private boolean isCopy(Shift known, NewShift copy) {
        return !known.isCancelled()
                && known.startsAt().equals(copy.startsAt())
                && known.endsAt().equals(copy.endsAt())
                && known.place().equals(copy.place())
                && names(changes.rolesOf(known.id())).equals(names(copy.roles()));
    }

    /** Everybody booked or waiting is told. Cancelled once, it stays so. */
    @Transactional
    public void cancel(Viewer viewer, UUID id, int version, String reason) {
        own(viewer, slots.get(id).opportunity());
        changes.lock(List.of(id));
        Slot slot = slots.get(id);
        if (slot.shift().isCancelled()) {
            return;
        }
        if (slot.shift().hasEnded(clock.instant())) {
            throw Refusal.conflict("shift-over");
        }
        if (rows.hasFacts(id)) {
            throw Refusal.conflict("shift-has-facts");
        }
        cancel(viewer, slot, version, reason);
    }

    void cancelAll(Viewer viewer, Opportunity o, String reason) {
        Instant now = clock.instant();
        List<Shift> coming =
                rows.listOf(o.id()).stream().filter(s -> !s.hasEnded(now)).toList();
        changes.lock(coming.stream().map(Shift::id).toList());
        for (Slot slot : Slot.of(o, rows.listOf(o.id()))) {
            Shift s = slot.shift();
            if (!s.isCancelled() && !s.hasEnded(now) && !rows.hasFacts(s.id())) {
                cancel(viewer, slot, s.version(), reason);
            }
        }
    }

    void publishDrafts(Viewer viewer, Opportunity o) {
        for (Slot slot : Slot.of(o, rows.listOf(o.id()))) {
            if (slot.shift().isDraft() && !slot.shift().hasStarted(clock.instant())) {
                changes.publish(slot);
                audit.record(
                        viewer, "volunteering.publish", "shift", slot.shift().id(), "state");
            }
        }
    }

    /** After the opportunity's own words changed. */
    void announceAgain(Opportunity o) {
        for (Slot slot : Slot.of(o, rows.listOf(o.id()))) {
            if (slot.shift().isPublished() && !rows.hasFacts(slot.shift().id())) {
                changes.announce(slot);
            }
        }
    }

    private void cancel(Viewer viewer, Slot slot, int version, String reason) {
        if (!rows.cancel(slot.shift().id(), version, reason)) {
            throw Refusal.changedMeanwhile();
        }
        changes.cancel(slot, reason, viewer.person(), clock.instant());
        audit.record(viewer, "volunteering.cancel", "shift", slot.shift().id(), "state");
    }

    private UUID insert(Viewer viewer, Opportunity o, UUID id, NewShift s) {
        if (o.isCancelled()) {
            throw Refusal.conflict("opportunity-cancelled");
        }
        String place = s.place() == null ? o.place() : s.place();
        if (rows.insert(id, o.id(), s, place, clock.instant())) {
            changes.saveRoles(id, s.roles());
            audit.record(viewer, "volunteering.create", "shift", id);
        } else if (!slots.get(id).opportunity().id().equals(o.id())) {
            throw Refusal.notFound();
        }
        return id;
    }

    private void mayChange(Shift before, Shift after, Instant now) {
        if (before.isCancelled()) {
            throw Refusal.conflict("shift-cancelled");
        }
        if (before.isDraft()) {
            return;
        }
        if (before.hasEnded(now)) {
            throw Refusal.conflict("shift-over");
        }
        boolean same = after.demand().equals(before.demand()) && after.place().equals(before.place());
        if (!same && rows.hasFacts(before.id())) {
            throw Refusal.conflict("shift-has-facts");
        }
        if (!after.startsAt().equals(before.startsAt()) && after.hasStarted(now)) {
            throw Refusal.invalid("startsAt", "in-the-past");
        }
    }

    private static List<LocalizedText> names(List<NewRole> roles) {
        return roles.stream().map(NewRole::name).toList();
    }

    private static Slot after(Slot before, NewShift s) {
        Shift b = before.shift();
        return new Slot(
                new Shift(
                        b.id(),
                        b.opportunity(),
                        s.startsAt(),
                        s.endsAt(),
                        s.zone(),
                        s.place() == null ? before.opportunity().place() : s.place(),
                        s.qualifications(),
                        s.minimumAge(),
                        s.studentsWelcome(),
                        s.walkIns(),
                        s.leader(),
                        b.state(),
                        b.cancelReason(),
                        b.version() + 1),
                before.opportunity());
    }

    private static Opportunity own(Viewer viewer, Opportunity o) {
        viewer.must(Right.EDIT_OPPORTUNITIES, o.unit());
        return o;
    }
}
