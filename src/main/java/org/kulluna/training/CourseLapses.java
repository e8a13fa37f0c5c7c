package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidates;
import org.kulluna.eligibility.Reason;
import org.kulluna.membership.StandingChanged;
import org.kulluna.people.PapersChanged;
import org.kulluna.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Judges a person's places in courses to come anew when something about them changed, in the transaction that changed it:
 * places they may not keep go to the next who waits, and they are told why and the way back. As seats on shifts do.
 */
@Component
class CourseLapses {
    private final OfferingRows offerings;
    private final EnrolmentRows rows;
    private final Classroom classroom;
    private final Telling telling;
    private final Clock clock;

    /** What is known of the person, and how they are told. */
    @Component("trainingTelling")
    record Telling(Candidates candidates, WaysBack ways, CourseNews news) {}

    CourseLapses(OfferingRows offerings, EnrolmentRows rows, Classroom classroom, Telling telling, Clock clock) {
        this.offerings = offerings;
        this.rows = rows;
        this.classroom = classroom;
        this.telling = telling;
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

    /** How many places were taken back. */
    @Transactional(propagation = Propagation.REQUIRED)
    public int judge(PersonId person) {
        Instant now = clock.instant();
        rows.lockPerson(person);
        List<UUID> touched = offeringsOf(rows.listHeldBy(person, now));
        if (touched.isEmpty()) {
            return 0;
        }
        offerings.lock(touched);
        List<Enrolment> held = rows.listHeldBy(person, now);
        Map<UUID, Offering> all = offerings.byId(touched);
        Candidate candidate = telling.candidates().get(person, now);
        int lapsed = 0;
        for (Enrolment e : held) {
            Offering o = all.get(e.offering());
            lapsed += o != null && judge(o, e, candidate, now) ? 1 : 0;
        }
        // Only now: a place that lapsed may be what kept them from another they wait for.
        touched.forEach(o -> classroom.promote(o, now));
        return lapsed;
    }

    private static List<UUID> offeringsOf(List<Enrolment> held) {
        return held.stream().map(Enrolment::offering).distinct().toList();
    }

    /** Whoever waits may mend what is missing, unless they are no member any more: they leave the list. */
    private boolean judge(Offering o, Enrolment held, Candidate candidate, Instant now) {
        boolean booked = held.state() == EnrolmentState.BOOKED;
        List<Reason> reasons = Classroom.reasonsToLapse(o, candidate, now).stream()
                .filter(r -> booked || r.key().equals("not-a-member"))
                .toList();
        if (reasons.isEmpty()) {
            return false;
        }
        Reason first = reasons.getFirst();
        boolean ended = classroom.end(o, held, EnrolmentState.LAPSED, first.key(), null, now);
        if (!ended || !booked) {
            return false;
        }
        tell(o, held.person(), first, candidate, now);
        return true;
    }

    private void tell(Offering o, PersonId person, Reason reason, Candidate candidate, Instant now) {
        String missing = reason.args().getOrDefault("qualification", "");
        List<Candidate.Span> held = candidate.qualifications().getOrDefault(missing, List.of());
        telling.news().tellLapse(person, o, reason, telling.ways().to(missing, held, now));
    }
}
