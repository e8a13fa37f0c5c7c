package org.kulluna.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TimetableRows {
    private final JdbcClient sql;

    TimetableRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** All sessions between the two times, soonest first; of units the viewer does not run, nothing but the time. */
    List<TimetableEntry> list(Viewer viewer, Instant from, Instant to) {
        return units(viewer, sql.sql("""
                select s.id, s.room_id, s.starts_at, s.ends_at, s.zone, v.mine, o.id as offering_id,
                       case when v.mine then o.unit_code end as unit_code, case when v.mine then c.title_ar end as title_ar,
                       case when v.mine then c.title_en end as title_en, t.ids,
                       case when v.mine then t.names_ar end as names_ar, case when v.mine then t.names_en end as names_en
                  from training.session s
                  join training.offering o on o.id = s.offering_id
                  join training.course c on c.code = o.course_code
                 cross join lateral (select :everywhere or o.unit_code = any(:units::text[]) as mine) v
                 cross join lateral (
                    select coalesce(array_agg(d.person_id::text order by d.name_ar, d.person_id), '{}') as ids,
                           coalesce(array_agg(d.name_ar order by d.name_ar, d.person_id), '{}') as names_ar,
                           coalesce(array_agg(d.name_en order by d.name_ar, d.person_id), '{}') as names_en
                      from training.session_instructor i join people.directory d on d.person_id = i.person_id
                     where i.session_id = s.id) t
                 where s.cancelled_at is null and s.starts_at < :to and s.ends_at > :from
                 order by s.starts_at, s.id limit 3000"""))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(TimetableRows::entry)
                .list();
    }

    /** Who teaches a session of the viewer's units that ends after {@code since}, by Arabic name. */
    Map<String, LocalizedText> instructors(Viewer viewer, Instant since) {
        Map<String, LocalizedText> names = new LinkedHashMap<>();
        units(viewer, sql.sql("""
                select distinct d.person_id, d.name_ar, d.name_en
                  from training.session s
                  join training.offering o on o.id = s.offering_id
                  join training.session_instructor i on i.session_id = s.id
                  join people.directory d on d.person_id = i.person_id
                 where s.cancelled_at is null and s.ends_at > :since
                   and (:everywhere or o.unit_code = any(:units::text[]))
                 order by d.name_ar, d.person_id limit 500"""))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> names.put(
                        rs.getString("person_id"), new LocalizedText(rs.getString("name_ar"), rs.getString("name_en"))))
                .list();
        return names;
    }

    /** Rooms that seat so many and hold no session then; the smallest that does first. */
    List<Room> free(int people, Instant from, Instant to) {
        return sql.sql("""
                select r.id, r.unit_code, r.place_code, r.name_ar, r.name_en, r.capacity from training.room r
                 where r.retired_at is null and r.capacity >= :people
                   and not exists (select from training.session s
                                    where s.room_id = r.id and s.cancelled_at is null
                                      and tstzrange(s.starts_at, s.ends_at, '[)') && tstzrange(:from, :to, '[)'))
                 order by r.capacity, r.name_ar, r.id limit 100""")
                .param("people", people)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Rooms.RoomRows::fromRow)
                .list();
    }

    private static JdbcClient.StatementSpec units(Viewer viewer, JdbcClient.StatementSpec statement) {
        return statement
                .param("everywhere", viewer.mayEverywhere(Right.RUN_COURSES))
                .param("units", viewer.unitsWith(Right.RUN_COURSES).toArray(String[]::new));
    }

    private static TimetableEntry entry(ResultSet rs, int row) throws SQLException {
        return new TimetableEntry(
                rs.getObject("id", UUID.class),
                rs.getObject("room_id", UUID.class),
                Arrays.stream(texts(rs, "ids"))
                        .map(p -> new PersonId(UUID.fromString(p)))
                        .toList(),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")),
                rs.getBoolean("mine") ? lesson(rs) : null);
    }

    private static TimetableEntry.Lesson lesson(ResultSet rs) throws SQLException {
        String[] ar = texts(rs, "names_ar");
        String[] en = texts(rs, "names_en");
        return new TimetableEntry.Lesson(
                rs.getObject("offering_id", UUID.class),
                new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                rs.getString("unit_code"),
                IntStream.range(0, ar.length)
                        .mapToObj(i -> new LocalizedText(ar[i], en[i]))
                        .toList());
    }

    private static String[] texts(ResultSet rs, String column) throws SQLException {
        return (String[]) rs.getArray(column).getArray();
    }
}
