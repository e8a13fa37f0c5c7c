package org.kulluna.whispers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Facts of reach, and what of them stands with the recipient. */
@Repository
class ReachedRows {
    /** The first of what was told of one whisper; reading it is seeing it too. */
    record Told(UUID whisper, Instant at, @Nullable Instant readAt) {
        Told and(Told other) {
            Instant read = readAt == null
                    ? other.readAt
                    : other.readAt == null || readAt.isBefore(other.readAt) ? readAt : other.readAt;
            return new Told(whisper, at.isBefore(other.at) ? at : other.at, read);
        }
    }

    /** Told times, put between the sending and now. */
    private static final String TOLD = """
            told as (
                select t.whisper_id, w.sent_at, w.unit_code, w.theme,
                       least(greatest(t.at, w.sent_at), :now::timestamptz) as at,
                       -- greatest() passes nulls over: unread would be read at the sending.
                       case when t.read_at is not null
                            then least(greatest(t.read_at, w.sent_at), :now::timestamptz) end as read_at
                  from unnest(:whispers::uuid[], :ats::timestamptz[], :reads::timestamptz[])
                       as t (whisper_id, at, read_at)
                  join whispers.whisper w on w.id = t.whisper_id and w.sent_at is not null
                   -- Nobody sees in the app what was taken back; a device that confirms late had it before.
                   and (:device or w.recalled_at is null or t.at < w.recalled_at))
            """;

    private final JdbcClient sql;

    ReachedRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** Marks seen and read, the earliest that was ever told, in the order of ids so that two tabs never wait in a ring. */
    List<UUID> mark(PersonId person, List<Told> told, Instant now) {
        return bind("with " + TOLD + """
                , held as materialized (
                    select c.whisper_id, c.person_id
                      from whispers.recipient c
                     where c.person_id in (select n.person_id from people.lineage n where n.canonical_id = :person)
                       and c.whisper_id = any(:whispers::uuid[]) and c.suppressed is null
                     order by c.whisper_id, c.person_id for no key update)
                update whispers.recipient c
                   set seen_at = least(coalesce(c.seen_at, t.at), t.at),
                       read_at = least(coalesce(c.read_at, t.read_at), coalesce(t.read_at, c.read_at))
                  from held h, told t
                 where c.whisper_id = h.whisper_id and c.person_id = h.person_id and t.whisper_id = h.whisper_id
                returning c.whisper_id""", person, told, false, now)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** One fact for each whisper that did not reach this person before, whatever record of theirs it was sent to. */
    void reach(PersonId person, List<Told> told, String channel, Instant now) {
        bind("with " + TOLD + """
                , mine as (
                    select distinct on (c.whisper_id) c.*
                      from people.lineage one
                      join people.lineage n on n.canonical_id = one.canonical_id
                      join whispers.recipient c on c.person_id = n.person_id
                     where one.person_id = :person and c.whisper_id = any(:whispers::uuid[]) and c.suppressed is null
                       and not exists (
                           select from people.lineage k join whispers.reached d on d.person_id = k.person_id
                            where k.canonical_id = one.canonical_id and d.whisper_id = c.whisper_id)
                     order by c.whisper_id, c.person_id = one.canonical_id desc)
                insert into whispers.reached (whisper_id, person_id, channel, how, happened_at, starts_on, unit_code, theme,
                    language, region, nationality, age_group, gender, home_place, recorded_at)
                select m.whisper_id, m.person_id, :channel,
                       case when t.read_at is not null and t.read_at <= t.at then 'read'
                            when :channel = 'push' then 'confirmed' else 'seen' end,
                       t.at, (t.sent_at at time zone 'Asia/Dubai')::date, t.unit_code, t.theme, m.language, m.region,
                       m.nationality, m.age_group, m.gender, m.home_place, :now
                  from mine m join told t on t.whisper_id = m.whisper_id
                 order by m.whisper_id
                on conflict do nothing""", person, told, channel.equals("push"), now)
                .param("channel", channel)
                .update();
    }

    private JdbcClient.StatementSpec bind(String text, PersonId person, List<Told> told, boolean device, Instant now) {
        return sql.sql(text)
                .param("person", person.value())
                .param("device", device)
                .param("now", WhisperRows.utc(now))
                .param("whispers", told.stream().map(Told::whisper).toArray(UUID[]::new))
                .param("ats", texts(told, Told::at))
                .param("reads", texts(told, Told::readAt));
    }

    private static @Nullable String[] texts(List<Told> told, Function<Told, @Nullable Instant> field) {
        return told.stream()
                .map(t -> {
                    Instant at = field.apply(t);
                    return at == null ? null : at.toString();
                })
                .toArray(String[]::new);
    }
}
