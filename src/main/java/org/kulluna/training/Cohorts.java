package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.eligibility.Reason;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
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
    public List<RosterLine> roster(Viewer viewer, UUID offering) {
        offerings.get(viewer, offering);
        return roster.list(offering);
    }

    /**
     * The office's answer to a request.
     *
     * @throws Refusal NOT_FOUND; CONFLICT not-eligible ..., not-now
     */
    @Transactional
    public Enrolment decide(Viewer viewer, UUID offering, UUID enrolment, boolean yes, String reason) {
        offerings.get(viewer, offering);
        Enrolment asked =
                rows.find(enrolment).filter(e -> e.offering().equals(offering)).orElseThrow(Refusal::notFound);
        rows.lockPerson(asked.person());
        Offering o = classroom.lock(offering);
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

    /** What became of one number of a cohort. {@code reason} is a key under {@code training.cohort.}, empty when placed. */
    public record Placed(long number, LocalizedText name, EnrolmentState state, String reason) {}

    /**
     * Gives places to members by their numbers, in that order; who may not have one is told apart with the reason, and the
     * others go on. Those who have a place keep it: the same list sent twice changes nothing.
     *
     * @throws Refusal NOT_FOUND; CONFLICT offering-closed; INVALID numbers when there are too many
     */
    @Transactional
    public List<Placed> enrolMany(Viewer viewer, UUID offering, List<Long> numbers) {
        offerings.get(viewer, offering);
        if (numbers.size() > MOST) {
            throw Refusal.invalid("numbers", "too-many");
        }
        List<NamedMember> people = roster.byNumber(numbers);
        people.stream()
                .map(NamedMember::person)
                .sorted(java.util.Comparator.comparing(p -> p.value()))
                .forEach(rows::lockPerson);
        Offering o = classroom.lock(offering);
        if (o.state() != OfferingState.OPEN) {
            throw Refusal.conflict("offering-closed");
        }
        Instant now = now();
        List<Placed> placed = new ArrayList<>();
        for (long number : numbers) {
            placed.add(people.stream()
                    .filter(p -> p.number() == number)
                    .findFirst()
                    .map(p -> place(viewer, offering, p, now))
                    .orElseGet(() ->
                            new Placed(number, new LocalizedText("", ""), EnrolmentState.DECLINED, "unknown-number")));
        }
        office.audit().record(viewer, "training.enrol-many", "offering", offering);
        return placed;
    }

    private Placed place(Viewer viewer, UUID offering, NamedMember member, Instant now) {
        PersonId person = member.person();
        Offering o = classroom.get(offering);
        var held = rows.findLast(offering, person).filter(e -> e.state().isHeld());
        if (held.isPresent() && held.get().state() == EnrolmentState.BOOKED) {
            return new Placed(member.number(), member.name(), EnrolmentState.BOOKED, "");
        }
        List<Reason> reasons = classroom.reasonsAgainst(o, person, now);
        String why = !reasons.isEmpty() ? reasons.getFirst().key() : o.isFull() ? "full" : "";
        if (why.isEmpty() && !classroom.seat(o, person)) {
            why = "overlap";
        }
        if (!why.isEmpty()) {
            return new Placed(member.number(), member.name(), EnrolmentState.DECLINED, why);
        }
        held.ifPresentOrElse(
                e -> rows.change(e, EnrolmentState.BOOKED, "", viewer.signedIn(), now),
                () -> rows.insert(
                        Ids.next(), offering, person, EnrolmentState.BOOKED, "cohort", viewer.signedIn(), now));
        office.news().tell(person, "place-given", o);
        return new Placed(member.number(), member.name(), EnrolmentState.BOOKED, "");
    }

    private Instant now() {
        return office.clock().instant();
    }
}
