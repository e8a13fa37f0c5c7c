package org.kulluna.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.SearchText;
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
                select duty_id, kind, title_ar, title_en, role_ar, role_en, place_code, starts_at, ends_at, zone
                  from attendance.expected_duty where person_id = :person and ends_at > :now
                 order by starts_at limit 1""")
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
                 order by b.starts_at, b.id limit 100""")
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

    /** Members whose name holds every word, or whose number it is. */
    List<Found> members(String text, int limit) {
        String folded = SearchText.fold(text);
        String[] words = folded.isEmpty() ? new String[0] : folded.split(" ");
        String[] patterns = java.util.Arrays.stream(words)
                .map(w -> "%" + SearchText.likeWord(w) + "%")
                .toArray(String[]::new);
        String[] keys = java.util.Arrays.stream(words)
                .map(w -> SearchText.key(w).length() > 2 ? "%~" + SearchText.key(w) + " %" : "")
                .toArray(String[]::new);
        return sql.sql("""
                select d.person_id, d.name_ar, d.name_en, r.number
                  from people.directory d join membership.roll r on r.person_id = d.person_id
                 where not d.erased and not d.merged
                   and (r.number::text = :text
                        or (:words > 0 and not exists (
                            select from unnest(:patterns::text[], :keys::text[]) as w(pattern, key)
                             where not (d.search like w.pattern or (w.key <> '' and d.search like w.key)))))
                 order by d.name_en, d.person_id limit :limit""")
                .param("text", folded)
                .param("words", words.length)
                .param("patterns", patterns)
                .param("keys", keys)
                .param("limit", limit)
                .query((rs, n) -> new Found(
                        "member",
                        rs.getObject("person_id", UUID.class),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getLong("number"),
                        ""))
                .list();
    }

    List<Found> duties(String text, @Nullable Set<String> units, Instant after, int limit) {
        return sql.sql("""
                select id, title_ar, title_en, starts_at from attendance.board
                 where ends_at > :after and (:everywhere or unit_code = any(:units::text[]))
                   and (title_ar ilike :pattern or title_en ilike :pattern)
                 order by starts_at, id limit :limit""")
                .param("after", after.atOffset(ZoneOffset.UTC))
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .param("pattern", "%" + SearchText.likeWord(text.strip()) + "%")
                .param("limit", limit)
                .query((rs, n) -> new Found(
                        "duty",
                        rs.getObject("id", UUID.class),
                        new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                        null,
                        rs.getObject("starts_at", OffsetDateTime.class)
                                .toInstant()
                                .toString()))
                .list();
    }

    private static WaitingQueue queue(ResultSet rs, String key, String path) throws SQLException {
        OffsetDateTime oldest = rs.getObject("oldest", OffsetDateTime.class);
        return new WaitingQueue(key, path, rs.getLong("n"), oldest == null ? null : oldest.toInstant());
    }

    private static NextDuty next(ResultSet rs, int row) throws SQLException {
        return new NextDuty(
                rs.getObject("duty_id", UUID.class),
                rs.getString("kind"),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                new LocalizedText(rs.getString("role_ar"), rs.getString("role_en")),
                rs.getString("place_code"),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")));
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
