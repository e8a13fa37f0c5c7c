package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.SearchText;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfferingRows {
    private static final String SELECT = "select " + CourseRows.COLUMNS + """
            , o.id, o.unit_code, o.place_code, o.state, o.minimum, o.maximum, o.waiting_maximum, o.booked, o.approval,
              o.opens_at, o.closes_at, o.cancel_by, o.cancel_reason, o.version,
              (select count(*) from training.enrolment w where w.offering_id = o.id and w.state = 'waiting') as waiting
         from training.offering o
         join training.course c on c.code = o.course_code
        """;
    private final JdbcClient sql;
    private final SessionRows sessions;

    OfferingRows(JdbcClient sql, SessionRows sessions) {
        this.sql = sql;
        this.sessions = sessions;
    }

    boolean insert(Offering o, PersonId by, Instant now) {
        return figures(sql.sql("""
                insert into training.offering (id, course_code, unit_code, place_code, state, minimum, maximum,
                    waiting_maximum, approval, opens_at, closes_at, cancel_by, created_by, created_at)
                values (:id, :course, :unit, :place, 'draft', :minimum, :maximum, :waiting, :approval, :opens, :closes,
                    :cancelBy, :by, :now)
                on conflict (id) do nothing"""), o)
                        .param("course", o.course().code())
                        .param("unit", o.unit())
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it was changed meanwhile, or more places are taken than it would have. */
    boolean update(Offering o) {
        return figures(sql.sql("""
                update training.offering
                   set place_code = :place, minimum = :minimum, maximum = :maximum, waiting_maximum = :waiting,
                       approval = :approval, opens_at = :opens, closes_at = :closes, cancel_by = :cancelBy,
                       version = version + 1
                 where id = :id and version = :version and booked <= :maximum"""), o).param("version", o.version()).update() == 1;
    }

    boolean move(Offering o, OfferingState to, String reason, PersonId by, Instant now) {
        return sql.sql("""
                update training.offering
                   set state = :to, cancel_reason = :reason, version = version + 1,
                       closed_by = case when :to = 'closed' then :by end,
                       closed_at = case when :to = 'closed' then :now::timestamptz end
                 where id = :id and state = :from and version = :version""")
                        .param("id", o.id())
                        .param("from", o.state().text())
                        .param("version", o.version())
                        .param("to", to.text())
                        .param("reason", reason)
                        .param("by", by.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Locks the counter of places: what is read afterwards holds until the transaction ends. */
    void lock(Collection<UUID> offerings) {
        sql.sql("select id from training.offering where id = any(:ids::uuid[]) order by id for update")
                .param("ids", offerings.stream().map(UUID::toString).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    void count(UUID offering, int change) {
        sql.sql("update training.offering set booked = booked + :change where id = :id")
                .param("change", change)
                .param("id", offering)
                .update();
    }

    Optional<Offering> find(UUID id) {
        return read(SELECT + " where o.id = :id", Map.of("id", id)).stream().findFirst();
    }

    Map<UUID, Offering> byId(Collection<UUID> ids) {
        String[] texts = ids.stream().map(UUID::toString).distinct().toArray(String[]::new);
        return read(SELECT + " where o.id = any(:ids::uuid[])", Map.of("ids", texts)).stream()
                .collect(Collectors.toMap(Offering::id, o -> o));
    }

    /** What members may see: announced, not over, soonest first; without a date last. */
    List<Offering> listCatalogue(@Nullable String course, Instant now, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("course", course == null ? "" : course);
        params.put("now", now.atOffset(ZoneOffset.UTC));
        params.put("limit", limit);
        return read(SELECT + """
                 cross join lateral (
                    select min(s.starts_at) as begins from training.session s
                     where s.offering_id = o.id and s.cancelled_at is null) b
                 where c.state = 'published' and o.state in ('interest', 'open') and (:course = '' or o.course_code = :course)
                   and (b.begins is null or b.begins > :now)
                 order by b.begins nulls last, o.id limit :limit""", params);
    }

    /** What gives a qualification and may be taken now: with a free place, soonest first; then where interest is gathered. */
    List<Offering> listGiving(String qualification, Instant now, int limit) {
        return read(
                SELECT + """
                 cross join lateral (
                    select min(s.starts_at) as begins from training.session s
                     where s.offering_id = o.id and s.cancelled_at is null) b
                 where c.qualification = :qualification and c.state = 'published'
                   and (o.state = 'interest'
                        or o.state = 'open' and o.booked < o.maximum and b.begins > :now
                           and (o.opens_at is null or o.opens_at <= :now)
                           and (o.closes_at is null or o.closes_at > :now))
                 order by (o.state = 'open') desc, b.begins nulls last, o.id limit :limit""",
                Map.of("qualification", qualification, "now", now.atOffset(ZoneOffset.UTC), "limit", limit));
    }

    List<Offering> listOfCourse(Viewer viewer, String course, int limit) {
        return read(
                SELECT + """
                 where o.course_code = :course and (:everywhere or o.unit_code = any(:units::text[]))
                 order by o.created_at desc, o.id desc limit :limit""",
                Map.of(
                        "course",
                        course,
                        "everywhere",
                        viewer.mayEverywhere(Right.RUN_COURSES),
                        "units",
                        viewer.unitsWith(Right.RUN_COURSES).toArray(String[]::new),
                        "limit",
                        limit));
    }

    /** The desk's list, newest first. */
    List<Offering> listDesk(Viewer viewer, String words, String state, String after, int limit) {
        Map<String, Object> params = new HashMap<>();
        String found = SearchText.where("c.search", words, params);
        params.put("state", state);
        params.put("everywhere", viewer.mayEverywhere(Right.RUN_COURSES));
        params.put("units", viewer.unitsWith(Right.RUN_COURSES).toArray(String[]::new));
        params.put("after", after);
        params.put("limit", limit);
        return read(SELECT + " where " + found + """
                   and (:state = '' or o.state = :state) and (:everywhere or o.unit_code = any(:units::text[]))
                   and (:after = '' or (o.created_at, o.id) <
                        (select p.created_at, p.id from training.offering p where p.id = nullif(:after, '')::uuid))
                 order by o.created_at desc, o.id desc limit :limit""", params);
    }

    private List<Offering> read(String text, Map<String, ?> params) {
        List<Offering> found =
                sql.sql(text).params(params).query(OfferingRows::fromRow).list();
        Map<UUID, List<Session>> held = sessions
                .listOf(found.stream().map(Offering::id).toList())
                .stream()
                .filter(s -> !s.cancelled())
                .collect(Collectors.groupingBy(Session::offering));
        return found.stream()
                .map(o -> with(o, held.getOrDefault(o.id(), List.of())))
                .toList();
    }

    private static JdbcClient.StatementSpec figures(JdbcClient.StatementSpec statement, Offering o) {
        return statement
                .param("id", o.id())
                .param("place", o.place())
                .param("minimum", o.minimum())
                .param("maximum", o.maximum())
                .param("waiting", o.waitingMaximum())
                .param("approval", o.approval())
                .param("opens", at(o.opensAt()))
                .param("closes", at(o.closesAt()))
                .param("cancelBy", at(o.cancelBy()));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Offering fromRow(ResultSet rs, int row) throws SQLException {
        return new Offering(
                rs.getObject("id", UUID.class),
                CourseRows.fromRow(rs),
                rs.getString("unit_code"),
                rs.getString("place_code"),
                OfferingState.of(rs.getString("state")),
                rs.getInt("minimum"),
                rs.getInt("maximum"),
                rs.getInt("waiting_maximum"),
                rs.getInt("booked"),
                rs.getInt("waiting"),
                rs.getBoolean("approval"),
                instant(rs, "opens_at"),
                instant(rs, "closes_at"),
                instant(rs, "cancel_by"),
                rs.getString("cancel_reason"),
                List.of(),
                rs.getInt("version"));
    }

    private static Offering with(Offering o, List<Session> sessions) {
        return new Offering(
                o.id(),
                o.course(),
                o.unit(),
                o.place(),
                o.state(),
                o.minimum(),
                o.maximum(),
                o.waitingMaximum(),
                o.booked(),
                o.waiting(),
                o.approval(),
                o.opensAt(),
                o.closesAt(),
                o.cancelBy(),
                o.cancelReason(),
                sessions,
                o.version());
    }
}
