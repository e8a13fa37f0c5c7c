package org.kulluna.training;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kulluna.delivery.Notices;
import org.kulluna.eligibility.Candidate;
import org.kulluna.shared.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells holders sixty, thirty and seven days before an award ends, and where the next course with a free place is. A row
 * for each award and step is written with the notice, so two nodes, or one that starts again, tell nobody twice; a house
 * that was down for days tells only the nearest step.
 */
@Component
@EnableScheduling
class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    static final int AT_ONCE = 200;
    private final ReminderRows rows;
    private final WaysBack ways;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(ReminderRows rows, WaysBack ways, Notices notices, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.ways = ways;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the evening once more: for a house that was down in the morning. */
    @Scheduled(cron = "0 0 9,18 * * *", zone = "Asia/Dubai")
    void daily() {
        LOG.info("{} holders were told that a qualification ends", sweep());
    }

    /** How many were told. Days are those of the programme's zone. */
    int sweep() {
        int all = 0;
        int told;
        do {
            Integer some = transaction.execute(t -> rows.tryLock() ? tell() : 0);
            told = some == null ? 0 : some;
            all += told;
        } while (told == AT_ONCE);
        return all;
    }

    private int tell() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        List<ReminderRows.Due> due = rows.take(today, now, AT_ONCE);
        for (ReminderRows.Due one : due) {
            WaysBack.Way way =
                    ways.to(one.qualification(), List.of(new Candidate.Span(one.validFrom(), one.validTo())), now);
            Map<String, String> args = new TreeMap<>(way.args());
            args.put("ar", one.name().ar());
            args.put("en", one.name().en());
            args.put("day", one.validTo().toString());
            notices.tell(one.holder(), "award-ends", args, way.link().isEmpty() ? "/training/mine" : way.link());
        }
        return due.size();
    }
}
