package org.kulluna.incidents;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The history of reports and what they were found to weigh. */
@Repository
class EntryRows {
    /** One more thing that happened. */
    record New(
            UUID id,
            UUID report,
            String kind,
            @Nullable String state,
            @Nullable String unit,
            boolean told,
            String body) {
        static New of(UUID report, String kind, boolean told, String body) {
            return new New(Ids.next(), report, kind, null, null, told, body);
        }

        New to(String state) {
            return new New(id, report, kind, state, unit, told, body);
        }

        New toUnit(String unit) {
            return new New(id, report, kind, state, unit, told, body);
        }
    }

    private final JdbcClient sql;

    EntryRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when that id is there: it was sent before. */
    boolean insert(New e, PersonId by, Instant now) {
        Map<String, Object> params = new HashMap<>();
        params.put("state", e.state());
        params.put("unit", e.unit());
        return sql.sql("""
                insert into incidents.entry (id, report_id, kind, state, unit_code, told, body, by_person, at)
                values (:id, :report, :kind, :state, :unit, :told, :body, :by, :now) on conflict (id) do nothing""")
                        .params(params)
                        .param("id", e.id())
                        .param("report", e.report())
                        .param("kind", e.kind())
                        .param("told", e.told())
                        .param("body", e.body())
                        .param("by", by.value())
                        .param("now", ReportRows.utc(now))
                        .update()
                == 1;
    }

    /** In their order. What the reporter did carries no name: who that is, is asked for apart. */
    List<Entry> list(UUID report, boolean toldOnly) {
        return sql.sql("""
                select e.kind, e.state, e.unit_code, e.told, e.body, e.at,
                       case when p.canonical_id <> w.canonical_id then p.name_ar end as name_ar, p.name_en
                  from incidents.entry e
                  join incidents.report r on r.id = e.report_id
                  join people.lineage w on w.person_id = r.reporter_id
                  join people.directory p on p.person_id = e.by_person
                 where e.report_id = :report and (e.told or not :toldOnly) order by e.at, e.id limit 500""")
                .param("report", report)
                .param("toldOnly", toldOnly)
                .query((rs, n) -> new Entry(
                        rs.getString("kind"),
                        rs.getString("state"),
                        rs.getString("unit_code"),
                        rs.getBoolean("told"),
                        rs.getString("body"),
                        rs.getString("name_ar") == null
                                ? null
                                : new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        ReportRows.instant(rs, "at")))
                .list();
    }

    void insert(UUID report, Assessment a, PersonId by) {
        sql.sql("""
                insert into incidents.assessment (id, report_id, threat, harm, risk, investigation, vulnerability, engagement,
                       urgency, by_person, at)
                values (:id, :report, :threat, :harm, :risk, :investigation, :vulnerability, :engagement, :urgency, :by, :at)""")
                .param("id", Ids.next())
                .param("report", report)
                .param("threat", a.threat())
                .param("harm", a.harm())
                .param("risk", a.risk())
                .param("investigation", a.investigation())
                .param("vulnerability", a.vulnerability())
                .param("engagement", a.engagement())
                .param("urgency", a.urgency())
                .param("by", by.value())
                .param("at", ReportRows.utc(a.at()))
                .update();
    }

    Optional<Assessment> findAssessment(UUID report) {
        return sql.sql("""
                select a.threat, a.harm, a.risk, a.investigation, a.vulnerability, a.engagement, a.urgency, a.at
                  from incidents.assessment a where a.report_id = :report order by a.at desc, a.id desc limit 1""")
                .param("report", report)
                .query((rs, n) -> new Assessment(
                        rs.getInt("threat"),
                        rs.getInt("harm"),
                        rs.getInt("risk"),
                        rs.getInt("investigation"),
                        rs.getInt("vulnerability"),
                        rs.getInt("engagement"),
                        rs.getInt("urgency"),
                        ReportRows.instant(rs, "at")))
                .optional();
    }
}
