package org.kulluna.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HistoryRows {
    private final JdbcClient sql;

    HistoryRows(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Viewer by, PersonId person, @Nullable UUID application, String kind, String detail, Instant now) {
        PersonId actor = by.person();
        sql.sql("""
                insert into membership.history (id, person_id, application_id, kind, happened_at, done_by, detail)
                values (:id, :person, :application, :kind, :now, :by, :detail)""")
                .param("id", Ids.next())
                .param("person", person.value())
                .param("application", application)
                .param("kind", kind)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", actor == null ? null : actor.value())
                .param("detail", detail)
                .update();
    }

    /** Oldest first. */
    List<HistoryEntry> list(PersonId person) {
        return sql.sql("""
                select h.kind, h.happened_at, h.detail, d.name_ar, d.name_en
                  from membership.history h left join people.directory d on d.person_id = h.done_by
                 where h.person_id = :person order by h.happened_at, h.id""")
                .param("person", person.value())
                .query(HistoryRows::fromRow)
                .list();
    }

    List<HistoryEntry> listOf(UUID application) {
        return sql.sql("""
                select h.kind, h.happened_at, h.detail, d.name_ar, d.name_en
                  from membership.history h left join people.directory d on d.person_id = h.done_by
                 where h.application_id = :application order by h.happened_at, h.id""")
                .param("application", application)
                .query(HistoryRows::fromRow)
                .list();
    }

    void move(PersonId from, PersonId into) {
        sql.sql("update membership.history set person_id = :into where person_id = :from")
                .param("into", into.value())
                .param("from", from.value())
                .update();
    }

    void empty(PersonId person) {
        sql.sql("update membership.history set detail = '' where person_id = :person")
                .param("person", person.value())
                .update();
    }

    static HistoryEntry fromRow(ResultSet rs, int row) throws SQLException {
        String ar = rs.getString("name_ar");
        String en = rs.getString("name_en");
        return new HistoryEntry(
                rs.getString("kind"),
                rs.getObject("happened_at", OffsetDateTime.class).toInstant(),
                ar == null || en == null ? null : new LocalizedText(ar, en),
                rs.getString("detail"));
    }
}
