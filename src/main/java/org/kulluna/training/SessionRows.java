package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionRows {
    private static final String SELECT = """
            select s.id, s.offering_id, s.part_id, coalesce(p.title_ar, s.title_ar) as title_ar,
                   coalesce(p.title_en, s.title_en) as title_en, s.room_id, s.starts_at, s.ends_at, s.zone,
                   s.cancelled_at is not null as cancelled, s.version,
                   array(select i.person_id::text from training.session_instructor i where i.session_id = s.id
                          order by i.person_id) as instructors
              from training.session s left join training.part p on p.id = s.part_id
            """;
    private final JdbcClient sql;

    SessionRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Session> listOf(Collection<UUID> offerings) {
        return sql.sql(SELECT + " where s.offering_id = any(:ids::uuid[]) order by s.starts_at, s.id")
                .param("ids", offerings.stream().map(UUID::toString).toArray(String[]::new))
                .query(SessionRows::fromRow)
                .list();
    }

    Optional<Session> find(UUID id) {
        return sql.sql(SELECT + " where s.id = :id")
                .param("id", id)
                .query(SessionRows::fromRow)
                .optional();
    }

    /**
     * Inserts it, or changes the one of that id.
     *
     * @throws DataIntegrityViolationException when the room is taken at that time ({@code room_clash})
     */
    void put(Session s) {
        sql.sql("""
                insert into training.session (id, offering_id, part_id, title_ar, title_en, room_id, starts_at, ends_at,
                    zone)
                values (:id, :offering, :part, :titleAr, :titleEn, :room, :starts, :ends, :zone)
                on conflict (id) do update set part_id = excluded.part_id, title_ar = excluded.title_ar,
                    title_en = excluded.title_en, room_id = excluded.room_id, starts_at = excluded.starts_at,
                    ends_at = excluded.ends_at, zone = excluded.zone, version = session.version + 1""")
                .param("id", s.id())
                .param("offering", s.offering())
                .param("part", s.part())
                .param("titleAr", s.title().ar())
                .param("titleEn", s.title().en())
                .param("room", s.room())
                .param("starts", s.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", s.endsAt().atOffset(ZoneOffset.UTC))
                .param("zone", s.zone().getId())
                .update();
        sql.sql("delete from training.session_instructor where session_id = :id")
                .param("id", s.id())
                .update();
        sql.sql("""
                insert into training.session_instructor (session_id, person_id)
                select :id, p from unnest(:people::uuid[]) as p on conflict do nothing""")
                .param("id", s.id())
                .param(
                        "people",
                        s.instructors().stream().map(PersonId::toString).toArray(String[]::new))
                .update();
    }

    /** A part of another course, a room that is not there, or one that seats fewer than may come. */
    Faults faults(Session s, Offering o) {
        Faults faults = new Faults();
        sql.sql("""
                select :part::uuid is null or exists (
                           select from training.part p where p.id = :part::uuid and p.course_code = :course) as part,
                       :room::uuid is null or exists (
                           select from training.room r where r.id = :room::uuid and r.retired_at is null) as room,
                       exists (select from training.room r
                                where r.id = :room::uuid and r.capacity < :maximum) as small""")
                .param("part", s.part())
                .param("room", s.room())
                .param("course", o.course().code())
                .param("maximum", o.maximum())
                .query((rs, n) -> {
                    faults.when(!rs.getBoolean("part"), "part", "not-a-choice");
                    faults.when(!rs.getBoolean("room"), "room", "not-a-choice");
                    faults.when(rs.getBoolean("small"), "room", "room-too-small");
                    return n;
                })
                .list();
        return faults;
    }

    /** How many the smallest room of its sessions seats. */
    Optional<Integer> findSmallestRoom(UUID offering) {
        return sql.sql("""
                select r.capacity from training.session s join training.room r on r.id = s.room_id
                 where s.offering_id = :offering and s.cancelled_at is null order by r.capacity limit 1""").param("offering", offering).query(Integer.class).optional();
    }

    /** What binds somebody at that time, for the words of a refusal: whose it is, what it is and when it begins. */
    Map<String, Object> clash(PersonId person, Session s) {
        return sql.sql("""
                select d.name_ar, d.name_en, coalesce(y.title_ar, '') as title_ar, coalesce(y.title_en, '') as title_en,
                       lower(b.during) as starts_at
                  from people.directory d
                  join eligibility.bound b on b.person_id = d.person_id
                   and b.during && tstzrange(:from, :to, '[)')
                  left join attendance.duty_summary y on y.id = b.subject_id
                 where d.person_id = :person order by b.during limit 1""")
                .param("person", person.value())
                .param("from", s.startsAt().atOffset(ZoneOffset.UTC))
                .param("to", s.endsAt().atOffset(ZoneOffset.UTC))
                .query((rs, n) -> Map.<String, Object>of(
                        "nameAr",
                        rs.getString("name_ar"),
                        "nameEn",
                        rs.getString("name_en"),
                        "titleAr",
                        rs.getString("title_ar"),
                        "titleEn",
                        rs.getString("title_en"),
                        "at",
                        rs.getObject("starts_at", OffsetDateTime.class)
                                .toInstant()
                                .toString()))
                .optional()
                .orElse(Map.of("nameAr", "", "nameEn", "", "titleAr", "", "titleEn", "", "at", ""));
    }

    /** What this one record teaches and is not over. */
    List<Session> listTaughtBy(PersonId person, Instant now) {
        return sql.sql(SELECT + """
                 where s.cancelled_at is null and s.ends_at > :now
                   and exists (select from training.session_instructor i
                                where i.session_id = s.id and i.person_id = :person)
                 order by s.id""")
                .param("person", person.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(SessionRows::fromRow)
                .list();
    }

    void giveTeaching(List<UUID> sessions, PersonId from, PersonId into) {
        sql.sql("""
                insert into training.session_instructor (session_id, person_id)
                select s, :into from unnest(:ids::uuid[]) as s on conflict do nothing""")
                .param("into", into.value())
                .param("ids", sessions.stream().map(UUID::toString).toArray(String[]::new))
                .update();
        endTeaching(sessions, from);
    }

    void endTeaching(List<UUID> sessions, PersonId person) {
        sql.sql("""
                delete from training.session_instructor where person_id = :person and session_id = any(:ids::uuid[])""")
                .param("person", person.value())
                .param("ids", sessions.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    void cancel(UUID id, Instant now) {
        sql.sql("update training.session set cancelled_at = :now, version = version + 1 where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those the viewer was named for, in time. */
    List<Session> listTaught(Viewer viewer, Instant from, Instant to, int limit) {
        return sql.sql(SELECT + """
                 where s.cancelled_at is null and s.ends_at >= :from and s.starts_at < :to
                   and exists (select from training.session_instructor i
                                 join people.lineage b on b.person_id = i.person_id
                                 join people.lineage me on me.person_id = :me
                                where i.session_id = s.id and b.canonical_id = me.canonical_id)
                   and exists (select from training.offering o where o.id = s.offering_id and o.state = 'open')
                 order by s.starts_at, s.id limit :limit""")
                .param("me", viewer.signedIn().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(SessionRows::fromRow)
                .list();
    }

    boolean isTeaching(PersonId person, UUID session) {
        return sql.sql("""
                select exists (select from training.session_instructor i
                                 join people.lineage b on b.person_id = i.person_id
                                 join people.lineage me on me.person_id = :person
                                where i.session_id = :session and b.canonical_id = me.canonical_id)""")
                .param("person", person.value())
                .param("session", session)
                .query(Boolean.class)
                .single();
    }

    static Session fromRow(ResultSet rs, int row) throws SQLException {
        return new Session(
                rs.getObject("id", UUID.class),
                rs.getObject("offering_id", UUID.class),
                rs.getObject("part_id", UUID.class),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                rs.getObject("room_id", UUID.class),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")),
                rs.getBoolean("cancelled"),
                Arrays.stream((String[]) rs.getArray("instructors").getArray())
                        .map(p -> new PersonId(UUID.fromString(p)))
                        .toList(),
                rs.getInt("version"));
    }
}
