package org.kulluna.volunteering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.springframework.stereotype.Component;

/** What a changed or cancelled shift does to those who hold a place on it. */
@Component
class Changes {
    private final ShiftRows shifts;
    private final SignUpRows signUps;
    private final RoleRows roles;
    private final Seats seats;
    private final Announcements announcements;

    Changes(ShiftRows shifts, SignUpRows signUps, RoleRows roles, Seats seats, Announcements announcements) {
        this.shifts = shifts;
        this.signUps = signUps;
        this.roles = roles;
        this.seats = seats;
        this.announcements = announcements;
    }

    void lock(List<UUID> ids) {
        signUps.lockMany();
        roles.lockOf(ids);
    }

    /** Who is booked and may not stay under the shift as it would be. */
    List<Consequence> preview(Slot after, Instant now) {
        List<PersonId> booked =
                held(after, SignUpState.BOOKED).stream().map(SignUp::person).toList();
        List<Consequence> all = new ArrayList<>();
        seats.reasonsAgainst(after, booked, now).forEach((person, reasons) -> {
            List<Reason> kept =
                    reasons.stream().filter(r -> !r.key().equals("started")).toList();
            if (!kept.isEmpty()) {
                all.add(new Consequence(person, kept));
            }
        });
        return all;
    }

    /** The row is changed already; {@code lapsing} is what {@link #preview} said under the same lock. */
    void apply(Slot before, Slot after, List<Consequence> lapsing, List<NewRole> wanted, Instant now) {
        boolean moved = after.shift().movedFrom(before.shift());
        announcements.duty(after, null);
        if (moved || !Objects.equals(before.shift().leader(), after.shift().leader())) {
            announcements.tellLeader(after);
        }
        Map<PersonId, Reason> lost = new HashMap<>();
        lapsing.forEach(c -> lost.put(c.person(), c.reasons().get(0)));
        if (moved) {
            seats.releaseAll(after);
        }
        for (SignUp booked : held(after, SignUpState.BOOKED)) {
            Reason why = lost.get(booked.person());
            if (why == null && moved && !seats.bind(after, booked.person())) {
                why = new Reason("overlap", Map.of(), "");
            }
            if (why != null) {
                seats.end(after, booked, SignUpState.LAPSED, why.key(), null, now);
                announcements.tell(booked.person(), "seat-lapsed", after, why);
            } else if (moved) {
                announcements.tell(booked.person(), "shift-changed", after);
            }
        }
        saveRoles(after.shift().id(), wanted);
        Map<UUID, ShiftRole> current = roles.byId(after.shift().id());
        held(after, SignUpState.BOOKED)
                .forEach(u -> announcements.expect(after, u.person(), Objects.requireNonNull(current.get(u.role()))));
        current.keySet().forEach(role -> seats.promote(after, role, now));
        if (moved) {
            held(after, SignUpState.WAITING).forEach(u -> announcements.tell(u.person(), "shift-moved", after));
        }
    }

    /** Under the lock. Everybody booked or waiting loses their place and is told. */
    void cancel(Slot slot, String reason, @Nullable PersonId by, Instant now) {
        if (slot.shift().isDraft()) {
            return;
        }
        announcements.duty(slot, now);
        for (SignUp held : signUps.listHeld(List.of(slot.shift().id()))) {
            seats.end(slot, held, SignUpState.CANCELLED, reason, by, now);
            announcements.tell(held.person(), "shift-cancelled", slot);
        }
        seats.releaseAll(slot);
    }

    void publish(Slot slot) {
        if (shifts.publish(slot.shift().id())) {
            announcements.duty(slot, null);
            announcements.tellLeader(slot);
        }
    }

    void announce(Slot slot) {
        announcements.duty(slot, null);
    }

    /** Roles are found by id, then by name, then by their place in the list; those not wanted any more go. */
    void saveRoles(UUID shift, List<NewRole> wanted) {
        List<ShiftRole> known = new ArrayList<>(roles.listOf(List.of(shift)));
        List<@Nullable ShiftRole> matched = RoleMatch.match(known, wanted);
        known.removeIf(matched::contains);
        for (ShiftRole gone : known) {
            if (!roles.deleteUnused(gone.id())) {
                throw Refusal.invalid("roles", "role-in-use");
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            ShiftRole old = matched.get(i);
            if (old == null) {
                roles.insert(Ids.next(), shift, wanted.get(i), i);
            } else if (wanted.get(i).maximum() < old.booked()) {
                throw Refusal.invalid("roles", "below-booked");
            } else {
                roles.update(old.id(), wanted.get(i), i);
            }
        }
    }

    List<NewRole> rolesOf(UUID shift) {
        return roles.listOf(List.of(shift)).stream()
                .map(r -> new NewRole(r.name(), r.minimum(), r.maximum()))
                .toList();
    }

    private List<SignUp> held(Slot slot, SignUpState state) {
        return signUps.listHeld(List.of(slot.shift().id())).stream()
                .filter(u -> u.state() == state)
                .toList();
    }
}
