package org.kulluna.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Training figures in one pass: results are counted once for each offering and once for each person. */
@Repository
class TrainingFigureRows {
    private static final String SUMS = """
             count(*) filter (where p.is_person = 0 and p.came > 0) as courses,
            coalesce(sum(p.trainees) filter (where p.is_person = 0), 0) as trainees,
            count(*) filter (where p.is_person = 1 and p.trainees > 0) as people,
            coalesce(sum(p.came) filter (where p.is_person = 0), 0) as came,
            coalesce(sum(p.passed) filter (where p.is_person = 0), 0) as passed
            """;

    private static final String EACH = """
             grouping(h.held_id) as is_person, count(*) filter (where h.state = 'attended') as trainees,
            count(*) filter (where h.state <> 'absent') as came, count(*) filter (where h.passed) as passed
            """;

    private static final String BY_BOTH = "grouping sets ((h.held_id), (h.canonical_id))";
    private final JdbcClient sql;

    TrainingFigureRows(JdbcClient sql) {
        this.sql = sql;
    }

    Trained total(Facts facts, Question q, @Nullable Set<String> units) {
        String text = "select" + SUMS + "from (select" + EACH + facts.from(q) + "group by " + BY_BOTH + ") p";
        return Facts.bind(sql, text, q, units)
                .query(TrainingFigureRows::trained)
                .single();
    }

    /** Only groups of which somebody came. */
    List<Group<Trained>> groups(Facts facts, Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? "1" : "trainees desc, courses desc, 1";
        String text = "select p.value, " + SUMS + "from (select " + by.column + " as value, " + EACH + facts.from(q)
                + "group by 1, " + BY_BOTH + ") p group by 1 having sum(p.came) > 0 order by " + order;
        return Facts.bind(sql, text, q, units)
                .query((rs, n) -> new Group<>(rs.getString("value"), trained(rs, n)))
                .list();
    }

    /** Newest first. */
    List<ResultRow> rows(Counted of, Question q, @Nullable Set<String> units, After after, int limit) {
        String text = """
                select h.id, h.offering_id, h.title_ar, h.title_en, h.starts_on, h.state, h.passed, h.attended_minutes,
                       h.planned_minutes, h.score, h.unit_code, h.region, h.level, h.nationality,
                       h.follows is not null as correction, h.recorded_at""" + of.facts.from(q) + of.which
                + after.keyset("h.id") + " order by h.starts_on desc, h.id desc limit :limit";
        return after.bind(Facts.bind(sql, text, q, units))
                .param("limit", limit)
                .query(TrainingFigureRows::row)
                .list();
    }

    /** Newest first. */
    List<HeldRow> held(Counted of, Question q, @Nullable Set<String> units, After after, int limit) {
        String text = """
                select h.held_id, h.offering_id, h.title_ar, h.title_en, h.starts_on, h.unit_code, h.region,
                       count(distinct h.enrolment_id) as came,
                       count(distinct h.enrolment_id) filter (where h.state = 'attended') as trainees""" + of.facts.from(q) + of.which + after.keyset("h.held_id") + """
                 group by h.held_id, h.offering_id, h.title_ar, h.title_en, h.starts_on, h.unit_code, h.region
                 order by h.starts_on desc, h.held_id desc limit :limit""";
        return after.bind(Facts.bind(sql, text, q, units))
                .param("limit", limit)
                .query(TrainingFigureRows::held)
                .list();
    }

    Map<String, LocalizedText> courseNames() {
        Map<String, LocalizedText> names = new HashMap<>();
        sql.sql("select code, title_ar, title_en from training.course_names")
                .query((rs, n) -> names.put(rs.getString("code"), title(rs)))
                .list();
        return names;
    }

    private static Trained trained(ResultSet rs, int n) throws SQLException {
        return new Trained(
                rs.getLong("courses"),
                rs.getLong("trainees"),
                rs.getLong("people"),
                rs.getLong("came"),
                rs.getLong("passed"));
    }

    private static LocalizedText title(ResultSet rs) throws SQLException {
        return new LocalizedText(rs.getString("title_ar"), rs.getString("title_en"));
    }

    private static ResultRow row(ResultSet rs, int n) throws SQLException {
        return new ResultRow(
                rs.getObject("id", UUID.class),
                rs.getObject("offering_id", UUID.class),
                title(rs),
                rs.getObject("starts_on", LocalDate.class),
                rs.getString("state"),
                rs.getBoolean("passed"),
                rs.getInt("attended_minutes"),
                rs.getInt("planned_minutes"),
                rs.getObject("score", Integer.class),
                rs.getString("unit_code"),
                rs.getString("region"),
                rs.getString("level"),
                rs.getString("nationality"),
                rs.getBoolean("correction"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static HeldRow held(ResultSet rs, int n) throws SQLException {
        return new HeldRow(
                rs.getObject("held_id", UUID.class),
                rs.getObject("offering_id", UUID.class),
                title(rs),
                rs.getObject("starts_on", LocalDate.class),
                rs.getString("unit_code"),
                rs.getString("region"),
                rs.getLong("came"),
                rs.getLong("trainees"));
    }
}
