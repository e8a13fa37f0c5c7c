package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kulluna.audit.Audit;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The training office's door to places: its yes and no to requests, and whole cohorts at once. */
@Component
public class Cohorts {
    /** As many as one may name at once. */
    static final int MOST = 3000;

    private static final int PAGE = 100;

    private final Offerings offerings;
    private final EnrolmentRows rows;
    private final RosterRows roster;
    private final Classroom classroom;
    private final Office office;

    @Component
    record Office(CourseNews news, Audit audit, Clock clock) {}

    Cohorts(Offerings offerings, EnrolmentRows rows, RosterRows roster, Classroom classroom, Office office) {
        this.offerings = offerings;
        this.rows = rows;
        this.roster = roster;
        this.classroom = classroom;
        this.office = office;
    }

    /** Everybody with a place, in the order they came. */
    @Transactional(readOnly = true)
    public Page<RosterLine> roster(Viewer viewer, UUID offering, TraineeFilter filter) {
        offerings.get(viewer, offering);
        return Page.of(roster.list(offering, filter, PAGE + 1), PAGE, l -> String.valueOf(l.position()));
    }

    /** All of them, to carry away: that is recorded. */
    @Transactional
    public List<RosterLine> take(Viewer viewer, UUID offering) {
        offerings.get(viewer, offering);
        office.audit().record(viewer, "training.take-roster", "offering", offering);
        return roster.list(offering, TraineeFilter.ALL, 10_000);
    }

    /**
     * Takes a place back before the first session and says why; the first who waits gets it.
     *
     * @throws Refusal NOT_FOUND; INVALID reason; CONFLICT not-now
     */
    @Transactional
    public Enrolment withdraw(Viewer viewer, UUID offering, UUID enrolment, String reason) {
        offerings.get(viewer, offering);
        if (reason.isEmpty() || reason.length() > 500) {
            throw Refusal.invalid("reason", reason.isEmpty() ? "required" : "too-long");
        }
        Enrolment held =
                rows.find(enrolment).filter(e -> e.offering().equals(offering)).orElseThrow(Refusal::notFound);
        rows.lockPerson(held.person());
        Offering o = classroom.lock(offering);
        Instant now = now();
        if (o.hasStarted(now)
                || !held.state().isHeld()
                || !classroom.end(o, held, EnrolmentState.CANCELLED, reason, viewer.signedIn(), now)) {
            throw Refusal.conflict("not-now");
        }
        office.news().tell(held.person(), "place-withdrawn", o, reason);
        office.audit().record(viewer, "training.withdraw-place", "offering", offering, "state");
        classroom.promote(offering, now);
        return rows.find(enrolment).orElseThrow();
    }

    /**
     * The office's answer to a request.
     *
     * @throws Refusal NOT_FOUND; CONFLICT not-eligible ..., not-now
     */
    @Transactional
    public Enrolment decide(Viewer viewer, UUID offering, UUID enrolment, boolean yes, String reason) {
        offerings.get(viewer, offering);
        Enrolment found =
                rows.find(enrolment).filter(e -> e.offering().equals(offering)).orElseThrow(Refusal::notFound);
        rows.lockPerson(found.person());
        Offering o = classroom.lock(offering);
        Enrolment asked = rows.find(enrolment).orElseThrow(Refusal::notFound);
        if (viewer.is(asked.person())) {
            throw Refusal.conflict("own-request");
        }
        if (asked.state() != EnrolmentState.REQUESTED) {
            throw Refusal.conflict("decided-already");
        }
        Instant now = now();
        if (!yes) {
            classroom.end(o, asked, EnrolmentState.DECLINED, reason, viewer.signedIn(), now);
            office.news().tell(asked.person(), "place-declined", o, reason);
        } else {
            accept(viewer, o, asked, now);
        }
        office.audit().record(viewer, "training.decide-enrolment", "offering", offering, "state");
        return rows.find(enrolment).orElseThrow();
    }

