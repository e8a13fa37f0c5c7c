package org.kulluna.whispers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds up what readers' steps put into the counts of a whisper, so that whoever reads them adds few rows. It may be done
 * at any time and by two at once: the sums stay the same.
 */
@Component
class Tallies {
    private final TallyRows rows;

    /** The SQL of it. */
    @Repository
    static class TallyRows {
        private final JdbcClient sql;

        TallyRows(JdbcClient sql) {
            this.sql = sql;
        }

        void fold() {
            sql.sql("""
                    with crowded as (
                        select t.whisper_id from whispers.tally t group by t.whisper_id having count(*) > 50),
                    gone as (
                        delete from whispers.tally t using crowded c where t.whisper_id = c.whisper_id
                        returning t.whisper_id, t.standing, t.late, t.people)
                    insert into whispers.tally (whisper_id, standing, late, people)
                    select g.whisper_id, g.standing, g.late, sum(g.people) from gone g
                     group by g.whisper_id, g.standing, g.late having sum(g.people) <> 0""").update();
        }
    }

    Tallies(TallyRows rows) {
        this.rows = rows;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    @Transactional
    public void fold() {
        rows.fold();
    }
}
