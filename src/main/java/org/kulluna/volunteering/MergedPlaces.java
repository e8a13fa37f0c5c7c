package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kulluna.eligibility.Reason;
import org.kulluna.people.PersonsMerged;
import org.kulluna.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two records are one person: the places held under the other record on shifts to come go over to the kept one, in the
 * transaction that merges them. Past ones stay as they were lived.
 */
@Component
class MergedPlaces {
    private final Slots slots;
    private final SignUpRows rows;
    private final RoleRows roles;
    private final Seats seats;
    private final Announcements announcements;
    private final Clock clock;

    MergedPlaces(Slots slots, SignUpRows rows, RoleRows roles, Seats seats, Announcements announcements, Clock clock) {
        this.slots = slots;
        this.rows = rows;
        this.roles = roles;
        this.seats = seats;
        this.announcements = announcements;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonsMerged merged) {
        Instant now = clock.instant();
        rows.lockMany();
        Stream.of(merged.from(), merged.into())
                .sorted(java.util.Comparator.comparing(PersonId::value))
                .forEach(rows::lockPerson);
        List<UUID> shifts =
                rows.listHeldBy(merged.from(), now).stream().map(SignUp::shift).toList();
        roles.lockOf(shifts);
        for (SignUp held : rows.listHeldBy(merged.from(), now)) {
            move(slots.get(held.shift()), held, merged.into(), now);
        }
    }

    private void move(Slot slot, SignUp held, PersonId into, Instant now) {
        Optional<SignUp> own = rows.findHeld(held.shift(), into);
        if (own.isEmpty()) {
            handOver(slot, held, into, now);
        } else {
            seats.end(slot, held, SignUpState.LEFT, "", null, now);
            boolean better = held.state() == SignUpState.BOOKED && own.get().state() == SignUpState.WAITING;
            if (better && seats.seat(slot, seats.get(held.shift(), held.role()), into)) {
                rows.move(own.get().id(), held.role());
                rows.change(own.get(), SignUpState.BOOKED, "", null, now);
            }
        }
        seats.promote(slot, held.role(), now);
    }

    private void handOver(Slot slot, SignUp held, PersonId into, Instant now) {
        if (held.state() == SignUpState.WAITING) {
            rows.give(held.id(), into);
            return;
        }
        seats.unbind(slot, held.person());
        rows.give(held.id(), into);
        SignUp given = rows.find(held.id()).orElseThrow();
        if (seats.bind(slot, into)) {
            announcements.expect(slot, into, seats.get(held.shift(), held.role()));
        } else {
            Reason overlap = new Reason("overlap", Map.of(), "");
            seats.end(slot, given, SignUpState.LAPSED, overlap.key(), null, now);
            announcements.tell(into, "seat-lapsed", slot, overlap);
        }
    }
}
