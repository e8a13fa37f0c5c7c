package org.kulluna.whispers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided of a whisper, and by whom. */
@Repository
class ReviewRows {
    private final JdbcClient sql;

    ReviewRows(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Whisper w, String kind, String reason, PersonId by, Instant now) {
        sql.sql("""
                insert into whispers.review (id, whisper_id, revision, kind, reason, decided_by, decided_at)
                values (:id, :whisper, :revision, :kind, :reason, :by, :now)""")
                .param("id", Ids.next())
                .param("whisper", w.id())
                .param("revision", w.revision())
                .param("kind", kind)
                .param("reason", reason)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether that was the last thing decided of this revision, and by that person. */
    boolean isLast(Whisper w, String kind, PersonId by) {
        return sql.sql("""
                select coalesce((select v.kind = :kind and v.decided_by = :by from whispers.review v
                                  where v.whisper_id = :whisper and v.revision = :revision
                                  order by v.decided_at desc, v.id desc limit 1), false)""")
                .param("whisper", w.id())
                .param("revision", w.revision())
                .param("kind", kind)
                .param("by", by.value())
                .query(Boolean.class)
                .single();
    }

    /** Everybody who wrote a revision of it. */
    List<PersonId> authors(UUID whisper) {
        return sql.sql("select distinct written_by from whispers.revision where whisper_id = :whisper")
                .param("whisper", whisper)
                .query((rs, n) -> new PersonId(rs.getObject("written_by", UUID.class)))
                .list();
    }

    /** Newest first. */
    List<Event> timeline(UUID whisper) {
        return sql.sql("""
                select e.*, d.name_ar, d.name_en
                  from (select 'written' as kind, number as revision, '' as reason, written_by as by, written_at as at,
                               0 as place
                          from whispers.revision where whisper_id = :whisper
                        union all
                        select kind, revision, reason, decided_by, decided_at, 1
                          from whispers.review where whisper_id = :whisper) e
                  left join people.directory d on d.person_id = e.by
                 order by e.at desc, e.revision desc, e.place desc limit 200""")
                .param("whisper", whisper)
                .query((rs, n) -> new Event(
                        rs.getString("kind"),
                        rs.getInt("revision"),
                        rs.getString("reason"),
                        new PersonId(rs.getObject("by", UUID.class)),
                        new LocalizedText(text(rs.getString("name_ar")), text(rs.getString("name_en"))),
                        rs.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String text(@org.jspecify.annotations.Nullable String name) {
        return name == null ? "" : name;
    }
}
