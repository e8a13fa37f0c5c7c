package org.kulluna.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgendaRows {
    private final JdbcClient sql;

    AgendaRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the person, under whichever record, holds and what ends after {@code since}; soonest first, each once. */
    List<Appointment> list(PersonId person, Instant since) {
        Map<UUID, Appointment> once = new LinkedHashMap<>();
        sql.sql("""
                select 'duty' as kind, h.state, s.id, s.id as page, s.title_ar, s.title_en, h.role_ar as detail_ar,
                       h.role_en as detail_en, '' as room_ar, '' as room_en, s.place_code, s.starts_at, s.ends_at, s.zone
                  from volunteering.held_places h
                  join volunteering.published_shifts s on s.id = h.shift_id and s.state = 'published'
                 where h.person_id = any(:records::uuid[]) and s.ends_at > :since
                union all
                select a.kind, a.state, a.id, a.offering_id, a.title_ar, a.title_en, a.part_ar, a.part_en, a.room_ar,
                       a.room_en, a.place_code, a.starts_at, a.ends_at, a.zone
                  from training.agenda a
                 where a.person_id = any(:records::uuid[]) and a.ends_at > :since
                 order by starts_at, id, kind""")
                .param("records", records(person))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(AgendaRows::fromRow)
                .list()
                .forEach(a -> once.putIfAbsent(a.id(), a));
        return List.copyOf(once.values());
    }

    /** Of that person: named one by one, so that what they hold is found by its index. */
    private String[] records(PersonId person) {
        return sql.sql("""
                select l.person_id::text from people.lineage l
                 where l.canonical_id = (select m.canonical_id from people.lineage m where m.person_id = :person)""")
                .param("person", person.value())
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private static Appointment fromRow(ResultSet rs, int row) throws SQLException {
        return new Appointment(
                rs.getObject("id", UUID.class),
                Appointment.Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
                rs.getString("state").equals("waiting"),
                text(rs, "title"),
                text(rs, "detail"),
                text(rs, "room"),
                rs.getString("place_code"),
                rs.getObject("page", UUID.class),
                rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                ZoneId.of(rs.getString("zone")));
    }

    private static LocalizedText text(ResultSet rs, String column) throws SQLException {
        return new LocalizedText(rs.getString(column + "_ar"), rs.getString(column + "_en"));
    }
}
