package org.kulluna.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StateRows {
    private final JdbcClient sql;

    StateRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<StateCount> count(UUID whisper) {
        return sql.sql("""
                select c.channel, c.state, c.reason, c.people from whispers.counts c
                 where c.whisper_id = :whisper order by c.channel, c.people desc, c.state, c.reason""")
                .param("whisper", whisper)
                .query((rs, n) -> new StateCount(
                        rs.getString("channel"), rs.getString("state"), rs.getString("reason"), rs.getLong("people")))
                .list();
    }

    List<StateRow> list(UUID whisper, StateFilter filter, @Nullable UUID after, int limit) {
        return sql.sql("""
                select s.channel, s.state, s.shown_reason as reason, s.language, s.region, s.nationality, s.due_at, s.seen_at, s.read_at,
                       s.person_id
                  from whispers.states s
                 where s.whisper_id = :whisper and s.channel = :channel and (:state = '' or s.state = :state)
                   and (:reason = '' or s.reason = replace(:reason, 'none', '') or s.shown_reason = :reason)
                   and (:after::uuid is null or s.person_id > :after::uuid)
                 order by s.person_id limit :limit""")
                .param("whisper", whisper)
                .param("channel", filter.channelOrApp())
                .param("state", filter.stateOrAll())
                .param("reason", filter.reasonOrAll())
                .param("after", after)
                .param("limit", limit)
                .query(StateRows::fromRow)
                .list();
    }

    private static StateRow fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime seen = rs.getObject("seen_at", OffsetDateTime.class);
        OffsetDateTime read = rs.getObject("read_at", OffsetDateTime.class);
        return new StateRow(
                rs.getString("channel"),
                rs.getString("state"),
                rs.getString("reason"),
                rs.getString("language"),
                rs.getString("region"),
                rs.getString("nationality"),
                Objects.requireNonNull(rs.getObject("due_at", OffsetDateTime.class))
                        .toInstant(),
                seen == null ? null : seen.toInstant(),
                read == null ? null : read.toInstant(),
                rs.getObject("person_id", UUID.class));
    }
}
