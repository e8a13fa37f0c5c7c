package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Filter;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whispers with the words of their newest revision. */
@Repository
class WhisperRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SELECT = """
            select w.id, w.unit_code, w.theme, w.state, w.revision, w.segment_id, w.audience, w.on_app, w.on_screens,
                   w.send_at, w.expires_at, w.urgent, w.urgent_reason, w.sent_at, w.recalled_at, w.created_by,
                   w.created_at, w.changed_at, w.version, r.picture_id,
                   (select jsonb_agg(jsonb_build_object('language', t.language, 'title', t.title, 'body', t.body,
                               'pictureAlt', t.picture_alt)
                           order by t.language <> 'ar', t.language <> 'en', t.language)
                      from whispers.wording t
                     where t.whisper_id = w.id and t.revision = w.revision) as wordings
              from whispers.whisper w
              join whispers.revision r on r.whisper_id = w.id and r.number = w.revision
            """;

    private final JdbcClient sql;
    private final RevisionRows revisions;

    WhisperRows(JdbcClient sql, RevisionRows revisions) {
        this.sql = sql;
        this.revisions = revisions;
    }

    Optional<Whisper> find(UUID id) {
        return sql.sql(SELECT + " where w.id = :id")
                .param("id", id)
                .query(WhisperRows::fromRow)
                .optional();
    }

    /** @throws Refusal NOT_FOUND */
    Whisper get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /** Nobody else changes it until this transaction ends. @throws Refusal NOT_FOUND */
    Whisper lock(UUID id) {
        // Alone and first: locked together with its revision, it would be joined to the one before the wait.
        UUID locked = sql.sql("select id from whispers.whisper where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(Refusal::notFound);
        return get(locked);
    }

    /** With its first revision. False when the id is taken: nothing is stored then. */
    boolean insert(Whisper w) {
        boolean made = sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, revision, search, segment_id, audience, on_app,
                    on_screens, send_at, expires_at, urgent, urgent_reason, sent_at, recalled_at, created_by, created_at,
                    changed_at, version)
                values (:id, :unit, :theme, :state, :revision, :search, :segment, :audience::jsonb, :onApp, :onScreens,
                    :sendAt, :expiresAt, :urgent, :reason, :sentAt, :recalledAt, :by, :createdAt, :changedAt, :version)
                on conflict (id) do nothing""")
                        .params(java.util.Map.of(
                                "id", w.id(), "by", w.createdBy().value()))
                        .param("unit", w.unit())
                        .param("theme", w.theme().text())
                        .param("state", w.state().text())
                        .param("revision", w.revision())
                        .param("search", w.search())
                        .param("segment", w.plan().segment())
                        .param("audience", json(w.plan().audience()))
                        .param("onApp", w.plan().onApp())
                        .param("onScreens", w.plan().onScreens())
                        .param("sendAt", utc(w.plan().sendAt()))
                        .param("expiresAt", utc(w.plan().expiresAt()))
                        .param("urgent", w.plan().urgent())
                        .param("reason", w.plan().urgentReason())
                        .param("sentAt", utc(w.sentAt()))
                        .param("recalledAt", utc(w.recalledAt()))
                        .param("createdAt", utc(w.createdAt()))
                        .param("changedAt", utc(w.changedAt()))
                        .param("version", w.version())
                        .update()
                == 1;
        if (made) {
            revisions.insert(
                    new Revision(w.id(), w.revision(), w.wordings(), w.picture(), w.createdBy(), w.createdAt()));
        }
        return made;
    }

    /** False when somebody changed it since that version; the version goes up by one. */
    boolean update(Whisper w, int version, Instant now) {
        return sql.sql("""
                update whispers.whisper
                   set unit_code = :unit, theme = :theme, state = :state, revision = :revision, search = :search,
                       segment_id = :segment, audience = :audience::jsonb, on_app = :onApp, on_screens = :onScreens,
                       send_at = :sendAt, expires_at = :expiresAt, urgent = :urgent, urgent_reason = :reason,
                       changed_at = :now, version = version + 1
                 where id = :id and version = :before""")
                        .param("id", w.id())
                        .param("before", version)
                        .param("now", utc(now))
                        .param("unit", w.unit())
                        .param("theme", w.theme().text())
                        .param("state", w.state().text())
                        .param("revision", w.revision())
                        .param("search", w.search())
                        .param("segment", w.plan().segment())
                        .param("audience", json(w.plan().audience()))
                        .param("onApp", w.plan().onApp())
                        .param("onScreens", w.plan().onScreens())
                        .param("sendAt", utc(w.plan().sendAt()))
                        .param("expiresAt", utc(w.plan().expiresAt()))
                        .param("urgent", w.plan().urgent())
                        .param("reason", w.plan().urgentReason())
                        .update()
                == 1;
    }

    /** False when it is no longer in that state, or changed since that version. */
    /** To people of all units, or to those of its own only. */
    void reach(UUID id, boolean everywhere) {
        sql.sql("update whispers.whisper set released_everywhere = :everywhere where id = :id")
                .param("id", id)
                .param("everywhere", everywhere)
                .update();
    }

    boolean move(UUID id, WhisperState from, int version, WhisperState to, Instant now) {
        return sql.sql("""
                update whispers.whisper set state = :to, changed_at = :now, version = version + 1
                 where id = :id and state = :from and version = :version""")
                        .param("id", id)
                        .param("from", from.text())
                        .param("version", version)
                        .param("to", to.text())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    static Whisper fromRow(ResultSet rs, int row) throws SQLException {
        return new Whisper(
                rs.getObject("id", UUID.class),
                rs.getString("unit_code"),
                Theme.find(rs.getString("theme")).orElseThrow(),
                WhisperState.of(rs.getString("state")),
                rs.getInt("revision"),
                wordings(rs.getString("wordings")),
                rs.getObject("picture_id", UUID.class),
                new WhisperPlan(
                        rs.getObject("segment_id", UUID.class),
                        filter(rs.getString("audience")),
                        rs.getBoolean("on_app"),
                        rs.getBoolean("on_screens"),
                        instant(rs, "send_at"),
                        instant(rs, "expires_at"),
                        rs.getBoolean("urgent"),
                        rs.getString("urgent_reason")),
                instant(rs, "sent_at"),
                instant(rs, "recalled_at"),
                new PersonId(rs.getObject("created_by", UUID.class)),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                rs.getInt("version"));
    }

    static List<Wording> wordings(@Nullable String json) {
        return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<Wording>>() {});
    }

    static String json(Filter filter) {
        return JSON.writeValueAsString(filter);
    }

    /** What is left out narrows nothing: an empty object means everybody. */
    static Filter filter(String json) {
        return JSON.readValue(json, Filter.class);
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
