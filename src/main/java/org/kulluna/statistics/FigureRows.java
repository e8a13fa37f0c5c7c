package org.kulluna.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class FigureRows {
    private static final String SUMS = """
            coalesce(sum(minutes), 0) as minutes, count(*) as entries, count(distinct canonical_id) as people""";
    private final JdbcClient sql;

    FigureRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everything that was ever recorded up to the instant, in units the viewer may see (null: all of them). */
    Figure total(Question q, @Nullable Set<String> units) {
        return bind("select " + SUMS + " from attendance.published_hours h where " + condition(q), q, units)
                .query(FigureRows::figure)
                .single();
    }

    List<Group> groups(Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? "1" : "minutes desc, 1";
        return bind(
                        "select " + by.column + " as value, " + SUMS + " from attendance.published_hours h where "
                                + condition(q) + " group by 1 order by " + order,
                        q,
                        units)
                .query((rs, n) -> new Group(rs.getString("value"), figure(rs, n)))
                .list();
    }

    /** Newest duty first; {@code after} continues behind a row. */
    List<HoursRow> rows(
            Question q, @Nullable Set<String> units, @Nullable LocalDate day, @Nullable UUID id, int limit) {
        String keyset = id == null ? "" : " and (h.starts_on, h.id) < (:day, :after)";
        StatementSpec statement = bind(
                """
                select h.id, h.duty_id, d.title_ar, d.title_en, h.starts_on, h.minutes, h.unit_code, h.region, h.pillar,
                       h.nationality, h.corrects is not null as correction, h.recorded_at
                  from attendance.published_hours h join attendance.duty_summary d on d.id = h.duty_id
                 where \s""" + condition(q).replace("starts_on", "h.starts_on") + keyset
                        + " order by h.starts_on desc, h.id desc limit :limit",
                q,
                units);
        if (id != null) {
            statement = statement.param("day", day).param("after", id);
        }
        return statement.param("limit", limit).query(FigureRows::row).list();
    }

    Roll roll(Period period) {
        return sql.sql("""
                with at_end as (
                    select r.person_id, r.accepted_at from membership.roll r
                     where r.accepted_at < :end and (r.left_at is null or r.left_at >= :end))
                select (select count(*) from at_end) as members,
                       (select count(*) from membership.roll r
                         where r.accepted_at >= :start and r.accepted_at < :end) as joined,
                       (select count(distinct d.nationality) from at_end a
                          join people.directory d on d.person_id = a.person_id) as nationalities""")
                .param("start", start(period.from()))
                .param("end", start(period.to().plusDays(1)))
                .query((rs, n) -> new Roll(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
                .single();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Time.PROGRAMME_ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static String condition(Question q) {
        StringBuilder b = new StringBuilder(
                "starts_on between :from and :to and h.recorded_at <= :asOf and (:everywhere or h.unit_code = any(:units::text[]))");
        for (Dimension d : q.where().keySet()) {
            b.append(" and ")
                    .append(d.column.startsWith("to_char") ? d.column : "h." + d.column)
                    .append(" = :")
                    .append(d.name());
        }
        return b.toString();
    }

    private StatementSpec bind(String text, Question q, @Nullable Set<String> units) {
        StatementSpec s = sql.sql(text)
                .param("from", q.period().from())
                .param("to", q.period().to())
                .param("asOf", q.asOf().atOffset(ZoneOffset.UTC))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new));
        for (Map.Entry<Dimension, String> e : q.where().entrySet()) {
            s = s.param(e.getKey().name(), e.getValue());
        }
        return s;
    }

    private static Figure figure(ResultSet rs, int row) throws SQLException {
        return new Figure(rs.getLong("minutes"), rs.getLong("entries"), rs.getLong("people"));
    }

    private static HoursRow row(ResultSet rs, int n) throws SQLException {
        return new HoursRow(
                rs.getObject("id", UUID.class),
                rs.getObject("duty_id", UUID.class),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                rs.getObject("starts_on", LocalDate.class),
                rs.getInt("minutes"),
                rs.getString("unit_code"),
                rs.getString("region"),
                rs.getString("pillar"),
                rs.getString("nationality"),
                rs.getBoolean("correction"),
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
