package org.kulluna.screens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlayRows {
    private final JdbcClient sql;

    PlayRows(JdbcClient sql) {
        this.sql = sql;
    }

    /** When a whisper was sent, and in which revision: only an approved one is, and it stays. */
    record Sent(UUID whisper, Instant at, int revision) {}

    /** Those of them that were ever sent. */
    Map<UUID, Sent> sent(Collection<UUID> whispers) {
        Map<UUID, Sent> sent = new HashMap<>();
        sql.sql("select t.whisper_id, t.sent_at, t.revision from whispers.titles t"
                        + " where t.whisper_id = any(:ids) and t.sent_at is not null")
                .param("ids", whispers.toArray(UUID[]::new))
                .query((rs, n) -> new Sent(
                        rs.getObject("whisper_id", UUID.class),
                        rs.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        rs.getInt("revision")))
                .list()
                .forEach(s -> sent.put(s.whisper(), s));
        return sent;
    }

    /** Whoever brings plays of a screen waits for whoever does so already: each is judged by all before it. */
    void lock(UUID screen) {
        sql.sql("select s.id from screens.screen s where s.id = :id for no key update")
                .param("id", screen)
                .query(UUID.class)
                .single();
    }

    /** Stored plays of that screen that may lie over one of these: for each the two that began last before its end. */
    List<Span> neighbours(UUID screen, Collection<Play> plays) {
        return sql.sql("""
                select distinct q.id, q.started_at, q.ended_at
                  from unnest(:starts::timestamptz[], :ends::timestamptz[]) as f(began, over)
                 cross join lateral (select p.id, p.started_at, p.ended_at from screens.play p
                                      where p.screen_id = :screen and p.started_at < f.over
                                      order by p.started_at desc limit 2) q
                 where q.ended_at > f.began""")
                .param("starts", texts(plays, Play::start))
                .param("ends", texts(plays, Play::end))
                .param("screen", screen)
                .query((rs, n) -> new Span(
                        rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** All of one screen in one statement; those that were not there before. */
    Set<UUID> insert(UUID screen, List<Play> plays, Instant now) {
        return new HashSet<>(sql.sql("""
                insert into screens.play (id, screen_id, kind, whisper_id, revision, item, schedule_id, language,
                       player_started_at, player_ended_at, clock_offset_ms, started_at, ended_at, complete, urgent,
                       audience, starts_on, unit_code, place_code, region, recorded_at, theme, group_ids)
                select f.id, s.id, f.kind, f.whisper, f.revision, f.item, f.schedule, f.language, f.began, f.over, f.ahead,
                       f.began + x.mend, f.over + x.mend, f.complete, f.urgent and coalesce(t.urgent, false),
                       s.passers_by_hour * extract(epoch from f.over - f.began) / 3600,
                       ((f.began + x.mend) at time zone s.zone)::date, s.unit_code, s.place_code,
                       coalesce(p.region, 'unknown'), :now, coalesce(t.theme, ''),
                       array(select g.id from screens.group_member m
                               join screens.screen_group g on g.id = m.group_id and g.retired_at is null
                              where m.screen_id = s.id order by 1)
                  from unnest(:ids::uuid[], :kinds::text[], :whispers::uuid[], :revisions::int[], :items::text[],
                              :schedules::uuid[], :languages::text[], :began::timestamptz[], :over::timestamptz[],
                              :ahead::bigint[], :complete::boolean[], :urgent::boolean[])
                    as f(id, kind, whisper, revision, item, schedule, language, began, over, ahead, complete, urgent)
                  join screens.screen s on s.id = :screen
                  left join places.names p on p.code = s.place_code
                  left join whispers.titles t on t.whisper_id = f.whisper
                 cross join lateral (select f.ahead * interval '1 millisecond' as mend) x
                 order by f.id
                on conflict (id) do nothing returning id""")
                .param("ids", texts(plays, Play::id))
                .param("kinds", texts(plays, Play::kind))
                .param("whispers", texts(plays, Play::whisper))
                .param("revisions", texts(plays, Play::revision))
                .param("items", texts(plays, Play::item))
                .param("schedules", texts(plays, Play::schedule))
                .param("languages", texts(plays, Play::language))
                .param("began", texts(plays, Play::playerStart))
                .param("over", texts(plays, Play::playerEnd))
                .param("ahead", texts(plays, Play::offsetMs))
                .param("complete", texts(plays, Play::complete))
                .param("urgent", texts(plays, Play::urgent))
                .param("screen", screen)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }

    /** As stored for that screen; another screen's are not told. */
    Map<UUID, Play> stored(UUID screen, Collection<UUID> ids) {
        Map<UUID, Play> found = new HashMap<>();
        sql.sql("""
                select p.id, p.kind, p.whisper_id, p.revision, p.item, p.schedule_id, p.language, p.player_started_at,
                       p.player_ended_at, p.clock_offset_ms, p.complete, p.urgent
                  from screens.play p where p.id = any(:ids) and p.screen_id = :screen""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("screen", screen)
                .query(PlayRows::fromRow)
                .list()
                .forEach(p -> found.put(p.id(), p));
        return found;
    }

    private static Play fromRow(ResultSet rs, int row) throws SQLException {
        return new Play(
                rs.getObject("id", UUID.class),
                rs.getString("kind"),
                rs.getObject("whisper_id", UUID.class),
                rs.getObject("revision", Integer.class),
                rs.getString("item"),
                rs.getObject("schedule_id", UUID.class),
                rs.getString("language"),
                rs.getObject("player_started_at", OffsetDateTime.class).toInstant(),
                rs.getObject("player_ended_at", OffsetDateTime.class).toInstant(),
                rs.getLong("clock_offset_ms"),
                rs.getBoolean("complete"),
                rs.getBoolean("urgent"));
    }

    private static @Nullable String[] texts(Collection<Play> plays, Function<Play, @Nullable Object> part) {
        return plays.stream()
                .map(p -> {
                    Object value = part.apply(p);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}
