package org.kulluna.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * Takes, frees and hands on places, inside the caller's transaction and under the lock of the offering's row. Locks are
 * taken in one order (person, offerings by id), so nobody waits in a circle.
 */
@Component
class Classroom {
    static final String KIND = "session";
    private static final int BATCH = 50;

    private final OfferingRows offerings;
    private final EnrolmentRows enrolments;
    private final Commitments commitments;
    private final Candidates candidates;
    private final CourseNews news;

    Classroom(
            OfferingRows offerings,
            EnrolmentRows enrolments,
            Commitments commitments,
            Candidates candidates,
            CourseNews news) {
        this.offerings = offerings;
        this.enrolments = enrolments;
        this.commitments = commitments;
        this.candidates = candidates;
        this.news = news;
    }

    /** The offering as it stands under the lock. */
    Offering lock(UUID offering) {
        offerings.lock(List.of(offering));
        return offerings.find(offering).orElseThrow(org.kulluna.shared.Refusal::notFound);
    }

    Offering get(UUID offering) {
        return offerings.find(offering).orElseThrow(org.kulluna.shared.Refusal::notFound);
    }

    List<Reason> reasonsAgainst(Offering o, PersonId person, Instant now) {
        return reasonsAgainst(o, candidates.get(person, now), now);
    }

    /** Of many at once, in a few questions to the database. */
    Map<PersonId, List<Reason>> reasonsAgainst(Offering o, Collection<NamedMember> people, Instant now) {
        Map<PersonId, List<Reason>> all = new HashMap<>();
        List<PersonId> ids = people.stream().map(NamedMember::person).toList();
        for (int from = 0; from < ids.size(); from += 500) {
            candidates
                    .byId(ids.subList(from, Math.min(ids.size(), from + 500)), now)
                    .forEach((person, candidate) -> all.put(person, reasonsAgainst(o, candidate, now)));
        }
        return all;
    }

    /** What stands between a person and a place: who already holds what the course gives waits for its window. */
    static List<Reason> reasonsAgainst(Offering o, Candidate candidate, Instant now) {
        List<Reason> all = new ArrayList<>(reasonsToLapse(o, candidate, now));
        String gives = o.course().qualification();
        if (gives != null && !o.sessions().isEmpty()) {
            List<Candidate.Span> held = candidate.qualifications().getOrDefault(gives, List.of());
            Recertification.tooEarly(o.course(), Results.lastDay(o), held).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /**
     * What takes a place back. Every session is asked for; a reason that several give is said once. Without a date
     * nothing stands between.
     */
    static List<Reason> reasonsToLapse(Offering o, Candidate candidate, Instant now) {
        Map<String, Reason> all = new LinkedHashMap<>();
        for (Session s : o.sessions()) {
            for (Reason r : Eligibility.reasonsAgainst(candidate, s.demand(o.course()), now)) {
                all.putIfAbsent(r.key() + r.args().getOrDefault("qualification", ""), r);
            }
        }
        return List.copyOf(all.values());
    }

    /** Counts, binds and expects somebody whose enrolment says booked. False when they are bound elsewhere. */
    boolean seat(Offering o, PersonId person) {
        List<Session> bound = new ArrayList<>();
        for (Session s : o.sessions()) {
            if (!commitments.tryBind(person, s.startsAt(), s.endsAt(), KIND, s.id())) {
                bound.forEach(b -> commitments.release(person, KIND, b.id()));
                return false;
            }
            bound.add(s);
        }
        offerings.count(o.id(), 1);
        o.sessions().forEach(s -> news.expect(s, person));
        return true;
    }

    /**
     * Binds and expects another record of the same person in what is still to come. False when that one is bound
     * elsewhere: then neither is bound.
     */
    boolean handOver(Offering o, PersonId from, PersonId into, Instant now) {
        List<Session> coming = o.sessions().stream().filter(s -> !s.isOver(now)).toList();
        for (Session s : coming) {
            commitments.release(from, KIND, s.id());
            news.unexpect(s, from);
        }
        for (Session s : coming) {
            if (!commitments.tryBind(into, s.startsAt(), s.endsAt(), KIND, s.id())) {
                coming.forEach(b -> commitments.release(into, KIND, b.id()));
                return false;
            }
        }
        coming.forEach(s -> news.expect(s, into));
        return true;
    }

    /** Ends or settles a place; a booked one that is given back is free afterwards. */
    boolean end(Offering o, Enrolment held, EnrolmentState to, String reason, @Nullable PersonId by, Instant now) {
        if (!held.state().canBecome(to) || !enrolments.change(held, to, reason, by, now)) {
            return false;
        }
        if (held.state() == EnrolmentState.BOOKED && !to.isSettled()) {
            offerings.count(o.id(), -1);
            o.sessions().forEach(s -> {
                commitments.release(held.person(), KIND, s.id());
                news.unexpect(s, held.person());
            });
        }
        return true;
    }

    /**
     * Gives free places to those who wait, in order. Whoever may not take one today keeps their place in the list, is
     * passed over and told why, once for each reason.
     */
    void promote(UUID offering, Instant now) {
        int passedOver = 0;
        while (true) {
            Offering o = offerings.find(offering).orElseThrow();
            if (o.state() != OfferingState.OPEN || o.hasStarted(now) || o.isFull()) {
                return;
            }
            List<Enrolment> batch = enrolments.listWaiting(offering, passedOver, BATCH);
            if (batch.isEmpty()) {
                return;
            }
            passedOver += promote(o, batch, now);
        }
    }

    /** How many of the batch stay in the list. */
    private int promote(Offering o, List<Enrolment> batch, Instant now) {
        Map<PersonId, Candidate> known =
                candidates.byId(batch.stream().map(Enrolment::person).toList(), now);
        int free = o.placesLeft();
        int stay = 0;
        for (Enrolment next : batch) {
            if (free == 0) {
                break;
            }
            Candidate candidate = known.get(next.person());
            List<Reason> reasons = candidate == null
                    ? List.of(new Reason("not-a-member", Map.of(), ""))
                    : reasonsAgainst(o, candidate, now);
            if (reasons.isEmpty() && seat(o, next.person())) {
                enrolments.change(next, EnrolmentState.BOOKED, "", null, now);
                news.tell(next.person(), "place-promoted", o);
                free--;
            } else {
                stay++;
                Reason first = reasons.isEmpty() ? new Reason("overlap", Map.of(), "") : reasons.getFirst();
                if (enrolments.passOver(next.id(), first.key())) {
                    news.tell(next.person(), "place-passed-over", o, first);
                }
            }
        }
        return stay;
    }

    void releaseAll(Offering o) {
        o.sessions().forEach(this::release);
    }

    void release(Session s) {
        commitments.releaseAll(KIND, s.id());
    }
}
