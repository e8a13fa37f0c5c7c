package org.kulluna.volunteering;

import java.time.Clock;
import java.util.List;
import org.kulluna.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every night, seats whose ground fell away without anybody saying so: one node at a time, each person in a transaction of
 * their own, so that one trouble stops nobody else's. Every quarter of an hour, free seats that somebody waits for.
 */
@Component
@EnableScheduling
class SeatSweep {
    private static final Logger LOG = LoggerFactory.getLogger(SeatSweep.class);
    private final SignUpRows rows;
    private final Lapses lapses;
    private final Openings openings;
    private final TransactionTemplate outer;
    private final TransactionTemplate own;
    private final Clock clock;

    SeatSweep(SignUpRows rows, Lapses lapses, Openings openings, PlatformTransactionManager transactions, Clock clock) {
        this.rows = rows;
        this.lapses = lapses;
        this.openings = openings;
        this.outer = new TransactionTemplate(transactions);
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Dubai")
    void nightly() {
        int lapsed = sweep();
        LOG.info("{} seats lapsed", lapsed);
    }

    /** Whoever waits beside a free seat and may take it by now does not wait for somebody else to stir. */
    @Scheduled(cron = "0 5/15 * * * *")
    void offer() {
        openings.offerAll();
    }

    /** How many seats lapsed; none when another node is at it. */
    int sweep() {
        Integer lapsed = outer.execute(t -> rows.tryLockSweep() ? each(rows.listDoubtful(clock.instant())) : 0);
        return lapsed == null ? 0 : lapsed;
    }

    private int each(List<PersonId> people) {
        int lapsed = 0;
        for (PersonId person : people) {
            try {
                Integer of = own.execute(t -> lapses.judge(person));
                lapsed += of == null ? 0 : of;
            } catch (RuntimeException e) {
                LOG.error("seats of {} could not be judged", person, e);
            }
        }
        return lapsed;
    }
}
