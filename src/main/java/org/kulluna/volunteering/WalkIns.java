package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.DutyOwner;
import org.kulluna.eligibility.Reason;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody stands at the gate without a seat: takes them in when the shift allows it, they may, and a seat is free. */
@Component
class WalkIns implements DutyOwner {
    private final Slots slots;
    private final SignUpRows rows;
    private final RoleRows roles;
    private final Seats seats;
    private final ReasonNames names;
    private final Clock clock;

    WalkIns(Slots slots, SignUpRows rows, RoleRows roles, Seats seats, ReasonNames names, Clock clock) {
        this.slots = slots;
        this.rows = rows;
        this.roles = roles;
        this.seats = seats;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Seats.KIND;
    }

    /** Reasons beside those of eligibility: {@code no-walk-ins}, {@code full}, {@code over}, {@code shift-cancelled}. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Reason> admit(Viewer by, UUID duty, PersonId person) {
        by.must(Right.RECORD_ATTENDANCE, slots.get(duty).opportunity().unit());
        Instant now = clock.instant();
        rows.lockPerson(person);
        roles.lockOf(List.of(duty));
        Slot slot = slots.get(duty);
        Optional<SignUp> held = rows.findHeld(duty, person);
        if (held.isPresent() && held.get().state() == SignUpState.BOOKED) {
            return List.of();
        }
        List<Reason> closed = closed(slot, now);
        if (!closed.isEmpty()) {
            return closed;
        }
        List<Reason> reasons = seats.reasonsAgainst(slot, person, now).stream()
                .filter(r -> !r.key().equals("started"))
                .toList();
        return reasons.isEmpty() ? take(slot, held.orElse(null), person, now) : names.name(reasons);
    }

    private static List<Reason> closed(Slot slot, Instant now) {
        String key = !slot.isOpen()
                ? "shift-cancelled"
                : slot.shift().hasEnded(now) ? "over" : slot.shift().walkIns() ? "" : "no-walk-ins";
        return key.isEmpty() ? List.of() : List.of(new Reason(key, Map.of(), ""));
    }

    private List<Reason> take(Slot slot, @Nullable SignUp waiting, PersonId person, Instant now) {
        Optional<ShiftRole> free = roles.listOf(List.of(slot.shift().id())).stream()
                .filter(r -> !r.isFull())
                .findFirst();
        if (free.isEmpty()) {
            return List.of(new Reason("full", Map.of(), ""));
        }
        ShiftRole role = free.get();
        if (!seats.seat(slot, role, person)) {
            return List.of(new Reason("overlap", Map.of(), ""));
        }
        if (waiting == null) {
            rows.insert(Ids.next(), role, person, SignUpState.BOOKED, now);
        } else {
            rows.move(waiting.id(), role.id());
            rows.change(waiting, SignUpState.BOOKED, "", person, now);
        }
        return List.of();
    }
}
