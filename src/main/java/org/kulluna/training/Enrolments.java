package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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

/** The door by which members take places in courses and give them back. */
@Component
public class Enrolments {
    private final OfferingRows offerings;
    private final EnrolmentRows rows;
    private final Classroom classroom;
    private final Trace trace;
    private final Clock clock;

    /** What every change of a place leaves behind: a notice and a trace. */
    @Component
    record Trace(CourseNews news, Audit audit, ReasonNames names) {
        /** The one refusal of eligibility: its words say the first reason. */
        Refusal refusal(List<Reason> reasons) {
            Reason first = names.name(reasons.getFirst());
            if (first.key().equals("overlap")) {
                return Refusal.conflict("overlap");
            }
            Map<String, Object> args = new HashMap<>(Map.of(
                    "reason", first.key().replace('-', '_'), "qualificationAr", "", "qualificationEn", "", "age", ""));
            args.putAll(first.args());
            return Refusal.of(Refusal.Kind.CONFLICT, "not-eligible", args);
        }
    }

    Enrolments(OfferingRows offerings, EnrolmentRows rows, Classroom classroom, Trace trace, Clock clock) {
        this.offerings = offerings;
        this.rows = rows;
        this.classroom = classroom;
        this.trace = trace;
        this.clock = clock;
    }

    /**
     * Interest while there is no date; a request where the office says yes to each; otherwise a place, or when the
     * offering is full the last one of its waiting list. The same id again, or a second try while a place is held, gives
     * the same answer.
     *
     * @param id made by the client
     * @throws Refusal NOT_FOUND; CONFLICT not-eligible, overlap, already-held, waiting-list-full, and why it is shut
     */
    @Transactional
    public Enrolment enrol(Viewer viewer, UUID offering, UUID id) {
        viewer.must(Right.VOLUNTEER);
        PersonId me = viewer.signedIn();
        rows.lockPerson(me);
        Optional<Enrolment> known = rows.find(id);
        if (known.isPresent()) {
            return same(known.get(), me, offering);
        }
        Offering o = classroom.lock(offering);
        if (o.state() == OfferingState.DRAFT) {
            throw Refusal.notFound();
        }
        Optional<Enrolment> held =
                rows.findLast(offering, me).filter(e -> e.state().isHeld());
        if (held.isPresent() && !(held.get().state() == EnrolmentState.INTERESTED && o.state() == OfferingState.OPEN)) {
            return held.get();
        }
        Instant now = clock.instant();
        String shut = o.shutAt(now);
        if (!shut.isEmpty()) {
            throw Refusal.conflict(shut);
        }
        List<Reason> reasons = classroom.reasonsAgainst(o, me, now);
        if (!reasons.isEmpty()) {
            throw trace.refusal(reasons);
        }
        Enrolment made = place(viewer, o, held, id, me, now);
        trace.audit().record(viewer, "training.enrol", "offering", offering);
        return made;
    }

    private static Enrolment same(Enrolment known, PersonId me, UUID offering) {
        if (known.person().equals(me) && known.offering().equals(offering)) {
            return known;
        }
        throw Refusal.conflict("id-used");
    }

    private Enrolment place(
            Viewer viewer, Offering offering, Optional<Enrolment> interested, UUID id, PersonId me, Instant now) {
        // Whoever waits is first: a place that came free by time or capacity is theirs before anybody's.
        if (offering.waiting() > 0 && !offering.isFull()) {
            classroom.promote(offering.id(), now);
        }
        Offering o = offerings.find(offering.id()).orElseThrow();
        EnrolmentState state = o.state() == OfferingState.INTEREST
                ? EnrolmentState.INTERESTED
                : o.approval() ? EnrolmentState.REQUESTED : o.isFull() ? EnrolmentState.WAITING : EnrolmentState.BOOKED;
        if (state == EnrolmentState.WAITING && o.waiting() >= o.waitingMaximum()) {
            throw Refusal.conflict("waiting-list-full");
        }
        UUID made = interested.map(Enrolment::id).orElse(id);
        boolean done = interested
                .map(e -> rows.change(e, state, "", me, now))
                .orElseGet(() -> rows.insert(id, o.id(), me, state, "self", viewer.signedIn(), now));
        if (!done) {
            throw Refusal.conflict("id-used");
        }
        if (state == EnrolmentState.BOOKED) {
            if (!classroom.seat(o, me)) {
                throw Refusal.conflict("overlap");
            }
            trace.news().tell(me, "place-taken", o);
        }
        return rows.find(made).orElseThrow();
    }

    /**
     * Gives the place back; a freed one goes to the next who waits, in the same transaction. Said again, it gives the
     * same answer.
     *
     * @throws Refusal NOT_FOUND without a place; CONFLICT too-late-to-cancel
     */
    @Transactional
    public Enrolment cancel(Viewer viewer, UUID offering) {
        viewer.must(Right.VOLUNTEER);
        PersonId me = viewer.signedIn();
        rows.lockPerson(me);
        Offering o = classroom.lock(offering);
        Enrolment mine = rows.findLast(offering, me).orElseThrow(Refusal::notFound);
        if (!mine.state().isHeld()) {
            return mine;
        }
        Instant now = clock.instant();
        if (mine.state() == EnrolmentState.BOOKED && !o.mayGiveBack(now)) {
            throw Refusal.conflict("too-late-to-cancel");
        }
        classroom.end(o, mine, EnrolmentState.CANCELLED, "", me, now);
        classroom.promote(offering, now);
        trace.audit().record(viewer, "training.cancel-enrolment", "offering", offering);
        return rows.find(mine.id()).orElseThrow();
    }

    /** What a member may enrol in, soonest first, with their own place and what stands between. */
    @Transactional(readOnly = true)
    public OfferingView get(Viewer viewer, UUID offering) {
        viewer.must(Right.VOLUNTEER);
        Offering o = offerings
                .find(offering)
                .filter(f -> f.state() != OfferingState.DRAFT)
                .orElseThrow(Refusal::notFound);
        Instant now = clock.instant();
        return new OfferingView(
                o,
                rows.findLast(offering, viewer.signedIn()).orElse(null),
                trace.names().name(classroom.reasonsAgainst(o, viewer.signedIn(), now)),
                o.shutAt(now));
    }

    /** One's own places, newest first, each with its offering. */
    @Transactional(readOnly = true)
    public List<OfferingView> listOwn(Viewer viewer) {
        List<Enrolment> mine = rows.listOwn(viewer.signedIn());
        Map<UUID, Offering> all =
                offerings.byId(mine.stream().map(Enrolment::offering).toList());
        return mine.stream()
                .filter(e -> all.containsKey(e.offering()))
                .map(e -> new OfferingView(java.util.Objects.requireNonNull(all.get(e.offering())), e, List.of(), ""))
                .toList();
    }
}
