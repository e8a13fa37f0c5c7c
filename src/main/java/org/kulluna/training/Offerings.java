package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The training office's door to offerings and their sessions. */
@Component
public class Offerings {
    static final int PAGE = 25;
    private final OfferingRows rows;
    private final SessionPlan plan;
    private final EnrolmentRows enrolments;
    private final Classroom classroom;
    private final Desk desk;

    /** What every change at the desk leaves behind. */
    @Component
    record Desk(CourseNews news, Audit audit, Clock clock, Units units, Places places) {
        /** What nobody can choose is a fault beside its field, never an error of the database. */
        void check(Offering o) {
            Faults faults = new Faults();
            String place = o.place();
            faults.when(units.find(o.unit()).isEmpty(), "unit", "not-a-choice");
            faults.when(place != null && places.find(place).isEmpty(), "place", "not-a-choice");
            faults.raise();
        }
    }

    Offerings(OfferingRows rows, SessionPlan plan, EnrolmentRows enrolments, Classroom classroom, Desk desk) {
        this.rows = rows;
        this.plan = plan;
        this.enrolments = enrolments;
        this.classroom = classroom;
        this.desk = desk;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<Offering> list(Viewer viewer, String words, String state, String after) {
        viewer.must(Right.RUN_COURSES);
        String from = after.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? after : "";
        return Page.of(rows.listDesk(viewer, words, state, from, PAGE + 1), PAGE, o -> o.id().toString());
    }

    /** Of one course, newest first. */
    @Transactional(readOnly = true)
    public List<Offering> listOfCourse(Viewer viewer, String course) {
        viewer.must(Right.RUN_COURSES);
        return rows.listOfCourse(viewer, course, 100);
    }

    @Transactional(readOnly = true)
    public Offering get(Viewer viewer, UUID id) {
        viewer.must(Right.RUN_COURSES);
        Offering o = rows.find(id).orElseThrow(Refusal::notFound);
        viewer.must(Right.RUN_COURSES, o.unit());
        return o;
    }

    /** Makes a draft once for each id. */
    @Transactional
    public Offering create(Viewer viewer, Offering wanted) {
        viewer.must(Right.RUN_COURSES, wanted.unit());
        desk.check(wanted);
        if (rows.insert(wanted, viewer.signedIn(), now())) {
            desk.audit().record(viewer, "training.create-offering", "offering", wanted.id());
        }
        return get(viewer, wanted.id());
    }

    /** @throws Refusal INVALID maximum when a room seats fewer; CONFLICT changed-meanwhile, places-taken */
    @Transactional
    public Offering change(Viewer viewer, Offering wanted) {
        get(viewer, wanted.id());
        desk.check(wanted);
        Offering o = classroom.lock(wanted.id());
        if (wanted.maximum() < o.booked()) {
            throw Refusal.conflict("places-taken");
        }
        if (wanted.maximum() > o.maximum()) {
            plan.mustSeat(o.id(), wanted.maximum());
        }
        if (o.version() != wanted.version() || !rows.update(wanted)) {
            throw Refusal.changedMeanwhile();
        }
        desk.audit().record(viewer, "training.change-offering", "offering", o.id());
        classroom.promote(o.id(), now());
        return get(viewer, o.id());
    }

    /**
     * Adds a session, or changes the one of that id. Once people hold places its time stays: they planned by it.
     *
     * @throws Refusal INVALID part, room; CONFLICT room-taken, instructor-bound, places-held, offering-closed
     */
    @Transactional
    public Offering putSession(Viewer viewer, Session wanted) {
        get(viewer, wanted.offering());
        Offering o = classroom.lock(wanted.offering());
        if (o.state() == OfferingState.CLOSED || o.state() == OfferingState.CANCELLED) {
            throw Refusal.conflict("offering-closed");
        }
        plan.put(o, wanted);
        desk.audit().record(viewer, "training.put-session", "session", wanted.id());
        Offering after = get(viewer, o.id());
        after.sessions().stream()
                .filter(s -> s.id().equals(wanted.id()))
                .forEach(s -> desk.news().duty(after, s, null));
        return after;
    }

    /** One that takes place or was taken out. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Session session(Viewer viewer, UUID offering, UUID session) {
        get(viewer, offering);
        return plan.get(offering, session);
    }

    /**
     * Takes one session out; the others stay. Who has a place is told once, and is free at that time. Asked again, nothing
     * more happens.
     *
     * @throws Refusal CONFLICT last-session, offering-closed, session-begun
     */
    @Transactional
    public Offering cancelSession(Viewer viewer, UUID id, UUID session) {
        get(viewer, id);
        Offering o = classroom.lock(id);
        Instant now = now();
        Session s = plan.get(id, session);
        if (s.cancelled()) {
            return o;
        }
        if (o.state() == OfferingState.CLOSED || o.state() == OfferingState.CANCELLED) {
            throw Refusal.conflict("offering-closed");
        }
        if (o.state() == OfferingState.OPEN && o.sessions().size() == 1) {
            throw Refusal.conflict("last-session");
        }
        if (!s.startsAt().isAfter(now)) {
            throw Refusal.conflict("session-begun");
        }
        plan.cancel(s, now);
        desk.news().duty(o, s, now);
        classroom.release(s);
        enrolments.listOf(id, EnrolmentState.BOOKED).forEach(e -> desk.news().tellOff(e.person(), o, s));
        desk.audit().record(viewer, "training.cancel-session", "session", session);
        return get(viewer, id);
    }

    /**
     * Announces it: without a session it gathers interest, with one it opens, and who was interested is told once.
     *
     * @throws Refusal CONFLICT course-retired, changed-meanwhile, not-now
     */
    @Transactional
    public Offering announce(Viewer viewer, UUID id, int version) {
        get(viewer, id);
        Offering o = classroom.lock(id);
        OfferingState to = o.sessions().isEmpty() ? OfferingState.INTEREST : OfferingState.OPEN;
        if (!o.course().isPublished()) {
            throw Refusal.conflict("course-retired");
        }
        move(viewer, o, version, to, "");
        if (to == OfferingState.OPEN) {
            enrolments
                    .listOf(id, EnrolmentState.INTERESTED)
                    .forEach(e -> desk.news().tell(e.person(), "course-has-date", o));
        }
        return get(viewer, id);
    }

    /** Calls it off: everybody who held a place is told, and told once. */
    @Transactional
    public Offering cancel(Viewer viewer, UUID id, int version, String reason) {
        get(viewer, id);
        Offering o = classroom.lock(id);
        move(viewer, o, version, OfferingState.CANCELLED, reason);
        Instant now = now();
        for (Enrolment e : enrolments.listHeld(id)) {
            classroom.end(o, e, EnrolmentState.CANCELLED, "offering-cancelled", viewer.signedIn(), now);
            desk.news().tell(e.person(), "course-cancelled", o, reason);
        }
        for (Session s : o.sessions()) {
            plan.cancel(s, now);
            desk.news().duty(o, s, now);
        }
        classroom.releaseAll(o);
        return get(viewer, id);
    }

    void move(Viewer viewer, Offering o, int version, OfferingState to, String reason) {
        if (!o.state().canBecome(to)) {
            throw Refusal.conflict("not-now");
        }
        if (o.version() != version || !rows.move(o, to, reason, viewer.signedIn(), now())) {
            throw Refusal.changedMeanwhile();
        }
        desk.audit().record(viewer, "training." + to.text() + "-offering", "offering", o.id());
    }

    private Instant now() {
        return desk.clock().instant();
    }

    /** For the pages: what the catalogue announces. */
    @Transactional(readOnly = true)
    public List<Offering> listAnnounced(@Nullable String course, int limit) {
        return rows.listCatalogue(course, now(), limit);
    }

    /** The announced ones by course. */
    @Transactional(readOnly = true)
    public Map<String, List<Offering>> announcedByCourse() {
        Map<String, List<Offering>> all = new java.util.LinkedHashMap<>();
        listAnnounced(null, 500)
                .forEach(o -> all.computeIfAbsent(o.course().code(), c -> new ArrayList<>())
                        .add(o));
        return all;
    }
}
