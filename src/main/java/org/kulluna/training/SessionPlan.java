package org.kulluna.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.eligibility.Commitments;
import org.kulluna.shared.Faults;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Which session is when, in which room and by whom: a room holds one at a time, and whoever teaches is bound as whoever
 * learns. Works inside the caller's transaction.
 */
@Component
class SessionPlan {
    private final SessionRows rows;
    private final Commitments commitments;

    SessionPlan(SessionRows rows, Commitments commitments) {
        this.rows = rows;
        this.commitments = commitments;
    }

    /** One of that offering, taken out or not. @throws Refusal NOT_FOUND */
    Session get(UUID offering, UUID session) {
        return rows.find(session).filter(s -> s.offering().equals(offering)).orElseThrow(Refusal::notFound);
    }

    /**
     * Adds a session, or changes the one of that id.
     *
     * @throws Refusal NOT_FOUND for one of another offering; INVALID part, room (not there, or too small); CONFLICT
     *     session-cancelled, places-held, room-taken, instructor-bound with whose and what
     */
    void put(Offering o, Session wanted) {
        Session before = rows.find(wanted.id()).orElse(null);
        if (before != null && !before.offering().equals(o.id())) {
            throw Refusal.notFound();
        }
        if (before != null && before.cancelled()) {
            throw Refusal.conflict("session-cancelled");
        }
        rows.faults(wanted, o).raise();
        boolean moves = before == null
                || !before.startsAt().equals(wanted.startsAt())
                || !before.endsAt().equals(wanted.endsAt());
        if (moves && o.booked() > 0) {
            throw Refusal.conflict("places-held");
        }
        if (before != null) {
            release(before);
        }
        try {
            rows.put(wanted);
        } catch (DataIntegrityViolationException e) {
            throw Refusal.conflict("room-taken");
        }
        wanted.instructors().forEach(p -> bind(wanted, p));
    }

    private void bind(Session s, PersonId instructor) {
        if (!commitments.tryBind(instructor, s.startsAt(), s.endsAt(), Classroom.KIND, s.id())) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "instructor-bound", rows.clash(instructor, s));
        }
    }

    private void release(Session s) {
        s.instructors().forEach(p -> commitments.release(p, Classroom.KIND, s.id()));
    }

    /** @throws Refusal INVALID maximum when a room of its sessions seats fewer */
    void mustSeat(UUID offering, int maximum) {
        Optional<Integer> seats = rows.findSmallestRoom(offering);
        Faults faults = new Faults();
        faults.when(seats.isPresent() && seats.get() < maximum, "maximum", "more-than-the-room-seats");
        faults.raise();
    }

    void cancel(Session s, Instant now) {
        rows.cancel(s.id(), now);
    }

    /** What one record teaches from now on, another of the same person does. Whoever is bound elsewhere stays named. */
    void handOver(PersonId from, PersonId into, Instant now) {
        List<Session> taught = rows.listTaughtBy(from, now);
        for (Session s : taught) {
            commitments.release(from, Classroom.KIND, s.id());
            commitments.tryBind(into, s.startsAt(), s.endsAt(), Classroom.KIND, s.id());
        }
        rows.giveTeaching(taught.stream().map(Session::id).toList(), from, into);
    }

    /** Teaches nothing more. */
    void leave(PersonId person, Instant now) {
        List<Session> taught = rows.listTaughtBy(person, now);
        taught.forEach(s -> commitments.release(person, Classroom.KIND, s.id()));
        rows.endTeaching(taught.stream().map(Session::id).toList(), person);
    }
}
