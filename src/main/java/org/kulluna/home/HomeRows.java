package org.kulluna.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what every room publishes for the first pages. */
@Repository
class HomeRows {
    private final JdbcClient sql;

    HomeRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<NextDuty> findNext(PersonId person, Instant now) {
        return sql.sql("""
                select n.*, l.person_id is not null as led, a.offering_id, l.name_ar as leader_ar, l.name_en as leader_en
                  from (select duty_id, kind, title_ar, title_en, role_ar, role_en, place_code, starts_at, ends_at, zone
                          from attendance.expected_duty where person_id = :person and ends_at > :now
                         order by starts_at limit 1) n
                  left join volunteering.published_shifts s on s.id = n.duty_id
                  left join people.directory l on l.person_id = s.leader_id
                  left join training.agenda a on a.id = n.duty_id and a.person_id = :person and a.kind = 'session'""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(HomeRows::next)
                .optional();
    }

    long sumMinutes(PersonId person, LocalDate from, LocalDate to) {
        return sql.sql("""
                select coalesce(sum(minutes), 0) from attendance.published_hours
                 where canonical_id = (select canonical_id from people.lineage where person_id = :person)
                   and starts_on between :from and :to""")
                .param("person", person.value())
                .param("from", from)
                .param("to", to)
                .query(Long.class)
                .single();
    }

    /** Duties that run on that day, in the units (null: all), soonest first. */
    List<BoardDuty> board(@Nullable Set<String> units, Instant from, Instant to) {
        return sql.sql("""
                select b.id, b.title_ar, b.title_en, b.unit_code, b.place_code, b.starts_at, b.ends_at, b.zone,
                       coalesce(s.minimum, 0) as minimum, coalesce(s.maximum, 0) as maximum, b.expected, b.present, b.came
                  from attendance.board b left join volunteering.staffing s on s.shift_id = b.id
                 where b.starts_at < :to and b.ends_at > :from
                   and (:everywhere or b.unit_code = any(:units::text[]))
                 order by b.starts_at, b.id limit 500""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .query(HomeRows::board)
                .list();
    }

    WaitingQueue waiting(String queue, String path) {
        return sql.sql("select count(*) as n, min(since) as oldest from membership.waiting where queue = :queue")
                .param("queue", queue)
                .query((rs, n) -> queue(rs, queue, path))
                .single();
    }

    WaitingQueue claims(@Nullable Set<String> units, String path) {
        return sql.sql("""
                select count(*) as n, min(since) as oldest from attendance.claims_waiting
                 where :everywhere or unit_code = any(:units::text[])""")
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .query((rs, n) -> queue(rs, "claim", path))
                .single();
    }

    /** Coming shifts of the units that lack people, until then. */
    WaitingQueue shortOfPeople(@Nullable Set<String> units, Instant now, Instant until, String path) {
        return sql.sql("""
                select count(*) as n, min(starts_at) as first from volunteering.short_shifts
                 where starts_at > :now and starts_at < :until and (:everywhere or unit_code = any(:units::text[]))""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .query((rs, n) -> lacking(rs, path))
                .single();
    }

    /** Whispers that wait for somebody who did not write them. */
    WaitingQueue whispers(@Nullable Set<String> units, PersonId viewer, String path) {
        return sql.sql("""
                select count(*) as n, min(since) as oldest from whispers.review_waiting
                 where (:everywhere or unit_code = any(:units::text[])) and not :viewer = any(authors)""")
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .param("viewer", viewer.value())
                .query((rs, n) -> queue(rs, "whisper", path))
                .single();
    }

    /** Qualifications whose last day is near. */
    WaitingQueue ending(LocalDate today, LocalDate before, String path) {
        return sql.sql("""
                select count(*) as n, min(valid_to) as first from training.standing
                 where valid_to >= :today and valid_to < :before and superseded_from is null""")
                .param("today", today)
                .param("before", before)
                .query((rs, n) -> {
                    LocalDate first = rs.getObject("first", LocalDate.class);
                    Instant at = first == null
                            ? null
                            : first.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
                    return new WaitingQueue("ending", path, rs.getLong("n"), null, at);
                })
                .single();
    }

    /** Members whose name holds every word, or whose number it is, with or without its letter. */
    List<Found> members(String text, int limit) {
        Map<String, Object> params = new HashMap<>();
        String named = SearchText.where("d.search", text, params);
        String digits = SearchText.fold(text).replaceFirst("^k ?", "");
        params.put("number", digits.matches("[0-9]{1,15}") ? Long.parseLong(digits) : -1L);
        params.put("limit", limit);
        return sql.sql("""
                select d.person_id, d.name_ar, d.name_en, r.number
                  from people.directory d join membership.roll r on r.person_id = d.person_id
                 where not d.erased and not d.merged and (r.number = :number or (""" + named + """
                ))
                 order by r.number = :number desc, d.name_en, d.person_id limit :limit""")
                .params(params)
                .query((rs, n) -> new Found(
                        "identification-card",
                        "/membership/members/" + rs.getObject("person_id", UUID.class),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getLong("number"),
                        null,
                        null))
                .list();
    }

    /** Coming shifts by their title, as forgiving of spelling as names are. */
    List<Found> duties(String text, @Nullable Set<String> units, Instant after, int limit) {
        Map<String, Object> params = new HashMap<>();
        String titled = SearchText.where("s.search", text, params);
        params.put("after", after.atOffset(ZoneOffset.UTC));
        params.put("everywhere", units == null);
        params.put("units", units == null ? new String[0] : units.toArray(String[]::new));
        params.put("limit", limit);
        return sql.sql("""
                select s.id, s.title_ar, s.title_en, s.starts_at, s.zone from volunteering.published_shifts s
                 where s.ends_at > :after and s.state = 'published'
                   and (:everywhere or s.unit_code = any(:units::text[])) and (""" + titled + """
                )
                 order by s.starts_at, s.id limit :limit""")
                .params(params)
                .query((rs, n) -> new Found(
                        "calendar",
                        "/volunteering/manage/shifts/" + rs.getObject("id", UUID.class),
                        new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                        null,
                        rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(rs.getString("zone"))))
                .list();
    }

    private static WaitingQueue queue(ResultSet rs, String key, String path) throws SQLException {
        OffsetDateTime oldest = rs.getObject("oldest", OffsetDateTime.class);
        return new WaitingQueue(key, path, rs.getLong("n"), oldest == null ? null : oldest.toInstant(), null);
    }

    private static WaitingQueue lacking(ResultSet rs, String path) throws SQLException {
        OffsetDateTime first = rs.getObject("first", OffsetDateTime.class);
        return new WaitingQueue("short", path, rs.getLong("n"), null, first == null ? null : first.toInstant());
    }

    private static NextDuty next(ResultSet rs, int row) throws SQLException {
        return new NextDuty(
                rs.getObject("duty_id", UUID.class),
                rs.getString("kind"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                new LocalizedText(rs.getString("role_ar"), rs.getString("role_en")),
                rs.getBoolean("led") ? new LocalizedText(rs.getString("leader_ar"), rs.getString("leader_en")) : null,
                rs.getString("place_code"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")),
                rs.getObject("offering_id", UUID.class));
    }

    private static BoardDuty board(ResultSet rs, int row) throws SQLException {
        return new BoardDuty(
                rs.getObject("id", UUID.class),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                rs.getString("unit_code"),
                rs.getString("place_code"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")),
                rs.getInt("minimum"),
                rs.getInt("maximum"),
                rs.getInt("expected"),
                rs.getInt("present"),
                rs.getInt("came"));
    }
}
