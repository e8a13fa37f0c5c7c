package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.eligibility.Reason;
import org.kulluna.people.PersonsMerged;
import org.kulluna.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two records are one person: the places of the other record in offerings that are not settled, and what it teaches from
 * now on, go over to the kept one, in the transaction that merges them. What was settled stays as it was lived, and awards
 * stand with whoever answers for the person now.
 */
@Component
class MergedCourses {
    private final OfferingRows offerings;
    private final EnrolmentRows rows;
    private final Classroom classroom;
    private final SessionPlan plan;
    private final Telling telling;

    @Component("trainingMergeTelling")
    record Telling(CourseNews news, Clock clock) {}

    MergedCourses(OfferingRows offerings, EnrolmentRows rows, Classroom classroom, SessionPlan plan, Telling telling) {
        this.offerings = offerings;
        this.rows = rows;
        this.classroom = classroom;
        this.plan = plan;
        this.telling = telling;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PersonsMerged merged) {
        Instant now = telling.clock().instant();
        rows.lockPeople(List.of(merged.from(), merged.into()));
        List<UUID> touched = rows.listUnsettledOf(merged.from()).stream()
                .map(Enrolment::offering)
                .distinct()
                .toList();
        offerings.lock(touched);
        for (Enrolment held : rows.listUnsettledOf(merged.from())) {
            Offering o = offerings.find(held.offering()).orElseThrow();
            move(o, held, merged.into(), now);
            classroom.promote(o.id(), now);
        }
        plan.handOver(merged.from(), merged.into(), now);
    }

    private void move(Offering o, Enrolment held, PersonId into, Instant now) {
        Optional<Enrolment> own = rows.findHeldBy(o.id(), into);
        if (own.isEmpty()) {
            give(o, held, into, now);
            return;
        }
        classroom.end(o, held, EnrolmentState.CANCELLED, "merged", null, now);
        boolean better = held.state() == EnrolmentState.BOOKED && own.get().state() != EnrolmentState.BOOKED;
        if (better && classroom.seat(o, into)) {
            rows.change(own.get(), EnrolmentState.BOOKED, "", null, now);
        }
    }

    private void give(Offering o, Enrolment held, PersonId into, Instant now) {
        rows.give(held.id(), into);
        if (held.state() != EnrolmentState.BOOKED || classroom.handOver(o, held.person(), into, now)) {
            return;
        }
        Enrolment given = rows.find(held.id()).orElseThrow();
        Reason overlap = new Reason("overlap", Map.of(), "");
        classroom.end(o, given, EnrolmentState.LAPSED, overlap.key(), null, now);
        telling.news().tellLapse(into, o, overlap, WaysBack.NONE);
    }
}
