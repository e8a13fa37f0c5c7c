package org.kulluna.training;

import java.util.Optional;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a trainee showed, written on their place until the offering closes: the best quiz and the evaluator's word. Each
 * write holds the offering, so whoever closes it at that moment waits, or has closed it already.
 */
@Component
public class Marks {
    private final OfferingRows offerings;
    private final EnrolmentRows enrolments;
    private final SessionRows sessions;
    private final MarkRows rows;
    private final Audit audit;

    Marks(OfferingRows offerings, EnrolmentRows enrolments, SessionRows sessions, MarkRows rows, Audit audit) {
        this.offerings = offerings;
        this.enrolments = enrolments;
        this.sessions = sessions;
        this.rows = rows;
        this.audit = audit;
    }

    /** The viewer's newest place there. @throws Refusal NOT_FOUND without one */
    @Transactional(readOnly = true)
    public Seat getOwn(Viewer viewer, UUID offering) {
        viewer.must(Right.VOLUNTEER);
        return findOwn(viewer, offering).orElseThrow(Refusal::notFound);
    }

    private Optional<Seat> findOwn(Viewer viewer, UUID offering) {
        PersonId me = viewer.signedIn();
        return enrolments.findLast(offering, me).map(this::seat);
    }

    private Seat seat(Enrolment e) {
        Offering o = offerings.find(e.offering()).orElseThrow();
        return new Seat(e.id(), o, e.person(), e.state(), rows.isSeen(e.id()));
    }

    /**
     * The viewer's own quiz, in percent: the best one stands.
     *
     * @throws Refusal NOT_FOUND; CONFLICT quiz-closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void score(Viewer viewer, UUID offering, int percent) {
        rows.hold(offering);
        Seat seat = getOwn(viewer, offering);
        if (!seat.counts()) {
            throw Refusal.conflict("quiz-closed");
        }
        rows.score(seat.enrolment(), percent);
        audit.record(viewer, "training.score", "enrolment", seat.enrolment(), "score");
    }

    /** An offering whose trainees the viewer may evaluate: one they teach or run. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Offering getEvaluated(Viewer viewer, UUID offering) {
        viewer.must(Right.TEACH);
        Offering o = offerings.find(offering).orElseThrow(Refusal::notFound);
        boolean teaches = o.sessions().stream().anyMatch(s -> sessions.isTeaching(viewer.signedIn(), s.id()));
        if (!teaches && !viewer.may(Right.RUN_COURSES, o.unit())) {
            throw Refusal.notFound();
        }
        return o;
    }

    /**
     * The evaluator's word; a later one takes its place.
     *
     * @throws Refusal NOT_FOUND; CONFLICT own-evaluation, evaluation-closed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void practical(Viewer viewer, UUID offering, UUID enrolment, boolean passed) {
        getEvaluated(viewer, offering);
        rows.hold(offering);
        Seat seat = enrolments
                .find(enrolment)
                .filter(e -> e.offering().equals(offering))
                .map(this::seat)
                .orElseThrow(Refusal::notFound);
        boolean own = viewer.is(seat.person())
                || findOwn(viewer, offering)
                        .filter(s -> s.enrolment().equals(enrolment))
                        .isPresent();
        if (own) {
            throw Refusal.conflict("own-evaluation");
        }
        if (!seat.counts()) {
            throw Refusal.conflict("evaluation-closed");
        }
        rows.practical(enrolment, passed);
        audit.record(viewer, "training.evaluate", "enrolment", enrolment, "practical_passed");
    }
}