    private void accept(Viewer viewer, Offering o, Enrolment asked, Instant now) {
        if (o.isFull()) {
            rows.change(asked, EnrolmentState.WAITING, "", viewer.signedIn(), now);
            office.news().tell(asked.person(), "place-waiting", o);
            return;
        }
        if (!classroom.reasonsAgainst(o, asked.person(), now).isEmpty() || !classroom.seat(o, asked.person())) {
            throw Refusal.conflict("not-eligible-now");
        }
        rows.change(asked, EnrolmentState.BOOKED, "", viewer.signedIn(), now);
        office.news().tell(asked.person(), "place-taken", o);
    }

    /** What became of one number of a cohort, as it was typed. {@code reason} is a key under {@code training.cohort.}, empty when placed. */
    public record Placed(String number, LocalizedText name, EnrolmentState state, String reason) {}

    /**
     * Gives places to members by their numbers, in that order; who may not have one is told apart with the reason, and the
     * others go on. Those who have a place keep it: the same list sent twice changes nothing.
     *
     * @throws Refusal NOT_FOUND; CONFLICT offering-closed; INVALID numbers when there are too many
     */
    @Transactional
    public List<Placed> enrolMany(Viewer viewer, UUID offering, List<String> numbers) {
        offerings.get(viewer, offering);
        if (numbers.size() > MOST) {
            throw Refusal.invalid("numbers", "too-many");
        }
        List<NamedMember> people = roster.byNumber(
                numbers.stream().flatMap(n -> SessionForm.number(n).stream()).toList());
        Map<String, NamedMember> byNumber =
                people.stream().collect(Collectors.toMap(p -> String.valueOf(p.number()), p -> p));
        rows.lockPeople(people.stream().map(NamedMember::person).toList());
        Offering o = classroom.lock(offering);
        if (o.state() != OfferingState.OPEN) {
            throw Refusal.conflict("offering-closed");
        }
        Seating seating = new Seating(o, classroom.reasonsAgainst(o, people, now()), o.placesLeft());
        List<Placed> placed = new ArrayList<>();
        for (String number : numbers) {
            NamedMember member = byNumber.get(number);
            placed.add(
                    member == null
                            ? new Placed(number, new LocalizedText("", ""), EnrolmentState.DECLINED, "unknown-number")
                            : place(viewer, seating, member));
        }
        office.audit().record(viewer, "training.enrol-many", "offering", offering);
        return placed;
    }

    /** What is known of everybody before the first is seated, and how many places are left now. */
    private static final class Seating {
        private final Offering offering;
        private final Map<PersonId, List<Reason>> reasons;
        private int left;

        Seating(Offering offering, Map<PersonId, List<Reason>> reasons, int left) {
            this.offering = offering;
            this.reasons = reasons;
            this.left = left;
        }

        String why(PersonId person) {
            List<Reason> against = reasons.getOrDefault(person, List.of());
            return !against.isEmpty() ? against.getFirst().key() : left <= 0 ? "full" : "";
        }
    }

    private Placed place(Viewer viewer, Seating seating, NamedMember member) {
        PersonId person = member.person();
        Offering o = seating.offering;
        var held = rows.findLast(o.id(), person).filter(e -> e.state().isHeld());
        if (held.isPresent() && held.get().state() == EnrolmentState.BOOKED) {
            return placed(member, "");
        }
        String why = seating.why(person);
        if (why.isEmpty() && !classroom.seat(o, person)) {
            why = "overlap";
        }
        if (!why.isEmpty()) {
            return placed(member, why);
        }
        seating.left--;
        Instant now = now();
        held.ifPresentOrElse(
                e -> rows.change(e, EnrolmentState.BOOKED, "", viewer.signedIn(), now),
                () -> rows.insert(Ids.next(), o.id(), person, EnrolmentState.BOOKED, "cohort", viewer.signedIn(), now));
        office.news().tell(person, "place-given", o);
        return placed(member, "");
    }

    private static Placed placed(NamedMember member, String why) {
        EnrolmentState state = why.isEmpty() ? EnrolmentState.BOOKED : EnrolmentState.DECLINED;
        return new Placed(String.valueOf(member.number()), member.name(), state, why);
    }

    private Instant now() {
        return office.clock().instant();
    }
}
