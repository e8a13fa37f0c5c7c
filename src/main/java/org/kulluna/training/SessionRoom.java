package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kulluna.attendance.Attendance;
import org.kulluna.attendance.FactKind;
import org.kulluna.attendance.FactOutcome;
import org.kulluna.attendance.NewFact;
import org.kulluna.audit.Audit;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A session while it is held: the code on the wall, trainees who show it, and the instructor's list. Facts go through the
 * one book of attendance, so a code shown twice, or late from a phone without network, changes nothing.
 */
@Component
public class SessionRoom {
    private final SessionRows sessions;
    private final OfferingRows offerings;
    private final TraineeRows trainees;
    private final RoomCode codes;
    private final Book book;

    /** Where what was seen is written. */
    @Component
    record Book(Attendance attendance, Audit audit, TransactionTemplate transaction, Clock clock) {}

    SessionRoom(SessionRows sessions, OfferingRows offerings, TraineeRows trainees, RoomCode codes, Book book) {
        this.sessions = sessions;
        this.offerings = offerings;
        this.trainees = trainees;
        this.codes = codes;
        this.book = book;
    }

    /** @param changesAt when the code changes next */
    public record Screen(Session session, Offering offering, String code, Instant changesAt, List<Trainee> trainees) {
        public long in() {
            return trainees.stream().filter(Trainee::isIn).count();
        }
    }

    /** @throws Refusal NOT_FOUND when it is not a session the viewer teaches or runs */
    public Screen open(Viewer viewer, UUID id) {
        Session s = taught(viewer, id);
        Instant now = book.clock().instant();
        return new Screen(
                s,
                offerings.find(s.offering()).orElseThrow(),
                codes.at(id, now),
                RoomCode.changesAt(now),
                trainees.ofSession(id));
    }

    /** A session somebody teaches. {@code title} is its course's. */
    public record Lesson(Session session, LocalizedText title) {}

    /** Sessions of the viewer from yesterday on, soonest first. */
    public List<Lesson> listTaught(Viewer viewer) {
        viewer.must(Right.TEACH);
        Instant now = book.clock().instant();
        List<Session> mine = sessions.listTaught(viewer, now.minusSeconds(86_400), now.plusSeconds(60L * 86_400), 200);
        var all = offerings.byId(mine.stream().map(Session::offering).toList());
        return mine.stream()
                .flatMap(s -> java.util.Optional.ofNullable(all.get(s.offering())).stream()
                        .map(o -> new Lesson(s, o.course().title())))
                .toList();
    }

    /** A session as its trainee sees it, and whether they are in. */
    public record Seen(Session session, Offering offering, boolean isIn) {}

    /** @throws Refusal NOT_FOUND for a session in which the viewer has no place */
    public Seen seen(Viewer viewer, UUID id) {
        viewer.must(Right.VOLUNTEER);
        PersonId me = trainees.findExpected(id, viewer.signedIn()).orElseThrow(Refusal::notFound);
        Session s = sessions.find(id).orElseThrow();
        return new Seen(s, offerings.find(s.offering()).orElseThrow(), trainees.isIn(id, me));
    }

    /**
     * A trainee in the room shows the code.
     *
     * @param id of the fact, made by the client: sent again, it is recorded once
     * @throws Refusal NOT_FOUND for a session that is none of the viewer's; CONFLICT room-code-wrong (old, of another
     *     room, mistyped), room-too-early: then nothing is used up and the same code may be shown again
     */
    public FactOutcome here(Viewer viewer, UUID session, String code, UUID id) {
        viewer.must(Right.VOLUNTEER);
        PersonId me = trainees.findExpected(session, viewer.signedIn()).orElseThrow(Refusal::notFound);
        Instant now = book.clock().instant();
        if (!codes.isRight(session, code, now)) {
            throw Refusal.conflict("room-code-wrong");
        }
        NewFact fact = NewFact.of(id, session, me, FactKind.IN, now, "code");
        return said(book.attendance().recordOwned(viewer, Classroom.KIND, List.of(fact)));
    }

    /**
     * The instructor, or the office, says who was there: in, out or absent, with a reason.
     *
     * @throws Refusal NOT_FOUND; INVALID reason; CONFLICT with why the book did not take it
     */
    public FactOutcome mark(
            Viewer viewer, UUID session, PersonId person, FactKind kind, Instant at, String reason, UUID id) {
        taught(viewer, session);
        if (viewer.is(person)) {
            throw Refusal.conflict("own-attendance");
        }
        book.transaction().executeWithoutResult(t -> {
            if (trainees.insertOverride(
                    id, session, person, reason, viewer.signedIn(), book.clock().instant())) {
                book.audit().record(viewer, "training.mark", "session", session, kind.code(), "reason");
            }
        });
        NewFact fact = NewFact.of(id, session, person, kind, at, "desk");
        return said(book.attendance().recordOwned(viewer, Classroom.KIND, List.of(fact)));
    }

    private static FactOutcome said(List<FactOutcome> outcomes) {
        FactOutcome one = outcomes.getFirst();
        if (one.state() == FactOutcome.State.REFUSED) {
            throw Refusal.conflict("session-" + one.reason());
        }
        return one;
    }

    private Session taught(Viewer viewer, UUID id) {
        viewer.must(Right.TEACH);
        Session s = sessions.find(id).filter(f -> !f.cancelled()).orElseThrow(Refusal::notFound);
        boolean runs = viewer.may(
                Right.RUN_COURSES, offerings.find(s.offering()).orElseThrow().unit());
        if (!runs && !sessions.isTeaching(viewer.signedIn(), id)) {
            throw Refusal.notFound();
        }
        return s;
    }
}
