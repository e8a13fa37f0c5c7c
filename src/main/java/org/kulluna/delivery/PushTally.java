package org.kulluna.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds up what sending and receipts put into the counts of a message (by triggers of delivery.push), so that whoever
 * reads them adds few rows. It may be done at any time and by two at once: the sums stay the same.
 */
@Component
class PushTally {
    private final PushTallyRows rows;

    /** The SQL of it. */
    @Repository
    static class PushTallyRows {
        private final JdbcClient sql;

        PushTallyRows(JdbcClient sql) {
            this.sql = sql;
        }

        void fold() {
            sql.sql("""
                    with crowded as (
                        select t.message_id from delivery.push_tally t group by t.message_id having count(*) > 50),
                    gone as (
                        delete from delivery.push_tally t using crowded c where t.message_id = c.message_id
                        returning t.message_id, t.best, t.people)
                    insert into delivery.push_tally (message_id, best, people)
                    select g.message_id, g.best, sum(g.people) from gone g
                     group by g.message_id, g.best having sum(g.people) <> 0""").update();
        }
    }

    PushTally(PushTallyRows rows) {
        this.rows = rows;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    @Transactional
    public void fold() {
        rows.fold();
    }
}
