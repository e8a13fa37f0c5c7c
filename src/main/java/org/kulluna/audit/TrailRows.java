package org.kulluna.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/** The trail as it is read: by page, as one file, or chain by chain; never whole in memory. */
@Repository
class TrailRows {
    /** Behind that line, newest first. */
    record After(Instant at, int chain, long number) {
        /** Null for nonsense: the list then begins at its start. */
        static @Nullable After parse(String cursor) {
            if (!cursor.matches("[0-9]{1,12}\\.[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,18}")) {
                return null;
            }
            String[] p = cursor.split("\\.");
            return new After(
                    Instant.ofEpochSecond(Long.parseLong(p[0]), Long.parseLong(p[1]) * 1000),
                    Integer.parseInt(p[2]),
                    Long.parseLong(p[3]));
        }
    }

    private final NamedParameterJdbcTemplate sql;

    TrailRows(DataSource source) {
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(2000);
        this.sql = new NamedParameterJdbcTemplate(template);
    }

    List<TrailEntry> list(TrailFilter filter, @Nullable After after, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("limit", limit);
        return sql.query(select(filter, after, params) + " limit :limit", params, TrailRows::fromRow);
    }

    void export(TrailFilter filter, int limit, Consumer<TrailEntry> visit) {
        Map<String, Object> params = new HashMap<>();
        params.put("limit", limit);
        sql.query(select(filter, null, params) + " limit :limit", params, (RowCallbackHandler)
                rs -> visit.accept(fromRow(rs, 0)));
    }

    List<AuditRows.Head> listHeads() {
        return sql.query(
                "select chain, number, head from audit.chain order by chain",
                Map.of(),
                (rs, n) -> new AuditRows.Head(rs.getInt("chain"), rs.getLong("number"), rs.getBytes("head")));
    }

    List<Integer> listChainsOfEntries() {
        return sql.query("select distinct chain from audit.entry order by chain", Map.of(), (rs, n) -> rs.getInt(1));
    }

    void walk(int chain, Consumer<AuditEntry> visit) {
        sql.query("""
                select chain, number, at, actor, action, subject_kind, subject_id, fields, mac
                  from audit.entry where chain = :chain order by number""", Map.of("chain", chain), (RowCallbackHandler) rs -> visit.accept(AuditRows.fromRow(rs, 0)));
    }

    private static String select(TrailFilter filter, @Nullable After after, Map<String, Object> params) {
        StringBuilder b = new StringBuilder("""
                select e.chain, e.number, e.at, e.actor, e.action, e.subject_kind, e.subject_id, e.fields,
                       d.name_ar, d.name_en, s.username
                  from audit.entry e
                  left join people.directory d on d.person_id = e.actor
                  left join people.sign_in_names s on s.person_id = e.actor
                 where true""");
        String actor = String.valueOf(filter.actor());
        if (!actor.isEmpty()) {
            b.append("\n").append("""
                     and e.actor in (select n.person_id from people.sign_in_names n
                                      where n.username = lower(:actor) or n.person_id::text = lower(:actor)
                                     union all select m.person_id from people.directory m
                                      where m.person_id::text = lower(:actor))""");
            params.put("actor", actor);
        }
        String action = String.valueOf(filter.action());
        if (!action.isEmpty()) {
            b.append(" and e.action like :action");
            params.put("action", SearchText.likeWord(action.toLowerCase(java.util.Locale.ROOT)) + "%");
        }
        String subject = String.valueOf(filter.subject());
        if (!subject.isEmpty()) {
            b.append(" and (e.subject_id = :subject or e.subject_kind = :subject)");
            params.put("subject", subject);
        }
        Instant since = filter.since();
        if (since != null) {
            b.append(" and e.at >= :since");
            params.put("since", since.atOffset(ZoneOffset.UTC));
        }
        Instant until = filter.until();
        if (until != null) {
            b.append(" and e.at < :until");
            params.put("until", until.atOffset(ZoneOffset.UTC));
        }
        if (after != null) {
            b.append(" and e.at <= :at and (e.at < :at or (e.chain, e.number) > (:chain, :number))");
            params.put("at", after.at().atOffset(ZoneOffset.UTC));
            params.put("chain", after.chain());
            params.put("number", after.number());
        }
        return b.append(" order by e.at desc, e.chain, e.number").toString();
    }

    static TrailEntry fromRow(ResultSet rs, int row) throws SQLException {
        UUID actor = rs.getObject("actor", UUID.class);
        String nameAr = rs.getString("name_ar");
        return new TrailEntry(
                rs.getInt("chain"),
                rs.getLong("number"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                actor == null ? null : new PersonId(actor),
                nameAr == null ? null : new LocalizedText(nameAr, rs.getString("name_en")),
                rs.getString("username"),
                rs.getString("action"),
                rs.getString("subject_kind"),
                rs.getString("subject_id"),
                rs.getString("fields"));
    }
}
