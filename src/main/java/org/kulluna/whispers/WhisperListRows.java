package org.kulluna.whispers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whispers as lists and the calendar show them. */
@Repository
class WhisperListRows {
    private static final String SELECT = """
            select w.id, w.unit_code, w.theme, w.state, w.urgent, w.send_at, w.sent_at, w.changed_at,
                   coalesce(a.title, '') as title_ar, coalesce(e.title, '') as title_en,
                   array(select t.language from whispers.wording t
                          where t.whisper_id = w.id and t.revision = w.revision
                          order by t.language <> 'ar', t.language <> 'en', t.language) as languages
              from whispers.whisper w
              left join whispers.wording a on a.whisper_id = w.id and a.revision = w.revision and a.language = 'ar'
              left join whispers.wording e on e.whisper_id = w.id and e.revision = w.revision and e.language = 'en'
             where (:everywhere or w.unit_code = any(:units::text[]))
            """;

    private final JdbcClient sql;

    WhisperListRows(JdbcClient sql) {
        this.sql = sql;
    }

    static Cursor cursor(WhisperLine l) {
        return new Cursor(ChronoUnit.MICROS.between(Instant.EPOCH, l.changedAt()), l.id());
    }

    /** Last changed first. */
    List<WhisperLine> list(boolean everywhere, Collection<String> units, WhisperFilter f, int limit) {
        Map<String, Object> params = new HashMap<>();
        String found = SearchText.where("w.search", f.q(), params);
        Cursor after = f.after();
        params.put("everywhere", everywhere);
        params.put("units", units.toArray(String[]::new));
        params.put("state", f.state());
        params.put("theme", f.theme());
        params.put("unit", f.unit());
        params.put("first", after == null);
        params.put(
                "at",
                Instant.EPOCH
                        .plus(after == null ? 0 : after.number(), ChronoUnit.MICROS)
                        .atOffset(java.time.ZoneOffset.UTC));
        params.put("id", after == null ? new UUID(0, 0) : after.id());
        params.put("limit", limit);
        return sql.sql(SELECT + " and " + found + """
                   and (:state = '' and w.state <> 'dropped' or w.state = :state)
                   and (:theme = '' or w.theme = :theme) and (:unit = '' or w.unit_code = :unit)
                   and (:first or (w.changed_at, w.id) < (:at, :id))
                 order by w.changed_at desc, w.id desc limit :limit""")
                .params(params)
                .query(WhisperListRows::fromRow)
                .list();
    }

    /** Those that went or are to go between two instants, in that order; the first thousand. */
    List<WhisperLine> between(boolean everywhere, Collection<String> units, Instant from, Instant to) {
        return sql.sql(SELECT + """
                   and w.state <> 'dropped' and coalesce(w.sent_at, w.send_at) >= :from
                   and coalesce(w.sent_at, w.send_at) < :to
                 order by coalesce(w.sent_at, w.send_at), w.id limit 1000""")
                .param("everywhere", everywhere)
                .param("units", units.toArray(String[]::new))
                .param("from", WhisperRows.utc(from))
                .param("to", WhisperRows.utc(to))
                .query(WhisperListRows::fromRow)
                .list();
    }

    /** Not sent and without a time, last changed first; the first hundred. */
    List<WhisperLine> withoutTime(boolean everywhere, Collection<String> units) {
        return sql.sql(SELECT + """
                   and w.state in ('draft', 'in_review', 'approved') and w.send_at is null
                 order by w.changed_at desc, w.id desc limit 100""")
                .param("everywhere", everywhere)
                .param("units", units.toArray(String[]::new))
                .query(WhisperListRows::fromRow)
                .list();
    }

    private static WhisperLine fromRow(ResultSet rs, int row) throws SQLException {
        return new WhisperLine(
                rs.getObject("id", UUID.class),
                rs.getString("unit_code"),
                Theme.find(rs.getString("theme")).orElseThrow(),
                WhisperState.of(rs.getString("state")),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                List.of((String[]) rs.getArray("languages").getArray()),
                rs.getBoolean("urgent"),
                WhisperRows.instant(rs, "send_at"),
                WhisperRows.instant(rs, "sent_at"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
