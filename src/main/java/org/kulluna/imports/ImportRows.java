package org.kulluna.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Files that were brought, and saved mappings. */
@Repository
class ImportRows {
    private static final String COLUMNS = """
            r.id, r.unit_code, r.format, r.file_name, length(r.content) as size, r.mapping, r.state, r.line_count,
            r.created_at, r.applied_at, r.version,
            (select jsonb_object_agg(c.outcome, c.n) from (
                select l.outcome, count(*) as n from imports.line l where l.run_id = r.id
                 group by l.outcome) c) as counts,
            (select count(*) from imports.line l where l.run_id = r.id and l.applied_at is not null) as done,
            (select count(*) from imports.line l where l.run_id = r.id and l.created) as made,
            (select count(*) from imports.line l where l.run_id = r.id and l.created and l.withdrawn) as withdrawn,
            (select coalesce(sum(l.shifts), 0) from imports.line l
              where l.run_id = r.id and l.outcome in ('create', 'update')) as shifts""";
    private final JdbcClient sql;
    private final JsonMapper json;

    ImportRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when the id is taken. */
    boolean insert(UUID id, ImportFile file, ImportMapping mapping, int lines, PersonId by, Instant now) {
        return sql.sql("""
                insert into imports.run (id, unit_code, format, file_name, content, content_hash, mapping,
                    state, line_count, created_by, created_at)
                values (:id, :unit, :format, :fileName, :content, sha256(:content), :mapping::jsonb, 'uploaded', :lines,
                    :by, :now) on conflict do nothing""")
                        .param("id", id)
                        .param("unit", file.unit())
                        .param("format", file.format())
                        .param("fileName", file.name())
                        .param("content", file.content())
                        .param("mapping", json.writeValueAsString(mapping))
                        .param("lines", lines)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The same file, brought before and not yet applied. */
    Optional<UUID> findOpen(ImportFile file) {
        return sql.sql("""
                select id from imports.run
                 where unit_code = :unit and content_hash = sha256(:content) and state in ('uploaded', 'planned', 'applying')
                 order by created_at desc limit 1""")
                .param("unit", file.unit())
                .param("content", file.content())
                .query(UUID.class)
                .optional();
    }

    /** Whether that run was made of this file, even when its content was let go since. */
    boolean holds(UUID id, ImportFile file) {
        return sql.sql("""
                select exists (select from imports.run
                                where id = :id and unit_code = :unit and content_hash = sha256(:content))""")
                .param("id", id)
                .param("unit", file.unit())
                .param("content", file.content())
                .query(Boolean.class)
                .single();
    }

    Optional<ImportRun> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from imports.run r where r.id = :id")
                .param("id", id)
                .query(this::fromRow)
                .optional();
    }

    /** Newest first, those of the viewer's units. */
    List<ImportRun> list(Viewer viewer, @Nullable UUID after, int limit) {
        return sql.sql("select " + COLUMNS + """
                 from imports.run r
                where (:everywhere or r.unit_code = any(:units::text[]))
                  and (:after::uuid is null or (r.created_at, r.id) < (
                      select a.created_at, a.id from imports.run a where a.id = :after))
                order by r.created_at desc, r.id desc limit :limit""")
                .param("everywhere", viewer.mayEverywhere(Right.EDIT_OPPORTUNITIES))
                .param("units", viewer.unitsWith(Right.EDIT_OPPORTUNITIES).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(this::fromRow)
                .list();
    }

    byte[] content(UUID id) {
        return sql.sql("select content from imports.run where id = :id")
                .param("id", id)
                .query((rs, n) -> rs.getBytes(1))
                .single();
    }

    /** From a state it may leave; false when it stands otherwise by now. */
    boolean moveOn(
            UUID id, int version, String state, List<String> from, @Nullable ImportMapping mapping, Instant now) {
        return sql.sql("""
                update imports.run
                   set state = :state, version = version + 1, mapping = coalesce(:mapping::jsonb, mapping),
                       planned_at = case when :state = 'planned' then :now else planned_at end,
                       content = case when :state = 'discarded' then ''::bytea else content end
                 where id = :id and version = :version and state = any(:from::text[])""")
                        .param("id", id)
                        .param("version", version)
                        .param("state", state)
                        .param("from", from.toArray(String[]::new))
                        .param("mapping", mapping == null ? null : json.writeValueAsString(mapping))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void appliedBy(UUID id, PersonId by) {
        sql.sql("update imports.run set applied_by = :by where id = :id")
                .param("id", id)
                .param("by", by.value())
                .update();
    }

    PersonId getApplier(UUID id) {
        return new PersonId(sql.sql("select coalesce(applied_by, created_by) from imports.run where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single());
    }

    /** Its file is not needed any more. False when it was finished already. */
    boolean finish(UUID id, Instant now) {
        return sql.sql("""
                update imports.run set state = 'applied', applied_at = :now, content = ''::bytea, version = version + 1
                 where id = :id and state = 'applying'""")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<UUID> listApplying() {
        return sql.sql("select id from imports.run where state = 'applying' order by created_at")
                .query((rs, n) -> rs.getObject("id", UUID.class))
                .list();
    }

    // saved mappings

    void saveMapping(UUID id, String unit, String name, ImportMapping mapping, PersonId by, Instant now) {
        sql.sql("""
                insert into imports.mapping (id, unit_code, name, mapping, created_by, created_at)
                values (:id, :unit, :name, :mapping::jsonb, :by, :now)
                on conflict (unit_code, name) do update set mapping = excluded.mapping""")
                .param("id", id)
                .param("unit", unit)
                .param("name", name)
                .param("mapping", json.writeValueAsString(mapping))
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, ImportMapping> listMappings(String unit) {
        Map<String, ImportMapping> all = new TreeMap<>();
        sql.sql("select name, mapping from imports.mapping where unit_code = :unit")
                .param("unit", unit)
                .query((rs, n) ->
                        all.put(rs.getString("name"), json.readValue(rs.getString("mapping"), ImportMapping.class)))
                .list();
        return all;
    }

    private ImportRun fromRow(ResultSet rs, int row) throws SQLException {
        OffsetDateTime applied = rs.getObject("applied_at", OffsetDateTime.class);
        return new ImportRun(
                rs.getObject("id", UUID.class),
                rs.getString("unit_code"),
                rs.getString("format"),
                rs.getString("file_name"),
                rs.getInt("size"),
                json.readValue(rs.getString("mapping"), ImportMapping.class),
                rs.getString("state"),
                rs.getInt("line_count"),
                counts(rs.getString("counts")),
                rs.getInt("done"),
                rs.getInt("shifts"),
                rs.getInt("made"),
                rs.getInt("withdrawn"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                applied == null ? null : applied.toInstant(),
                rs.getInt("version"));
    }

    private Map<String, Integer> counts(@Nullable String text) {
        Map<String, Integer> counts = new HashMap<>();
        if (text != null) {
            json.readTree(text)
                    .properties()
                    .forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
        }
        return Map.copyOf(counts);
    }
}
