package org.kulluna.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class NoticeRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient sql;

    NoticeRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(UUID id, PersonId person, String key, Map<String, String> args, String link, Instant now) {
        sql.sql("""
                insert into delivery.notice (id, person_id, key, args, link, created_at)
                values (:id, :person, :key, :args::jsonb, :link, :now)""")
                .param("id", id)
                .param("person", person.value())
                .param("key", key)
                .param("args", JSON.writeValueAsString(args))
                .param("link", link)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Notice> list(PersonId person, int limit) {
        return sql.sql("""
                select id, key, args, link, created_at, read_at from delivery.notice
                 where person_id = :person order by created_at desc, id desc limit :limit""")
                .param("person", person.value())
                .param("limit", limit)
                .query(NoticeRows::fromRow)
                .list();
    }

    /** Unread first, then newest first; behind what {@code after} names. */
    List<Notice> list(PersonId person, InboxSource.@Nullable After after, int limit) {
        return sql.sql("""
                select n.id, n.key, n.args, n.link, n.created_at, n.read_at from delivery.notice n
                 where n.person_id = :person
                   and (:at::timestamptz is null
                        or (n.read_at is null, n.created_at, n.id) < (:unread::boolean, :at::timestamptz, :id::uuid))
                 order by n.read_at is null desc, n.created_at desc, n.id desc limit :limit""")
                .param("person", person.value())
                .param("unread", after == null ? null : after.unread())
                .param("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(NoticeRows::fromRow)
                .list();
    }

    int countUnread(PersonId person) {
        return sql.sql("select count(*) from delivery.notice where person_id = :person and read_at is null")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }

    void deleteAll(PersonId person) {
        sql.sql("delete from delivery.notice where person_id = :person")
                .param("person", person.value())
                .update();
    }

    void markAllRead(PersonId person, Instant now) {
        sql.sql("update delivery.notice set read_at = :now where person_id = :person and read_at is null")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    static Notice fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime read = rs.getObject("read_at", OffsetDateTime.class);
        return new Notice(
                rs.getObject("id", UUID.class),
                rs.getString("key"),
                JSON.readValue(rs.getString("args"), new TypeReference<Map<String, String>>() {}),
                rs.getString("link"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                read == null ? null : read.toInstant());
    }
}
