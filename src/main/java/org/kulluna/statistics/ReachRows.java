package org.kulluna.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reach counted exactly and quickly: rows are one for each whisper and record of a person, and only few records were
 * merged, so the records are counted from the index and what merged ones have twice is taken away.
 */
@Repository
class ReachRows {
    private static final String MERGED = " and h.person_id in (select g.person_id from people.merged_records g) ";
    private final JdbcClient sql;

    ReachRows(JdbcClient sql) {
        this.sql = sql;
    }

    Reached total(Question q, @Nullable Set<String> units) {
        return q.where().containsKey(Dimension.WHISPER)
                ? ofOne(q, units)
                : counted("''::text", "", q, units).stream()
                        .findFirst()
                        .map(Group::figure)
                        .orElse(Reached.NONE);
    }

    /** Within one whisper beneficiaries and distinct persons are the same. */
    private Reached ofOne(Question q, @Nullable Set<String> units) {
        String from = Facts.REACH.from(q);
        return Facts.bind(
                        sql,
                        "select (select count(*)" + from + ") - (select count(*) - count(distinct h.canonical_id)"
                                + from + MERGED + ") as people",
                        q,
                        units)
                .query((rs, n) -> {
                    long people = rs.getLong("people");
                    return new Reached(people > 0 ? 1 : 0, people, people);
                })
                .single();
    }

    /** Only groups in which somebody was reached. */
    List<Group<Reached>> groups(Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? " order by 1" : " order by beneficiaries desc, 1";
        return counted(by.column + "::text", order, q, units);
    }

    private List<Group<Reached>> counted(String value, String order, Question q, @Nullable Set<String> units) {
        String from = Facts.REACH.from(q);
        String text =
                "with each as (select " + value + " as value, grouping(h.whisper_id) as is_person, count(*) as rows"
                        + from + "group by 1, grouping sets ((h.whisper_id), (h.person_id))), twice as (select " + value
                        + """
                 as value, count(*) - count(distinct (h.whisper_id, h.canonical_id)) as beneficiaries,
                count(distinct h.person_id) - count(distinct h.canonical_id) as people""" + from + MERGED + """
                group by 1)
                select e.value, count(*) filter (where e.is_person = 0) as whispers,
                       sum(e.rows) filter (where e.is_person = 0) - coalesce(min(t.beneficiaries), 0) as beneficiaries,
                       count(*) filter (where e.is_person = 1) - coalesce(min(t.people), 0) as people
                  from each e left join twice t on t.value = e.value group by e.value""" + order;
        return Facts.bind(sql, text, q, units)
                .query((rs, n) -> new Group<>(
                        rs.getString("value"),
                        new Reached(rs.getLong("whispers"), rs.getLong("beneficiaries"), rs.getLong("people"))))
                .list();
    }

    long sent(Question q, @Nullable Set<String> units) {
        return Facts.bind(sql, "select count(*)" + Facts.SENT.from(q), q, units)
                .query(Long.class)
                .single();
    }

    List<Group<Long>> sent(Question q, Dimension by, @Nullable Set<String> units) {
        String text = "select " + by.column + "::text as value, count(*) as whispers" + Facts.SENT.from(q)
                + "group by 1 order by 1";
        return Facts.bind(sql, text, q, units)
                .query((rs, n) -> new Group<>(rs.getString("value"), rs.getLong("whispers")))
                .list();
    }

    /** The earliest of a person's rows counts, whichever record it stands with. */
    Curve curve(Question q, Instant sentAt, @Nullable Set<String> units) {
        String from = Facts.REACH.from(q);
        String text = "select minute, count(*) as people from (select least(greatest(floor(extract(epoch from r.at -"
                + " :sentAt) / 60), 0), 60)::int as minute from (select h.happened_at as at" + from
                + "and h.happened_at < :hour and h.person_id not in (select g.person_id from people.merged_records g)"
                + " union all select min(h.happened_at)" + from + "and h.happened_at < :hour" + MERGED
                + "group by h.canonical_id) r) m group by minute";
        long[] each = new long[Curve.MINUTES + 1];
        Facts.bind(sql, text, q, units)
                .param("sentAt", sentAt.atOffset(java.time.ZoneOffset.UTC))
                .param("hour", sentAt.plusSeconds(3600).atOffset(java.time.ZoneOffset.UTC))
                .query((rs, n) -> each[rs.getInt("minute")] = rs.getLong("people"))
                .list();
        return Curve.of(each);
    }

    /** By "channel.how": by what each person was reached first. */
    Map<String, Long> ways(Question q, @Nullable Set<String> units) {
        Map<String, Long> ways = new java.util.TreeMap<>();
        String text = "select h.channel || '.' || h.how as way, count(*) as people from (select distinct on"
                + " (h.whisper_id, h.canonical_id) h.channel, h.how" + Facts.REACH.from(q)
                + "order by h.whisper_id, h.canonical_id, h.happened_at, h.person_id) h group by 1";
        Facts.bind(sql, text, q, units)
                .query((rs, n) -> ways.put(rs.getString("way"), rs.getLong("people")))
                .list();
        return ways;
    }

