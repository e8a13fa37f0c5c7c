package org.kulluna.statistics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reach counted from sets of persons kept as bits: in the time of a few rows, however many were reached. Persons who stand
 * apart, those something was told of a moment ago, are masked out of the sets and counted from their rows, so
 * that the sum is exact.
 */
@Repository
class ReachSetRows {
    /** What a person is; the other dimensions are the whisper's. */
    private static final Set<Dimension> OF_PERSONS = EnumSet.of(
            Dimension.REGION,
            Dimension.LANGUAGE,
            Dimension.NATIONALITY,
            Dimension.AGE_GROUP,
            Dimension.GENDER,
            Dimension.HOME_PLACE);

    private static final String FEW = " and h.person_id in (select a.person_id from apart a) ";

    private final JdbcClient sql;

    ReachSetRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether nothing asked about was recorded after the question's instant, and the sets know who is one person. */
    boolean know(Question q, @Nullable Set<String> units) {
        String text = "select not exists (select from whispers.published_reach_bits h" + of("all", q)
                + " and h.latest > :asOf) and not exists (select from whispers.published_reach_merges)";
        return Facts.bind(sql, text, q, units).query(Boolean.class).single();
    }

    Reached total(Question q, @Nullable Set<String> units) {
        return counted("all", "''::text", "''::text", "", q, units).stream()
                .findFirst()
                .map(Group::figure)
                .orElse(Reached.NONE);
    }

    List<Group<Reached>> groups(Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? " order by 1" : " order by beneficiaries desc, 1";
        String row = by.column + "::text";
        return OF_PERSONS.contains(by)
                ? counted(by.code(), "h.value", row, order, q, units)
                : counted("all", row, row, order, q, units);
    }

    private List<Group<Reached>> counted(
            String kind, String value, String row, String order, Question q, @Nullable Set<String> units) {
        String text = sets(kind, value, q) + ", few as materialized (select " + row
                + " as value, h.whisper_id, h.canonical_id" + Facts.REACH.from(q) + FEW + """
                ), counts as (
                    select value, sum(bit_count(people)) as beneficiaries, 0 as people from sets group by value
                    union all
                    select value, 0, sum(n) from (
                        select value, bit_count(bit_or(people)) as n from sets group by value, chunk) u group by value
                    union all
                    select value, count(distinct (whisper_id, canonical_id)), count(distinct canonical_id)
                      from few group by value),
                told as (
                    select value, count(*) as whispers
                      from (select value, whisper_id from sets where bit_count(people) > 0
                             union select value, whisper_id from few) t group by value)
                select c.value, max(t.whispers) as whispers, sum(c.beneficiaries) as beneficiaries, sum(c.people) as people
                  from counts c join told t on t.value = c.value group by c.value""" + order;
        return Facts.bind(sql, text, q, units)
                .query((rs, n) -> new Group<>(
                        rs.getString("value"),
                        new Reached(rs.getLong("whispers"), rs.getLong("beneficiaries"), rs.getLong("people"))))
                .list();
    }

    /** See {@link ReachRows#curve}. */
    Curve curve(Question q, Instant sentAt, @Nullable Set<String> units) {
        String text = sets("minute", "h.value", q) + """
                select minute, sum(people) as people from (
                    select value::int as minute, bit_count(people) as people from sets
                    union all
                    select least(greatest(floor(extract(epoch from min(h.happened_at) - :sentAt) / 60), 0), 60)::int, 1
                """ + Facts.REACH.from(q) + FEW
                + "and h.happened_at < :hour group by h.canonical_id) m group by minute";
        long[] each = new long[Curve.MINUTES + 1];
        Facts.bind(sql, text, q, units)
                .param("sentAt", sentAt.atOffset(ZoneOffset.UTC))
                .param("hour", sentAt.plusSeconds(3600).atOffset(ZoneOffset.UTC))
                .query((rs, n) -> each[rs.getInt("minute")] = rs.getLong("people"))
                .list();
        return Curve.of(each);
    }

    /** See {@link ReachRows#ways}. */
    Map<String, Long> ways(Question q, @Nullable Set<String> units) {
        Map<String, Long> ways = new TreeMap<>();
        String text = sets("way", "h.value", q) + """
                select way, sum(people) as people from (
                    select value as way, bit_count(people) as people from sets
                    union all
                    select f.channel || '.' || f.how, 1 from (
                        select distinct on (h.whisper_id, h.canonical_id) h.channel, h.how
                """ + Facts.REACH.from(q) + FEW + """
                         order by h.whisper_id, h.canonical_id, h.happened_at, h.person_id) f) w
                 group by way having sum(people) > 0""";
        Facts.bind(sql, text, q, units)
                .query((rs, n) -> ways.put(rs.getString("way"), rs.getLong("people")))
                .list();
        return ways;
    }

    /** Of each whisper, value and chunk those persons the question means, without those who stand apart. */
    private static String sets(String kind, String value, Question q) {
        StringBuilder people = new StringBuilder("h.people");
        StringBuilder joins = new StringBuilder();
        for (Dimension d : q.where().keySet()) {
            if (OF_PERSONS.contains(d)) {
                String f = "f_" + d.name();
                people.append(" & ").append(f).append(".people");
                joins.append(" join whispers.published_reach_bits ")
                        .append(f)
                        .append(" on ")
                        .append(f)
                        .append(".dimension = '")
                        .append(d.code())
                        .append("' and ")
                        .append(f)
                        .append(".value = ")
                        .append(d.param());
                for (String same : List.of("starts_on", "unit_code", "whisper_id", "theme", "chunk")) {
                    joins.append(" and ")
                            .append(f)
                            .append('.')
                            .append(same)
                            .append(" = h.")
                            .append(same);
                }
            }
        }
        return """
                with apart as materialized (select p.person_id from whispers.published_reach_apart p),
                mask as materialized (
                    select p.chunk, bit_or(p.person) as people
                      from whispers.published_reach_persons p join apart a on a.person_id = p.person_id group by p.chunk),
                sets as materialized (select h.whisper_id, h.chunk,\s""" + value + " as value, " + people
                + " & ~coalesce(m.people, B'0'::bit(8192)) as people from whispers.published_reach_bits h" + joins
                + " left join mask m on m.chunk = h.chunk" + of(kind, q) + ")";
    }

    /** Like {@link Facts#from}, without what is told of persons. */
    private static String of(String kind, Question q) {
        StringBuilder b = new StringBuilder(" where h.dimension = '" + kind + "' and h.starts_on between :from and :to"
                + " and (:everywhere or h.unit_code = any(:units::text[]))");
        for (Dimension d : q.where().keySet()) {
            if (!OF_PERSONS.contains(d)) {
                b.append(" and ").append(d.is());
            }
        }
        return b.toString();
    }
}
