package org.kulluna.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    private static final String EACH = " sum(h.minutes) as minutes, count(*) as entries";
    private final JdbcClient sql;

    FigureRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everything that was ever recorded up to the instant, in units the viewer may see (null: all of them). */
    Figure total(Question q, @Nullable Set<String> units) {
        return bind(
                        "select " + SUMS + " from (select" + EACH + Facts.HOURS.from(q) + "group by h.canonical_id) p",
                        q,
                        units)
                .query(FigureRows::figure)
                .single();
    }

    List<Group<Figure>> groups(Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? "1" : "minutes desc, 1";
        return bind(
                        "select p.value, " + SUMS + " from (select " + by.column + " as value," + EACH
                                + Facts.HOURS.from(q) + "group by 1, h.canonical_id) p group by 1 order by " + order,
                        q,
                        units)
                .query((rs, n) -> new Group<>(rs.getString("value"), figure(rs, n)))
                .list();
    }

    /** Newest duty first; {@code after} continues behind a row. */
    List<HoursRow> rows(Question q, @Nullable Set<String> units, After after, int limit) {
        String text = "select h.*, d.title_ar, d.title_en from (select h.*" + Facts.HOURS.from(q) + after.keyset("h.id")
                + " order by h.starts_on desc, h.id desc limit :limit) h join attendance.duty_summary d"
                + " on d.id = h.duty_id order by h.starts_on desc, h.id desc";
        return after.bind(bind(text, q, units))
                .param("limit", limit)
                .query(FigureRows::row)
                .list();
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

    private StatementSpec bind(String text, Question q, @Nullable Set<String> units) {
        return Facts.bind(sql, text, q, units);
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
                rs.getObject("corrects") != null,
                rs.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
