package org.kulluna.imports;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a dry run: what is proposed, and what came of it. */
@Repository
class ImportLineRows {
    private static final int BATCH = 2000;

    /** A line that waits for its turn. */
    record Waiting(int line, ImportProposal proposal) {}

    private final JdbcClient sql;
    private final JdbcTemplate template;
    private final JsonMapper json;

    ImportLineRows(JdbcClient sql, JdbcTemplate template, JsonMapper json) {
        this.sql = sql;
        this.template = template;
        this.json = json;
    }

    /** In place of the lines of an earlier dry run. */
    void replace(UUID run, List<ImportPlan.Line> lines) {
        sql.sql("delete from imports.line where run_id = :run")
                .param("run", run)
                .update();
        for (int from = 0; from < lines.size(); from += BATCH) {
            insert(run, lines.subList(from, Math.min(lines.size(), from + BATCH)));
        }
    }

    private void insert(UUID run, List<ImportPlan.Line> lines) {
        template.execute((Connection c) -> {
            try (PreparedStatement s = c.prepareStatement("""
                    insert into imports.line (run_id, line, outcome, external_id, title, reasons, shifts,
                        changes, proposal)
                    select ?, l.line, l.outcome, l.external_id, l.title, l.reasons::jsonb, l.shifts,
                           string_to_array(l.changes, ' '), l.proposal::jsonb
                      from unnest(?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[])
                           as l (line, outcome, external_id, title, reasons, shifts, changes, proposal)""")) {
                s.setObject(1, run);
                s.setArray(2, array(c, "int4", lines, l -> l.proposal().line()));
                s.setArray(3, array(c, "text", lines, l -> l.outcome().key()));
                s.setArray(4, array(c, "text", lines, l -> l.proposal().externalId()));
                s.setArray(5, array(c, "text", lines, l -> l.proposal().shownTitle()));
                s.setArray(6, array(c, "text", lines, l -> json.writeValueAsString(told(l))));
                s.setArray(7, array(c, "int4", lines, l -> l.proposal().slots().size()));
                s.setArray(8, array(c, "text", lines, l -> String.join(" ", l.changes())));
                s.setArray(9, array(c, "text", lines, this::proposal));
                return s.executeUpdate();
            }
        });
    }

    private static List<ImportNote> told(ImportPlan.Line line) {
        List<ImportNote> all = new java.util.ArrayList<>(line.proposal().faults());
        all.addAll(line.proposal().notes());
        return all;
    }

    private @Nullable String proposal(ImportPlan.Line line) {
        boolean needed = line.outcome() == ImportPlan.Outcome.CREATE || line.outcome() == ImportPlan.Outcome.UPDATE;
        return needed ? json.writeValueAsString(line.proposal()) : null;
    }

    /** @param outcome one of the four, or empty for all */
    List<ImportLine> list(UUID run, String outcome, int after, int limit) {
        return sql.sql("""
                select line, outcome, external_id, title, shifts, changes, reasons, opportunity_id,
                       applied_at is not null as done, withdrawn
                  from imports.line
                 where run_id = :run and line > :after and (:outcome = '' or outcome = :outcome)
                 order by line limit :limit""")
                .param("run", run)
                .param("outcome", outcome)
                .param("after", after)
                .param("limit", limit)
                .query(this::fromRow)
                .list();
    }

    List<Waiting> listWaiting(UUID run, int limit) {
        return sql.sql("""
                select line, proposal from imports.line
                 where run_id = :run and applied_at is null and outcome in ('create', 'update')
                 order by line limit :limit""")
                .param("run", run)
                .param("limit", limit)
                .query((rs, n) ->
                        new Waiting(rs.getInt("line"), json.readValue(rs.getString("proposal"), ImportProposal.class)))
                .list();
    }

    /** Takes a line: false when another worker has done it meanwhile. The row stays locked until the deed is done. */
    boolean take(UUID run, int line, Instant now) {
        return sql.sql("""
                update imports.line set applied_at = :now, proposal = null
                 where run_id = :run and line = :line and applied_at is null and outcome in ('create', 'update')""")
                        .param("run", run)
                        .param("line", line)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param created the line made the opportunity, and not another before it */
    void done(UUID run, int line, UUID opportunity, boolean created) {
        sql.sql("""
                update imports.line set opportunity_id = :opportunity, created = :created
                 where run_id = :run and line = :line""")
                .param("created", created)
                .param("run", run)
                .param("line", line)
                .param("opportunity", opportunity)
                .update();
    }

    /** What the dry run promised cannot be kept any more. */
    void refuse(UUID run, int line, ImportNote why) {
        sql.sql("""
                update imports.line
                   set outcome = 'refuse', reasons = :why::jsonb || reasons, proposal = null
                 where run_id = :run and line = :line and applied_at is null""")
                .param("run", run)
                .param("line", line)
                .param("why", json.writeValueAsString(List.of(why)))
                .update();
    }

    List<UUID> listMade(UUID run) {
        return sql.sql("select opportunity_id from imports.line where run_id = :run and created order by line")
                .param("run", run)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list();
    }

    /** All lines of opportunities that are gone again. */
    void withdrawn(UUID run, Collection<UUID> opportunities) {
        sql.sql("update imports.line set withdrawn = true where run_id = :run and opportunity_id = any(:ids::uuid[])")
                .param("run", run)
                .param("ids", opportunities.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    void deleteAll(UUID run) {
        sql.sql("delete from imports.line where run_id = :run")
                .param("run", run)
                .update();
    }

    private ImportLine fromRow(ResultSet rs, int row) throws SQLException {
        return new ImportLine(
                rs.getInt("line"),
                rs.getString("outcome"),
                rs.getString("external_id"),
                rs.getString("title"),
                rs.getInt("shifts"),
                List.of((String[]) rs.getArray("changes").getArray()),
                List.of(json.readValue(rs.getString("reasons"), ImportNote[].class)),
                rs.getObject("opportunity_id", UUID.class),
                rs.getBoolean("done"),
                rs.getBoolean("withdrawn"));
    }

    private static Array array(
            Connection c,
            String type,
            List<ImportPlan.Line> lines,
            Function<ImportPlan.Line, ? extends @Nullable Object> field)
            throws SQLException {
        return c.createArrayOf(type, lines.stream().map(field).toArray());
    }
}
