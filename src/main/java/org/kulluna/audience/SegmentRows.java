package org.kulluna.audience;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SegmentRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final JdbcClient sql;

    SegmentRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest change first. @param units null: all of them; otherwise these units' and the whole programme's */
    List<Segment> list(@Nullable Set<String> units, String q, boolean retired, @Nullable Cursor after, int limit) {
        Map<String, Object> params = new HashMap<>();
        String found = SearchText.where("s.search", q, params);
        return sql.sql("""
                select s.id, s.name_ar, s.name_en, s.unit_code, s.filter, s.changed_at, s.retired_at, s.version
                  from audience.segment s
                 where (s.retired_at is not null) = :retired
                   and (:everywhere or s.unit_code is null or s.unit_code = any(:units::text[]))
                   and (:after::uuid is null or (s.changed_at, s.id) < (:at::timestamptz, :after::uuid))
                   and %s
                 order by s.changed_at desc, s.id desc limit :limit""".formatted(found))
                .params(params)
                .param("retired", retired)
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .param("after", after == null ? null : after.id())
                .param("at", after == null ? null : at(after))
                .param("limit", limit)
                .query(SegmentRows::fromRow)
                .list();
    }

    private static OffsetDateTime at(Cursor c) {
        return Instant.EPOCH.plus(c.number(), ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    Optional<Segment> find(UUID id) {
        return sql.sql("""
                select s.id, s.name_ar, s.name_en, s.unit_code, s.filter, s.changed_at, s.retired_at, s.version
                  from audience.segment s where s.id = :id""").param("id", id).query(SegmentRows::fromRow).optional();
    }

    /** False when that id is there already. */
    boolean insert(Segment s, PersonId by) {
        return write("""
                insert into audience.segment (id, name_ar, name_en, search, unit_code, filter, created_by, created_at,
                    changed_at, version)
                values (:id, :nameAr, :nameEn, :search, :unit, :filter::jsonb, :by, :now, :now, :version)
                    on conflict (id) do nothing""", s).param("by", by.value()).update() == 1;
    }

    /** False when somebody changed it since that version. */
    boolean update(Segment s) {
        return write("""
                update audience.segment set name_ar = :nameAr, name_en = :nameEn, search = :search, unit_code = :unit,
                       filter = :filter::jsonb, changed_at = :now, version = version + 1
                 where id = :id and version = :version and retired_at is null""", s).update() == 1;
    }

    /** False when it was so already. */
    boolean retire(UUID id, boolean retired, Instant now) {
        return sql.sql("""
                update audience.segment set retired_at = case when :retired then :now::timestamptz end,
                       version = version + 1
                 where id = :id and (retired_at is null) = :retired""")
                        .param("id", id)
                        .param("retired", retired)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec write(String text, Segment s) {
        return sql.sql(text)
                .param("id", s.id())
                .param("nameAr", s.name().ar())
                .param("nameEn", s.name().en())
                .param("search", SearchText.stored(s.name().ar(), s.name().en()))
                .param("unit", s.unit())
                .param("filter", JSON.writeValueAsString(s.filter()))
                .param("now", s.changedAt().atOffset(ZoneOffset.UTC))
                .param("version", s.version());
    }

    private static Segment fromRow(ResultSet rs, int row) throws SQLException {
        return new Segment(
                rs.getObject("id", UUID.class),
                new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                rs.getString("unit_code"),
                JSON.readValue(rs.getString("filter"), Filter.class),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                rs.getObject("retired_at") != null,
                rs.getInt("version"));
    }
}
