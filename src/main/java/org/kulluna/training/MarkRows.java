package org.kulluna.training;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Marks on places. */
@Repository
class MarkRows {
    private final JdbcClient sql;

    MarkRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Others may mark too; who would close the offering waits. */
    void hold(UUID offering) {
        sql.sql("select id from training.offering where id = :id for share")
                .param("id", offering)
                .query(UUID.class)
                .optional();
    }

    boolean isSeen(UUID enrolment) {
        return sql.sql("select coalesce((select seen from training.published_place where enrolment_id = :id), false)")
                .param("id", enrolment)
                .query(Boolean.class)
                .single();
    }

    void score(UUID enrolment, int percent) {
        sql.sql("""
                update training.enrolment set score = greatest(coalesce(score, 0), :percent), version = version + 1
                 where id = :id and state = 'booked'""").param("id", enrolment).param("percent", percent).update();
    }

    void practical(UUID enrolment, boolean passed) {
        sql.sql("""
                update training.enrolment set practical_passed = :passed, version = version + 1
                 where id = :id and state = 'booked'""").param("id", enrolment).param("passed", passed).update();
    }
}
