package org.kulluna.volunteering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kulluna.eligibility.Reason;
import org.kulluna.membership.StandingChanged;
import org.kulluna.people.PapersChanged;
import org.kulluna.shared.PersonId;
import org.kulluna.training.AwardChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges a person's future seats anew when something about them changed, in the transaction that changed it: seats they may
 * not keep lapse and go to the next in the list, and where they wait and may take a free seat again they get it.
 */
@Component
class Lapses {
    private final Slots slots;
    private final SignUpRows rows;
    private final RoleRows roles;
    private final Seats seats;
    private final Announcements announcements;
    private final Clock clock;

    Lapses(Slots slots, SignUpRows rows, RoleRows roles, Seats seats, Announcements announcements, Clock clock) {
        this.slots = slots;
        this.rows = rows;
        this.roles = roles;
        this.seats = seats;
        this.announcements = announcements;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRED)
    public void on(StandingChanged event) {
        judge(event.person());
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRED)
    public void on(AwardChanged event) {
        judge(event.person());
    }

    @EventListener
    @Transactional(propagation = Propagation.REQUIRED)
    public void on(PapersChanged event) {
        judge(event.person());
    }

    /** How many seats lapsed. */
    @Transactional(propagation = Propagation.REQUIRED)
    public int judge(PersonId person) {
        Instant now = clock.instant();
        if (holdsNothing(person, now)) {
            return 0;
        }
        List<UUID> touched = rows.listHeldBy(person, now).stream()
                .map(SignUp::role)
                .distinct()
                .toList();
        roles.lock(touched);
        List<SignUp> all = rows.listHeldBy(person, now);
        int lapsed = 0;
        for (SignUp held : all) {
            lapsed += judge(held, now);
        }
        // Only now: a seat that lapsed may be what kept them from another they wait for.
        for (SignUp held : all) {
            seats.promote(slots.get(held.shift()), held.role(), now);
        }
        return lapsed;
    }

    /**
     * Locks, and looks. Most people hold nothing when something about them changes (newcomers, all of them): they are not
     * made to wait for others, only a sign-up of their own that is under way is waited for.
     */
    private boolean holdsNothing(PersonId person, Instant now) {
        if (!rows.listHeldBy(person, now).isEmpty()) {
            rows.lockMany();
        }
        rows.lockPerson(person);
        return rows.listHeldBy(person, now).isEmpty();
    }

    /** Whoever waits may mend what is missing, unless they are no member any more: they leave the list. */
    private int judge(SignUp held, Instant now) {
        Slot slot = slots.get(held.shift());
        boolean booked = held.state() == SignUpState.BOOKED;
        List<Reason> reasons = seats.reasonsAgainst(slot, held.person(), now).stream()
                .filter(r -> booked || r.key().equals("not-a-member"))
                .toList();
        if (reasons.isEmpty()) {
            return 0;
        }
        seats.end(slot, held, SignUpState.LAPSED, reasons.get(0).key(), null, now);
        if (!booked) {
            return 0;
        }
        announcements.tell(held.person(), "seat-lapsed", slot, reasons.get(0));
        return 1;
    }
}
