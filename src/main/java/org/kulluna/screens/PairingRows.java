package org.kulluna.screens;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PairingRows {
    private static final RowMapper<Pairing> ROW = (rs, n) -> new Pairing(
            rs.getObject("id", UUID.class),
            rs.getBytes("poll_hash"),
            rs.getObject("screen_id", UUID.class),
            rs.getObject("expires_at", OffsetDateTime.class).toInstant());

    private final JdbcClient sql;

    PairingRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when somebody holds that code already. */
    boolean insert(UUID id, byte[] code, byte[] poll, Instant now, Instant expires) {
        return sql.sql("""
                insert into screens.pairing (id, code_hash, poll_hash, created_at, expires_at)
                values (:id, :code, :poll, :now, :expires) on conflict do nothing""")
                        .param("id", id)
                        .param("code", code)
                        .param("poll", poll)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** One of two officers gets it; the same screen again gets it again. */
    Optional<Pairing> take(byte[] code, UUID screen, Instant now) {
        return sql.sql("""
                update screens.pairing set taken_at = coalesce(taken_at, :now), screen_id = :screen
                 where code_hash = :code and expires_at > :now and (screen_id is null or screen_id = :screen)
                returning id, poll_hash, screen_id, expires_at""")
                .param("code", code)
                .param("screen", screen)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ROW)
                .optional();
    }

    Optional<Pairing> findByPoll(byte[] poll) {
        return sql.sql("select id, poll_hash, screen_id, expires_at from screens.pairing where poll_hash = :poll")
                .param("poll", poll)
                .query(ROW)
                .optional();
    }

    int forget(Instant before) {
        return sql.sql("delete from screens.pairing where expires_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
