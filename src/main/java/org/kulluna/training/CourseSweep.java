package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kulluna.eligibility.Candidate;
import org.kulluna.eligibility.Candidates;
import org.kulluna.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every night, places whose ground fell away without anybody saying so. Each person is judged in a transaction of their
 * own, so that one trouble stops nobody else's; judged twice, by two nodes, they lose and are told once.
 */
@Component
@EnableScheduling
class CourseSweep {
    private static final Logger LOG = LoggerFactory.getLogger(CourseSweep.class);
    private static final int AT_ONCE = 500;
    private final OfferingRows offerings;
    private final EnrolmentRows rows;
    private final Candidates candidates;
    private final CourseLapses lapses;
    private final Clock clock;

    CourseSweep(OfferingRows offerings, EnrolmentRows rows, Candidates candidates, CourseLapses lapses, Clock clock) {
        this.offerings = offerings;
        this.rows = rows;
        this.candidates = candidates;
        this.lapses = lapses;
        this.clock = clock;
    }

    @Scheduled(cron = "0 35 3 * * *", zone = "Asia/Dubai")
    void nightly() {
        int lapsed = sweep();
        LOG.info("{} places in courses lapsed", lapsed);
    }

    /** How many places lapsed. */
    int sweep() {
        int lapsed = 0;
        for (PersonId person : doubtful(clock.instant())) {
            try {
                lapsed += lapses.judge(person);
            } catch (RuntimeException e) {
                LOG.error("places of {} could not be judged", person, e);
            }
        }
        return lapsed;
    }

    /** By the one rule there is, people by the hundred. */
    private Set<PersonId> doubtful(Instant now) {
        List<Enrolment> booked = rows.listBookedToCome(now);
        Map<UUID, Offering> all = offerings.byId(
                booked.stream().map(Enrolment::offering).distinct().toList());
        Set<PersonId> doubtful = new LinkedHashSet<>();
        for (int from = 0; from < booked.size(); from += AT_ONCE) {
            List<Enrolment> batch = booked.subList(from, Math.min(booked.size(), from + AT_ONCE));
            Map<PersonId, Candidate> known =
                    candidates.byId(batch.stream().map(Enrolment::person).toList(), now);
            for (Enrolment e : batch) {
                Candidate c = known.get(e.person());
                Offering o = all.get(e.offering());
                if (c != null
                        && o != null
                        && !Classroom.reasonsToLapse(o, c, now).isEmpty()) {
                    doubtful.add(e.person());
                }
            }
        }
        return doubtful;
    }
}
