package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.eligibility.Reason;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door by which members take seats and give them back. */
@Component
public class SignUps {
    private final Slots slots;
    private final SignUpRows rows;
    private final Seats seats;
    private final Tellings tellings;
    private final Again again;
    private final Clock clock;

    /** What every change of a seat leaves behind: a notice, a trace, and perhaps a seat elsewhere. */
    @Component
    static class Tellings {
        private final Announcements announcements;
        private final Audit audit;
        private final ReasonNames names;
        private final Openings openings;
        private final Leaving leaving;

        Tellings(Announcements announcements, Audit audit, ReasonNames names, Openings openings, Leaving leaving) {
            this.announcements = announcements;
            this.audit = audit;
            this.names = names;
            this.openings = openings;
            this.leaving = leaving;
        }

        /** Only a seat is marked: nobody counted on a place in the list. */
        String mark(Slot slot, SignUp mine, Instant now) {
            return mine.state() == SignUpState.BOOKED && leaving.isLate(slot.shift(), now) ? Leaving.LATE : "";
        }

        /** The one refusal of eligibility: its words say the first reason. */
        Refusal refusal(List<Reason> reasons) {
            Reason first = names.name(reasons.get(0));
            if (first.key().equals("overlap")) {
                return Refusal.conflict("overlap");
            }
            Map<String, Object> args = new java.util.HashMap<>(Map.of(
                    "reason",
                    Announcements.choice(first.key()),
                    "qualificationAr",
                    "",
                    "qualificationEn",
                    "",
                    "age",
                    ""));
            args.putAll(first.args());
            return Refusal.of(Refusal.Kind.CONFLICT, "not-eligible", args);
        }
    }

    SignUps(Slots slots, SignUpRows rows, Seats seats, Tellings tellings, Again again, Clock clock) {
        this.slots = slots;
        this.rows = rows;
        this.seats = seats;
        this.tellings = tellings;
        this.again = again;
        this.clock = clock;
    }

    /**
     * A seat, or when the role is full the last place of its waiting list. The same id again, or a second try while a place
     * is held, gives the same answer.
     *
     * @param id made by the client
     * @throws Refusal NOT_FOUND; CONFLICT overlap, not-eligible, shift-cancelled, id-used
     */
    public SignUp signUp(Viewer viewer, UUID shift, UUID id, UUID role) {
        viewer.must(Right.VOLUNTEER);
        return again.run(() -> take(viewer, shift, id, role));
    }

    /**
     * Gives the place back; a freed seat goes to the next in the waiting list. Said again, it gives the same answer. Where
     * the person waits beside a free seat that this place kept them from, they have it then.
     *
     * @throws Refusal NOT_FOUND without a place; CONFLICT shift-started
     */
    public SignUp leave(Viewer viewer, UUID shift) {
        viewer.must(Right.VOLUNTEER);
        SignUp left = again.run(() -> giveBack(viewer, shift));
        tellings.openings.offer(viewer.signedIn());
        return left;
    }

    /** The viewer's place there, the last one when there were several. */
    @Transactional(readOnly = true)
    public Optional<SignUp> findMine(Viewer viewer, UUID shift) {
        return rows.findLast(shift, viewer.signedIn());
    }

    private SignUp take(Viewer viewer, UUID shiftId, UUID id, UUID roleId) {
        PersonId me = viewer.signedIn();
        Instant now = clock.instant();
        rows.lockPerson(me);
        Optional<SignUp> known = rows.find(id);
        if (known.isPresent()) {
            SignUp said = known.get();
            if (said.person().equals(me) && said.shift().equals(shiftId)) {
                return said;
            }
            throw Refusal.conflict("id-used");
        }
        ShiftRole role = seats.lock(shiftId, roleId);
        Slot slot = open(shiftId);
        Optional<SignUp> held = rows.findHeld(shiftId, me);
        if (held.isPresent()) {
            return held.get();
        }
        List<Reason> reasons = seats.reasonsAgainst(slot, me, now);
        if (!reasons.isEmpty()) {
            throw tellings.refusal(reasons);
        }
        if (role.waiting() > 0 && !role.isFull()) {
            seats.promote(slot, roleId, now);
            role = seats.get(shiftId, roleId);
        }
        book(slot, role, id, me, now);
        tellings.audit.record(viewer, "volunteering.sign-up", "shift", shiftId, "role");
        return rows.find(id).orElseThrow();
    }

    private void book(Slot slot, ShiftRole role, UUID id, PersonId me, Instant now) {
        SignUpState state = role.isFull() ? SignUpState.WAITING : SignUpState.BOOKED;
        if (!rows.insert(id, role, me, state, now)) {
            throw Refusal.conflict("id-used");
        }
        if (state == SignUpState.BOOKED) {
            if (!seats.seat(slot, role, me)) {
                throw Refusal.conflict("overlap");
            }
            tellings.announcements.tell(me, "seat-taken", slot);
        }
    }

    private SignUp giveBack(Viewer viewer, UUID shiftId) {
        PersonId me = viewer.signedIn();
        Instant now = clock.instant();
        rows.lockPerson(me);
        SignUp seen = rows.findLast(shiftId, me).orElseThrow(Refusal::notFound);
        seats.lock(shiftId, seen.role());
        SignUp mine = rows.find(seen.id()).orElseThrow();
        if (!mine.state().isHeld()) {
            return mine;
        }
        Slot slot = slots.getKnown(shiftId);
        if (slot.shift().hasStarted(now)) {
            throw Refusal.conflict("shift-started");
        }
        seats.end(slot, mine, SignUpState.LEFT, tellings.mark(slot, mine, now), me, now);
        seats.promote(slot, mine.role(), now);
        tellings.audit.record(viewer, "volunteering.leave", "shift", shiftId);
        return rows.find(mine.id()).orElseThrow();
    }

    private Slot open(UUID shiftId) {
        Slot slot = slots.getKnown(shiftId);
        if (!slot.isOpen()) {
            throw Refusal.conflict("shift-cancelled");
        }
        return slot;
    }
}