    /** Of a person with several records, each that was reached is a row; newest whisper first. */
    List<ReachedRow> rows(Question q, @Nullable Set<String> units, @Nullable AfterReached after, int limit) {
        String text = "select h.*, t.title_ar, t.title_en from (select h.*" + Facts.REACH.from(q)
                + (after == null ? "" : "and (h.whisper_id, h.person_id) < (:whisper, :person)")
                + " order by h.whisper_id desc, h.person_id desc limit :limit) h join whispers.titles t"
                + " on t.whisper_id = h.whisper_id order by h.whisper_id desc, h.person_id desc";
        var statement = Facts.bind(sql, text, q, units).param("limit", limit);
        if (after != null) {
            statement = statement.param("whisper", after.whisper()).param("person", after.person());
        }
        return statement.query(ReachRows::reached).list();
    }

    Played played(Question q, @Nullable Set<String> units) {
        return Facts.bind(
                        sql,
                        "select count(*) as plays, coalesce(sum(h.audience), 0) as audience" + Facts.PLAYS.from(q),
                        q,
                        units)
                .query((rs, n) -> new Played(rs.getLong("plays"), rs.getBigDecimal("audience")))
                .single();
    }

    List<Group<Played>> played(Question q, Dimension by, @Nullable Set<String> units) {
        String order = by == Dimension.MONTH ? "1" : "plays desc, 1";
        String text = "select " + by.column + "::text as value, count(*) as plays, coalesce(sum(h.audience), 0) as"
                + " audience" + Facts.PLAYS.from(q) + "group by 1 order by " + order;
        return Facts.bind(sql, text, q, units)
                .query((rs, n) -> new Group<>(
                        rs.getString("value"), new Played(rs.getLong("plays"), rs.getBigDecimal("audience"))))
                .list();
    }

    List<PlayRow> plays(Question q, @Nullable Set<String> units, After after, int limit) {
        String text = "select h.*, t.title_ar, t.title_en from (select h.*" + Facts.PLAYS.from(q) + after.keyset("h.id")
                + " order by h.starts_on desc, h.id desc limit :limit) h join whispers.titles t"
                + " on t.whisper_id = h.whisper_id order by h.starts_on desc, h.id desc";
        return after.bind(Facts.bind(sql, text, q, units))
                .param("limit", limit)
                .query(ReachRows::play)
                .list();
    }

    Optional<ToldWhisper> find(UUID whisper, @Nullable Set<String> units) {
        return sql.sql("""
                select t.whisper_id, t.title_ar, t.title_en, s.unit_code, s.theme, s.urgent, s.sent_at, s.starts_on,
                       s.recalled_at
                  from whispers.published_sent s join whispers.titles t on t.whisper_id = s.whisper_id
                 where s.whisper_id = :whisper and (:everywhere or s.unit_code = any(:units::text[]))""")
                .param("whisper", whisper)
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .query(ReachRows::told)
                .optional();
    }

    Map<String, LocalizedText> titles() {
        Map<String, LocalizedText> titles = new HashMap<>();
        sql.sql("select t.whisper_id, t.title_ar, t.title_en from whispers.titles t where t.sent_at is not null")
                .query((rs, n) -> titles.put(rs.getString("whisper_id"), title(rs)))
                .list();
        return titles;
    }

    /** Of screens and of groups of screens, retired ones too: old plays name them. */
    Map<String, LocalizedText> screenNames() {
        Map<String, LocalizedText> names = new HashMap<>();
        sql.sql("select n.id, n.name_ar, n.name_en from screens.published_names n")
                .query((rs, n) -> names.put(
                        rs.getString("id"), new LocalizedText(rs.getString("name_ar"), rs.getString("name_en"))))
                .list();
        return names;
    }

    private static LocalizedText title(ResultSet rs) throws SQLException {
        String ar = rs.getString("title_ar");
        String en = rs.getString("title_en");
        return new LocalizedText(ar == null ? "" : ar, en == null ? "" : en);
    }

    private static ToldWhisper told(ResultSet rs, int n) throws SQLException {
        OffsetDateTime recalled = rs.getObject("recalled_at", OffsetDateTime.class);
        return new ToldWhisper(
                rs.getObject("whisper_id", UUID.class),
                title(rs),
                rs.getString("unit_code"),
                rs.getString("theme"),
                rs.getBoolean("urgent"),
                instant(rs, "sent_at"),
                rs.getObject("starts_on", LocalDate.class),
                recalled == null ? null : recalled.toInstant());
    }

    private static ReachedRow reached(ResultSet rs, int n) throws SQLException {
        return new ReachedRow(
                rs.getObject("whisper_id", UUID.class),
                title(rs),
                rs.getString("unit_code"),
                rs.getString("channel"),
                rs.getString("how"),
                instant(rs, "happened_at"),
                rs.getString("language"),
                rs.getString("region"),
                rs.getString("nationality"),
                instant(rs, "recorded_at"),
                rs.getObject("person_id", UUID.class));
    }

    private static PlayRow play(ResultSet rs, int n) throws SQLException {
        return new PlayRow(
                rs.getObject("id", UUID.class),
                rs.getObject("screen_id", UUID.class),
                rs.getObject("whisper_id", UUID.class),
                title(rs),
                rs.getString("theme"),
                rs.getObject("starts_on", LocalDate.class),
                instant(rs, "started_at"),
                instant(rs, "ended_at"),
                rs.getBoolean("complete"),
                rs.getString("language"),
                rs.getString("unit_code"),
                rs.getString("place_code"),
                rs.getBigDecimal("audience"),
                instant(rs, "recorded_at"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
