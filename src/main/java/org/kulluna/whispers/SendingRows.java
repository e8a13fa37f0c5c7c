package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A whisper on its way: what the desk writes of it stands in {@link WhisperRows}. */
@Repository
class SendingRows {
    private static final String SELECT = """
            select w.id, w.unit_code, w.state, w.urgent, w.on_app, w.on_screens, w.send_at, w.expires_at, w.sent_at,
                   w.planned_at, w.pushed_at, w.recalled_at, w.planned_count, w.suppressed_count, w.push_count, w.released_everywhere,
                   (select t.title from whispers.wording t
                     where t.whisper_id = w.id and t.revision = w.revision and t.language = 'ar') as title_ar,
                   (select t.title from whispers.wording t
                     where t.whisper_id = w.id and t.revision = w.revision and t.language = 'en') as title_en
              from whispers.whisper w
            """;
    private final JdbcClient sql;

    SendingRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** @throws Refusal NOT_FOUND */
    SendingView get(UUID id) {
        return sql.sql(SELECT + " where w.id = :id")
                .param("id", id)
                .query(SendingRows::fromRow)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Nobody else moves it until this transaction ends. @throws Refusal NOT_FOUND */
    SendingView lock(UUID id) {
        return sql.sql(SELECT + " where w.id = :id for no key update of w")
                .param("id", id)
                .query(SendingRows::fromRow)
                .optional()
                .orElseThrow(Refusal::notFound);
    }

    /** Each by one node; the urgent ones first. */
    List<SendingView> takeDue(Instant now) {
        return sql.sql(SELECT + """
                 where w.state = 'scheduled' and w.send_at <= :now
                 order by w.urgent desc, w.send_at, w.id limit 1 for no key update of w skip locked""")
                .param("now", WhisperRows.utc(now))
                .query(SendingRows::fromRow)
                .list();
    }

    /** Only a revision that somebody approved goes. False when it is none. */
    boolean release(UUID id, Instant now, Instant end) {
        return sql.sql("""
                update whispers.whisper w
                   set state = 'sent', sent_at = :now, send_at = least(w.send_at, :now), expires_at = coalesce(w.expires_at, :end), changed_at = :now,
                       urgent_until = case when w.urgent then coalesce(w.expires_at, :now::timestamptz + interval '1 hour') end,
                       version = w.version + 1
                 where w.id = :id and w.state in ('approved', 'scheduled')
                   and exists (select from whispers.review v
                                where v.whisper_id = w.id and v.revision = w.revision and v.kind = 'approved')""")
                        .param("id", id)
                        .param("now", WhisperRows.utc(now))
                        .param("end", WhisperRows.utc(end))
                        .update()
                == 1;
    }

    void schedule(UUID id, Instant at, Instant now) {
        sql.sql("""
                update whispers.whisper set state = 'scheduled', send_at = :at, changed_at = :now, version = version + 1
                 where id = :id""")
                .param("id", id)
                .param("at", WhisperRows.utc(at))
                .param("now", WhisperRows.utc(now))
                .update();
    }

    void unschedule(UUID id, Instant now) {
        sql.sql("""
                update whispers.whisper set state = 'approved', send_at = null, changed_at = :now, version = version + 1
                 where id = :id""").param("id", id).param("now", WhisperRows.utc(now)).update();
    }

    /** Nobody approved what it says now: a draft again. */
    void giveBack(UUID id, Instant now) {
        sql.sql("""
                update whispers.whisper set state = 'draft', send_at = null, changed_at = :now, version = version + 1
                 where id = :id""").param("id", id).param("now", WhisperRows.utc(now)).update();
    }

    boolean recall(UUID id, Instant now) {
        return sql.sql("""
                update whispers.whisper set state = 'recalled', recalled_at = :now, changed_at = :now, version = version + 1
                 where id = :id and state = 'sent'""").param("id", id).param("now", WhisperRows.utc(now)).update() == 1;
    }

    /** What the planner needs to know. */
    record Plan(
            UUID id,
            String unit,
            String theme,
            String audience,
            boolean onApp,
            boolean urgent,
            Instant sentAt,
            Instant expiresAt,
            boolean everywhere,
            @Nullable UUID pushedUpTo,
            List<Wording> wordings) {
        /** The unit whose people may be told; null: the whole programme. */
        @Nullable
        String within() {
            return everywhere ? null : unit;
        }
    }

    private static final String PLAN = """
            select w.id, w.unit_code, w.theme, w.audience, w.on_app, w.urgent, w.sent_at, w.expires_at,
                   w.released_everywhere, w.pushed_up_to,
                   (select jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'body', t.body,
                               'pictureAlt', t.picture_alt))
                      from whispers.wording t where t.whisper_id = w.id and t.revision = w.revision) as wordings
              from whispers.whisper w
            """;

    /**
     * One that nobody plans: urgent ones first, then the one that waits longest.
     *
     * @param except those that went wrong a moment ago: they must not hold up the others
     */
    Optional<Plan> takeUnplanned(Collection<UUID> except) {
        return sql.sql(PLAN + """
                 where w.state = 'sent' and w.planned_at is null and w.id <> all(:except::uuid[])
                 order by w.urgent desc, w.sent_at, w.id limit 1 for no key update of w skip locked""")
                .param("except", except.toArray(UUID[]::new))
                .query(SendingRows::planned)
                .optional();
    }

    /** Urgent ones for inboxes that nobody planned yet: few, and for seconds only. Nothing is locked. */
    List<Plan> listUrgentUnplanned(Instant now) {
        return sql.sql(PLAN + """
                 where w.state = 'sent' and w.planned_at is null and w.urgent and w.on_app and w.expires_at > :now
                 order by w.sent_at desc, w.id desc limit 5""")
                .param("now", WhisperRows.utc(now))
                .query(SendingRows::planned)
                .list();
    }

    /** One whose devices are not all told, and that has not ended. */
    Optional<Plan> takeUnpushed(Collection<UUID> except, Instant now) {
        return sql.sql(PLAN + """
                 where w.state = 'sent' and w.planned_at is not null and w.pushed_at is null and w.expires_at > :now
                   and w.id <> all(:except::uuid[])
                 order by w.urgent desc, w.sent_at, w.id limit 1 for no key update of w skip locked""")
                .param("now", WhisperRows.utc(now))
                .param("except", except.toArray(UUID[]::new))
                .query(SendingRows::planned)
                .optional();
    }

    void planned(UUID id, int all, int suppressed, Instant now) {
        sql.sql("""
                update whispers.whisper set planned_at = :now, planned_count = :all, suppressed_count = :suppressed
                 where id = :id""")
                .param("id", id)
                .param("all", all)
                .param("suppressed", suppressed)
                .param("now", WhisperRows.utc(now))
                .update();
    }

    /** @param upTo the last one queued; null when there are no more */
    void pushed(UUID id, @Nullable UUID upTo, int more, Instant now) {
        sql.sql("""
                update whispers.whisper w
                   set pushed_up_to = coalesce(:upTo::uuid, w.pushed_up_to), push_count = w.push_count + :more,
                       pushed_at = case when :upTo::uuid is null then :now::timestamptz end,
                       passed_count = w.passed_count + (
                           select count(*) from whispers.recipient r
                            where r.whisper_id = w.id and r.person_id <= :upTo::uuid
                              and r.person_id > coalesce(w.pushed_up_to, '00000000-0000-0000-0000-000000000000')
                              and r.suppressed is null and r.due_at < w.expires_at)
                 where w.id = :id""")
                .param("id", id)
                .param("upTo", upTo)
                .param("more", more)
                .param("now", WhisperRows.utc(now))
                .update();
    }

    private static Plan planned(ResultSet rs, int row) throws SQLException {
        return new Plan(
                rs.getObject("id", UUID.class),
                rs.getString("unit_code"),
                rs.getString("theme"),
                rs.getString("audience"),
                rs.getBoolean("on_app"),
                rs.getBoolean("urgent"),
                rs.getObject("sent_at", java.time.OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", java.time.OffsetDateTime.class).toInstant(),
                rs.getBoolean("released_everywhere"),
                rs.getObject("pushed_up_to", UUID.class),
                WhisperRows.wordings(rs.getString("wordings")));
    }

    static SendingView fromRow(ResultSet rs, int row) throws SQLException {
        return new SendingView(
                rs.getObject("id", UUID.class),
                rs.getString("unit_code"),
                new LocalizedText(text(rs, "title_ar"), text(rs, "title_en")),
                rs.getString("state"),
                rs.getBoolean("urgent"),
                rs.getBoolean("on_app"),
                rs.getBoolean("on_screens"),
                WhisperRows.instant(rs, "send_at"),
                WhisperRows.instant(rs, "expires_at"),
                WhisperRows.instant(rs, "sent_at"),
                WhisperRows.instant(rs, "planned_at"),
                WhisperRows.instant(rs, "pushed_at"),
                WhisperRows.instant(rs, "recalled_at"),
                rs.getInt("planned_count"),
                rs.getInt("suppressed_count"),
                rs.getInt("push_count"),
                rs.getBoolean("released_everywhere"));
    }

    private static String text(ResultSet rs, String column) throws SQLException {
        String text = rs.getString(column);
        return text == null ? "" : text;
    }
}
