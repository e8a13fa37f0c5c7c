package org.kulluna.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
    /** Over one row a person: whose minutes were all taken back is not active. */
    private static final String SUMS = """
            coalesce(sum(p.minutes), 0) as minutes, coalesce(sum(p.entries), 0) as entries,
            count(*) filter (where p.minutes > 0) as people""";

    private static final String EACH =
            " sum(minutes) as minutes, count(*) as entries from attendance.published_hours h where ";
    private final JdbcClient sql;

    FigureRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everything that was ever recorded up to the instant, in units the viewer may see (null: all of them). */
    Figure total(Question q, @Nullable Set<String> units) {
        return bind("select " + SUMS + " from (select" + EACH + condition(q) + " group by canonical_id) p", q, units)
                .query(FigureRows::figure)
                .single();
    }

    List<Group> groups(Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? "1" : "minutes desc, 1";
        return bind(
                        "select p.value, " + SUMS + " from (select " + by.column + " as value," + EACH + condition(q)
                                + " group by 1, canonical_id) p group by 1 order by " + order,
                        q,
                        units)
                .query((rs, n) -> new Group(rs.getString("value"), figure(rs, n)))
                .list();
    }

    /** Newest duty first; {@code after} continues behind a row. */
    List<HoursRow> rows(Question q, @Nullable Set<String> units, Figures.After after, int limit) {
        String keyset = after.id() == null ? "" : " and (h.starts_on, h.id) < (:day, :after)";
        StatementSpec statement = bind(
                """
                select h.id, h.duty_id, d.title_ar, d.title_en, h.starts_on, h.minutes, h.unit_code, h.region, h.pillar,
                       h.nationality, h.corrects is not null as correction, h.recorded_at
                  from attendance.published_hours h join attendance.duty_summary d on d.id = h.duty_id
                 where \s""" + condition(q).replace("starts_on", "h.starts_on") + keyset
                        + " order by h.starts_on desc, h.id desc limit :limit",
                q,
                units);
        if (after.id() != null) {
            statement = statement.param("day", after.day()).param("after", after.id());
        }
        return statement.param("limit", limit).query(FigureRows::row).list();
    }

    /** As known at the instant: who was accepted or left after it is not, or still is, a member. */
    Roll roll(Period period, Instant asOf) {
        return sql.sql("""
                with known as (
                    select d.canonical_id, d.nationality, r.accepted_at, r.left_at
                      from membership.roll r join people.directory d on d.person_id = r.person_id
                     where r.accepted_at < :end and r.accepted_at <= :asOf),
                at_end as (
                    select k.canonical_id, k.nationality from known k
                     where k.left_at is null or k.left_at >= :end or k.left_at > :asOf)
                select (select count(distinct a.canonical_id) from at_end a) as members,
                       (select count(distinct k.canonical_id) from known k where k.accepted_at >= :start) as joined,
                       (select count(distinct a.nationality) from at_end a) as nationalities""")
                .param("start", start(period.from()))
                .param("end", start(period.to().plusDays(1)))
                .param("asOf", asOf.atOffset(ZoneOffset.UTC))
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
