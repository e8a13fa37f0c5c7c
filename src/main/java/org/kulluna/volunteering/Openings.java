package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;

/**
 * Seats that stand free while somebody waits: whoever waited could not take one when it came free (they were bound
 * elsewhere, say) and can now. One role in each transaction, so that only its own counter is held.
 */
@Component
class Openings {
    private final SignUpRows rows;
    private final RoleRows roles;
    private final Slots slots;
    private final Seats seats;
    private final Again again;
    private final Clock clock;

    Openings(SignUpRows rows, RoleRows roles, Slots slots, Seats seats, Again again, Clock clock) {
        this.rows = rows;
        this.roles = roles;
        this.slots = slots;
        this.seats = seats;
        this.again = again;
        this.clock = clock;
    }

    /** Where this person waits: they gave back what may have kept them from it. */
    void offer(PersonId person) {
        Instant now = clock.instant();
        fill(
                rows.listHeldBy(person, now).stream()
                        .filter(u -> u.state() == SignUpState.WAITING)
                        .map(SignUp::role)
                        .toList(),
                now);
    }

    /** Everywhere. How many roles were looked at. */
    int offerAll() {
        Instant now = clock.instant();
        List<UUID> open = roles.listWaitedFor(now);
        fill(open, now);
        return open.size();
    }

    private void fill(List<UUID> open, Instant now) {
        for (UUID role : open) {
            again.run(() -> {
                roles.lock(List.of(role));
                UUID shift = roles.shiftOf(role);
                seats.promote(slots.get(shift), role, now);
                return shift;
            });
        }
    }
}
