package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Selection;
import org.kulluna.delivery.InboxSource;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What members have of whispers. A person has what any record of theirs got, each whisper once.
 */
@Repository
class WhisperInboxRows {
    private static final String OF_PERSON = """
              from whispers.whisper w
              join lateral (
                  select max(c.read_at) as read_at, max(coalesce(c.read_at, c.cleared_at)) as away_at
                    from people.lineage n
                    join whispers.recipient c on c.whisper_id = w.id and c.person_id = n.person_id
                   where n.canonical_id = :person and c.suppressed is null
                  having count(*) > 0) r on true
            """;
    /** In the inbox: not ended, and not taken back before it was read. */
    private static final String SHOWN =
            " w.sent_at is not null and w.expires_at > :now and (w.state = 'sent' or r.read_at is not null) ";

    /** Nobody is planned yet. */
    private static final String OF_NOBODY = """
              from whispers.whisper w
             cross join (select null::timestamptz as read_at, null::timestamptz as away_at) r
            """;

    private static final String FIELDS = """
            select w.id, w.theme, w.urgent, w.sent_at, w.expires_at, w.recalled_at, r.read_at, r.away_at, v.picture_id,
                   case when w.urgent then coalesce(w.urgent_until, w.expires_at) end as urgent_until,
                   t.language, t.title, t.body, t.picture_alt
            """;
    private static final String WORDS = """
              join whispers.revision v on v.whisper_id = w.id and v.number = w.revision
              join lateral (
                  select o.language, o.title, o.body, o.picture_alt from whispers.wording o
                   where o.whisper_id = w.id and o.revision = w.revision
                   order by o.language = :language desc,
                            o.language = case when :language = any(:rightToLeft::text[]) then 'ar' else 'en' end desc,
                            o.language = 'ar' desc, o.language limit 1) t on true
            """;
    private final JdbcClient sql;

    WhisperInboxRows(JdbcClient sql) {
        this.sql = sql;
    }

    int countUnread(PersonId person, Instant now) {
        return sql.sql("select count(*) " + OF_PERSON + " where r.away_at is null and " + SHOWN)
                .param("person", person.value())
                .param("now", WhisperRows.utc(now))
                .query(Integer.class)
                .single();
    }

    List<MemberWhisper> list(
            PersonId person, String language, InboxSource.@Nullable After after, int limit, Instant now) {
        return select(" where " + SHOWN + """
                   and (:at::timestamptz is null
                        or (r.away_at is null, w.sent_at, w.id) < (:unread::boolean, :at::timestamptz, :id::uuid))
                 order by r.away_at is null desc, w.sent_at desc, w.id desc limit :limit""", person, language)
                .param("now", WhisperRows.utc(now))
                .param("unread", after == null ? null : after.unread())
                .param("at", after == null ? null : WhisperRows.utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(WhisperInboxRows::fromRow)
                .list();
    }

    /** All there ever were, but those taken back unread; newest first. */
    List<MemberWhisper> listPast(PersonId person, String language, InboxSource.@Nullable After after, int limit) {
        return select("""
                 where w.sent_at is not null and (w.state = 'sent' or r.read_at is not null)
                   and (:at::timestamptz is null or (w.sent_at, w.id) < (:at::timestamptz, :id::uuid))
                 order by w.sent_at desc, w.id desc limit :limit""", person, language)
                .param("at", after == null ? null : WhisperRows.utc(after.at()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(WhisperInboxRows::fromRow)
                .list();
    }

    /** Urgent ones that hold now and are not opened yet. */
    List<MemberWhisper> listUrgent(PersonId person, String language, Instant now) {
        return select("""
                 where w.urgent and w.state = 'sent' and coalesce(w.urgent_until, w.expires_at) > :now and r.away_at is null
                 order by w.sent_at desc, w.id desc limit 5""", person, language)
                .param("now", WhisperRows.utc(now))
                .query(WhisperInboxRows::fromRow)
                .list();
    }

    Optional<MemberWhisper> find(PersonId person, UUID whisper, String language) {
        return select(" where w.id = :id ", person, language)
                .param("id", whisper)
                .query(WhisperInboxRows::fromRow)
                .optional();
    }

    /**
     * One that is not planned yet, when planning will give it to this person: urgent ones pass the cap and quiet hours, and
     * about safety also the muted theme. Only the record that answers for a person is a member.
     */
    Optional<MemberWhisper> findUnplanned(
            PersonId person, String language, SendingRows.Plan plan, Selection selection) {
        return bind(FIELDS + OF_NOBODY + WORDS + """
                 where w.id = :id and w.planned_at is null and w.state = 'sent'
                   and exists (select from (%s) m where m.person_id = :person)
                   and exists (select from people.sign_in_names a where a.person_id = :person)
                   and (w.theme = 'safety'
                        or not exists (select from delivery.preferences p
                                        where p.person_id = :person and w.theme = any(p.muted)))""".formatted(selection.sql()), person, language)
                .params(selection.params())
                .param("id", plan.id())
                .query(WhisperInboxRows::fromRow)
                .optional();
    }

    private JdbcClient.StatementSpec select(String where, PersonId person, String language) {
        return bind(FIELDS + OF_PERSON + WORDS + where, person, language);
    }

    private JdbcClient.StatementSpec bind(String text, PersonId person, String language) {
        return sql.sql(text)
                .param("person", person.value())
                .param("language", language)
                .param("rightToLeft", RecipientRows.RIGHT_TO_LEFT.toArray(String[]::new));
    }

    void clear(PersonId person, Instant now) {
        sql.sql("""
                update whispers.recipient c set cleared_at = :now
                  from people.lineage n
                 where n.canonical_id = :person and c.person_id = n.person_id and c.suppressed is null
                   and c.whisper_id = any(select w.id from whispers.whisper w
                                           where w.sent_at is not null and w.expires_at > :now)
                   and c.read_at is null and c.cleared_at is null""")
                .param("person", person.value())
                .param("now", WhisperRows.utc(now))
                .update();
    }

    private static MemberWhisper fromRow(ResultSet rs, int row) throws SQLException {
        return new MemberWhisper(
                rs.getObject("id", UUID.class),
                rs.getString("theme"),
                new Wording(
                        rs.getString("language"),
                        rs.getString("title"),
                        rs.getString("body"),
                        rs.getString("picture_alt")),
                rs.getObject("picture_id", UUID.class),
                rs.getBoolean("urgent"),
                WhisperRows.instant(rs, "urgent_until"),
                rs.getObject("sent_at", OffsetDateTime.class).toInstant(),
                WhisperRows.instant(rs, "away_at"),
                WhisperRows.instant(rs, "read_at"),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                WhisperRows.instant(rs, "recalled_at"));
    }
}
