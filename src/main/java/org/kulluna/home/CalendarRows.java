package org.kulluna.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The private addresses of calendars, and what was told through them. */
@Repository
class CalendarRows {
    /** Whose calendar is read, in which language. */
    record Reader(PersonId person, String language) {}

    private final JdbcClient sql;

    CalendarRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Reader> findReader(byte[] tokenHash) {
        return sql.sql("""
                select d.person_id, d.language from home.calendar_feed f
                  join people.lineage l on l.person_id = f.person_id
                  join people.directory d on d.person_id = l.canonical_id and not d.erased
                 where f.token_hash = :hash""").param("hash", tokenHash).query(CalendarRows::reader).optional();
    }

    Reader reader(PersonId person) {
        return sql.sql("select d.person_id, d.language from people.directory d where d.person_id = :person")
                .param("person", person.value())
                .query(CalendarRows::reader)
                .single();
    }

    @Nullable
    Instant findMadeAt(PersonId person) {
        return sql.sql("select made_at from home.calendar_feed where person_id = :person")
                .param("person", person.value())
                .query((rs, n) -> rs.getObject("made_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    /** The person's one address: an earlier one stops working. */
    void putFeed(PersonId person, byte[] tokenHash, Instant now) {
        sql.sql("""
                insert into home.calendar_feed (person_id, token_hash, made_at) values (:person, :hash, :now)
                on conflict (person_id) do update set token_hash = excluded.token_hash, made_at = excluded.made_at""")
                .param("person", person.value())
                .param("hash", tokenHash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean deleteFeed(PersonId person) {
        return sql.sql("delete from home.calendar_feed where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    /** What was told of those, and of whatever else ends after {@code since}; by time. */
    List<CalendarEntry> listTold(PersonId person, List<UUID> ids, Instant since) {
        return sql.sql("""
                select id, status, title, place, text, path, starts_at, ends_at, zone, sequence, changed_at
                  from home.calendar_entry
                 where person_id = :person and (ends_at > :since or id = any(:ids::uuid[])) order by starts_at, id""")
                .param("person", person.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(CalendarRows::entry)
                .list();
    }

    /** Where two read at once, the higher number stays. */
    void save(PersonId person, List<CalendarEntry> entries) {
        sql.sql("""
                insert into home.calendar_entry (person_id, id, status, title, place, text, path, starts_at, ends_at, zone,
                    sequence, changed_at)
                select :person, * from unnest(:ids::uuid[], :statuses::text[], :titles::text[], :places::text[],
                    :texts::text[], :paths::text[], :starts::timestamptz[], :ends::timestamptz[], :zones::text[],
                    :sequences::int[], :changed::timestamptz[])
                on conflict (person_id, id) do update
                   set status = excluded.status, title = excluded.title, place = excluded.place, text = excluded.text,
                       path = excluded.path, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                       zone = excluded.zone, sequence = excluded.sequence, changed_at = excluded.changed_at
                 where calendar_entry.sequence < excluded.sequence""")
                .param("person", person.value())
                .param("ids", texts(entries, CalendarEntry::id))
                .param("statuses", texts(entries, e -> e.content().status()))
                .param("titles", texts(entries, e -> e.content().title()))
                .param("places", texts(entries, e -> e.content().place()))
                .param("texts", texts(entries, e -> e.content().text()))
                .param("paths", texts(entries, e -> e.content().path()))
                .param("starts", texts(entries, e -> e.content().startsAt()))
                .param("ends", texts(entries, e -> e.content().endsAt()))
                .param("zones", texts(entries, e -> e.content().zone().getId()))
                .param("sequences", texts(entries, CalendarEntry::sequence))
                .param("changed", texts(entries, CalendarEntry::changedAt))
                .update();
    }

    void deleteAll(PersonId person) {
        deleteFeed(person);
        sql.sql("delete from home.calendar_entry where person_id = :person")
                .param("person", person.value())
                .update();
    }

    /** The address goes over to a record that has none; numbers go on above both. */
    void move(PersonId from, PersonId into) {
        sql.sql("""
                update home.calendar_feed set person_id = :into
                 where person_id = :from and not exists (select from home.calendar_feed where person_id = :into)""").param("from", from.value()).param("into", into.value()).update();
        sql.sql("""
                insert into home.calendar_entry (person_id, id, status, title, place, text, path, starts_at, ends_at, zone,
                    sequence, changed_at)
                select :into, id, status, title, place, text, path, starts_at, ends_at, zone, sequence, changed_at
                  from home.calendar_entry where person_id = :from
                on conflict (person_id, id) do update
                   set sequence = greatest(calendar_entry.sequence, excluded.sequence) + 1""").param("from", from.value()).param("into", into.value()).update();
        deleteAll(from);
    }

    private static String[] texts(List<CalendarEntry> entries, Function<CalendarEntry, Object> text) {
        return entries.stream().map(e -> text.apply(e).toString()).toArray(String[]::new);
    }

    private static Reader reader(ResultSet rs, int row) throws SQLException {
        return new Reader(new PersonId(rs.getObject("person_id", UUID.class)), rs.getString("language"));
    }

    private static CalendarEntry entry(ResultSet rs, int row) throws SQLException {
        return new CalendarEntry(
                rs.getObject("id", UUID.class),
                new CalendarEntry.Content(
                        rs.getString("status"),
                        rs.getString("title"),
                        rs.getString("place"),
                        rs.getString("text"),
                        rs.getString("path"),
                        rs.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(rs.getString("zone"))),
                rs.getInt("sequence"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
