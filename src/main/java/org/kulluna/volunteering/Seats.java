package org.kulluna.volunteering;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidates;
import org.kulluna.eligibility.Commitments;
import org.kulluna.eligibility.Eligibility;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.PersonId;
import org.springframework.stereotype.Component;

/**
 * Takes, frees and hands on seats, inside the caller's transaction and under the lock of the role's row. Locks are taken
 * in one order (many, person, roles by id), so nobody waits in a circle.
 */
@Component
class Seats {
    static final String KIND = "shift";
    private static final int BATCH = 50;

    private final RoleRows roles;
    private final SignUpRows signUps;
    private final Commitments commitments;
    private final Candidates candidates;
    private final Announcements announcements;

    Seats(
            RoleRows roles,
            SignUpRows signUps,
            Commitments commitments,
            Candidates candidates,
            Announcements announcements) {
        this.roles = roles;
        this.signUps = signUps;
        this.commitments = commitments;
        this.candidates = candidates;
        this.announcements = announcements;
    }

    /** The role as it stands under the lock. */
    ShiftRole lock(UUID shift, UUID role) {
        roles.lock(List.of(role));
        return get(shift, role);
    }

    ShiftRole get(UUID shift, UUID role) {
        return roles.listOf(List.of(shift)).stream()
                .filter(r -> r.id().equals(role))
                .findFirst()
                .orElseThrow(org.kulluna.shared.Refusal::notFound);
    }

    List<Reason> reasonsAgainst(Slot slot, PersonId person, Instant now) {
        return Eligibility.reasonsAgainst(
                candidates.get(person, now), slot.shift().demand(), now);
    }

    Map<PersonId, List<Reason>> reasonsAgainst(Slot slot, List<PersonId> people, Instant now) {
        Map<PersonId, List<Reason>> all = new java.util.LinkedHashMap<>();
        candidates
                .byId(people, now)
                .forEach((person, c) -> all.put(
                        person, Eligibility.reasonsAgainst(c, slot.shift().demand(), now)));
        return all;
    }

    void releaseAll(Slot slot) {
        commitments.releaseAll(KIND, slot.shift().id());
    }

    boolean bind(Slot slot, PersonId person) {
        Shift s = slot.shift();
        return commitments.tryBind(person, s.startsAt(), s.endsAt(), KIND, s.id());
    }

    /** Counts, binds and expects somebody whose sign-up says booked. False when they are bound elsewhere. */
    boolean seat(Slot slot, ShiftRole role, PersonId person) {
        if (!bind(slot, person)) {
            return false;
        }
        roles.count(role.id(), 1);
        announcements.expect(slot, person, role);
        return true;
    }

    /** Ends a place; a booked one is free afterwards. False when it was not held any more. */
    boolean end(Slot slot, SignUp held, SignUpState to, String reason, @Nullable PersonId by, Instant now) {
        if (!held.state().canBecome(to) || !signUps.change(held, to, reason, by, now)) {
            return false;
        }
        if (held.state() == SignUpState.BOOKED) {
            roles.count(held.role(), -1);
            unbind(slot, held.person());
        }
        return true;
    }

    /** Neither bound to it nor expected at its gate any more. */
    void unbind(Slot slot, PersonId person) {
        commitments.release(person, KIND, slot.shift().id());
        announcements.unexpect(slot, person);
    }

    /**
     * Gives free seats to those who wait, in order. Whoever may not take one today keeps their place in the list, is passed
     * over and told why, once for each reason.
     */
    void promote(Slot slot, UUID roleId, Instant now) {
        if (!slot.isOpen() || slot.shift().hasStarted(now)) {
            return;
        }
        int passedOver = 0;
        while (true) {
            ShiftRole role = get(slot.shift().id(), roleId);
            List<SignUp> batch = role.isFull() ? List.of() : signUps.listWaiting(roleId, passedOver, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            passedOver += promote(slot, role, batch, now);
        }
    }

    /** How many of the batch stay in the list. */
    private int promote(Slot slot, ShiftRole role, List<SignUp> batch, Instant now) {
        Map<PersonId, Candidate> known =
                candidates.byId(batch.stream().map(SignUp::person).toList(), now);
        int free = role.seatsLeft();
        int stay = 0;
        for (SignUp next : batch) {
            if (free == 0) {
                break;
            }
            Candidate candidate = known.get(next.person());
            List<Reason> reasons = candidate == null
                    ? List.of(new Reason("not-a-member", Map.of(), ""))
                    : Eligibility.reasonsAgainst(candidate, slot.shift().demand(), now);
            if (reasons.isEmpty() && seat(slot, role, next.person())) {
                signUps.change(next, SignUpState.BOOKED, "", null, now);
                announcements.tell(next.person(), "seat-promoted", slot);
                free--;
            } else {
                stay++;
                passOver(slot, next, reasons.isEmpty() ? new Reason("overlap", Map.of(), "") : reasons.get(0));
            }
        }
        return stay;
    }

    private void passOver(Slot slot, SignUp waiting, Reason reason) {
        if (signUps.passOver(waiting.id(), reason.key())) {
            announcements.tell(waiting.person(), "seat-passed-over", slot, reason);
        }
    }
}
