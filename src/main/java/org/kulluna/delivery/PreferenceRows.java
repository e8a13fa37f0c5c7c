package org.kulluna.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreferenceRows {
    private final JdbcClient sql;

    PreferenceRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of the record that answers for the person. */
    Optional<Preference> find(PersonId person) {
        return sql.sql("""
                select p.quiet_from, p.quiet_to, p.zone, p.muted, p.version
                  from people.lineage l
                  join delivery.preference p on p.person_id = l.canonical_id
                 where l.person_id = :person""")
                .param("person", person.value())
                .query(PreferenceRows::fromRow)
                .optional();
    }

    /** False when somebody changed it since that version. */
    boolean put(PersonId person, Preference p, Instant now) {
        return sql.sql("""
                insert into delivery.preference as p (person_id, quiet_from, quiet_to, zone, muted, changed_at, version)
                values (:person, :from::time, :to::time, :zone, :muted::text[], :now, 1)
                on conflict (person_id) do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                    zone = excluded.zone, muted = excluded.muted, changed_at = excluded.changed_at, version = p.version + 1
                 where p.version = :version""")
                        .param("person", person.value())
                        .param(
                                "from",
                                p.quietFrom() == null ? null : p.quietFrom().toString())
                        .param("to", p.quietTo() == null ? null : p.quietTo().toString())
                        .param("zone", p.zone().getId())
                        .param("muted", p.muted().toArray(String[]::new))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("version", p.version())
                        .update()
                == 1;
    }

    void delete(PersonId person) {
        sql.sql("delete from delivery.preference where person_id = :person")
                .param("person", person.value())
                .update();
    }

    /** What the kept record lacks it takes from the other. */
    void move(PersonId from, PersonId into) {
        sql.sql("""
                update delivery.preference p set person_id = :into, version = p.version + 1
                 where p.person_id = :from
                   and not exists (select from delivery.preference k where k.person_id = :into)""").param("from", from.value()).param("into", into.value()).update();
        delete(from);
    }

    /** The names of places, such as Asia/Dubai, that the database counts hours by too. */
    List<String> zones() {
        return sql.sql("""
                select name from pg_timezone_names
                 where name like '%/%' and name !~ '^(Etc|posix|right|SystemV|US)/' order by name""").query((rs, n) -> rs.getString("name")).list().stream()
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .toList();
    }

    private static Preference fromRow(ResultSet rs, int row) throws SQLException {
        return new Preference(
                rs.getObject("quiet_from", LocalTime.class),
                rs.getObject("quiet_to", LocalTime.class),
                ZoneId.of(rs.getString("zone")),
                Arrays.stream((String[]) rs.getArray("muted").getArray())
                        .sorted()
                        .toList(),
                rs.getInt("version"));
    }
}
