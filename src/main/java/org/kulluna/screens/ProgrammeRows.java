package org.kulluna.screens;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a player needs to decide by itself, as one JSON text. */
@Repository
class ProgrammeRows {
    private final JdbcClient sql;
    private final PageHosts hosts;

    ProgrammeRows(JdbcClient sql, PageHosts hosts) {
        this.sql = sql;
        this.hosts = hosts;
    }

    /** Schedules that reach the screen, their loops, pages of hosts that may be shown now, and whispers that may be shown. Of very many, urgent ones and those that its loops name come first. */
    String programme(UUID screen, Instant now) {
        return sql.sql("""
                with me as (select * from screens.screen where id = :screen),
                mine as (
                    select c.*, """ + LoopRows.TARGET + """
                      from screens.schedule c join screens.loop l on l.id = c.loop_id cross join me
                     where\s""" + LoopRows.REACHES + """
                ),
                words as (
                    select o.whisper_id, o.revision, o.urgent, o.sent_at,
                           o.expires_at as until, o.urgent_until, o.picture_id, jsonb_object_agg(o.language,
                               jsonb_build_object('title', o.title, 'body', o.body, 'alt', o.picture_alt)) as words
                      from whispers.on_screens o join me on o.released_everywhere or o.unit_code = me.unit_code
                     where o.recalled_at is null and o.expires_at > :now
                     group by 1, 2, 3, 4, 5, 6, 7
                     order by coalesce(o.urgent_until > :now, false) desc,
                              o.whisper_id in (select i.whisper_id from screens.loop_item i join mine m on m.loop_id = i.loop_id
                                                where i.whisper_id is not null and i.position is not null) desc,
                              o.sent_at desc, o.whisper_id limit 50)
                select jsonb_build_object(
                    'screen', (select jsonb_build_object('id', me.id, 'nameAr', me.name_ar, 'nameEn', me.name_en,
                        'landscape', me.landscape, 'languages', me.languages, 'zone', me.zone, 'digits', me.digits) from me),
                    'schedules', coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'loop', m.loop_id,
                        'target', m.target, 'priority', m.priority, 'fromDay', m.from_day, 'toDay', m.to_day,
                        'weekdays', m.weekdays, 'fromTime', to_char(m.from_time, 'HH24:MI'),
                        'toTime', to_char(m.to_time, 'HH24:MI'), 'createdAt', m.created_at) order by m.id) from mine m), '[]'),
                    'loops', coalesce((select jsonb_object_agg(i.loop_id, i.items) from (
                        select li.loop_id, jsonb_agg(jsonb_build_object('id', li.id, 'kind', li.kind, 'seconds', li.seconds,
                               'whisper', li.whisper_id, 'address', li.address) order by li.position) as items
                          from screens.loop_item li where li.loop_id in (select m.loop_id from mine m) and li.position is not null
                           and (li.kind <> 'page' or exists (select from unnest(:origins::text[]) o
                                                              where starts_with(li.address, o || '/')))
                         group by li.loop_id) i), '{}'),
                    'whispers', coalesce((select jsonb_agg(jsonb_build_object('id', w.whisper_id, 'revision', w.revision,
                        'sentAt', w.sent_at, 'until', w.until, 'urgentUntil', w.urgent_until, 'words', w.words,
                        'picture', '/screens/player/pictures/' || w.picture_id) order by w.sent_at desc, w.whisper_id)
                        from words w), '[]'))::text""")
                .param("screen", screen)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("origins", hosts.origins().toArray(String[]::new))
                .query(String.class)
                .single();
    }

    record Picture(String mediaType, byte[] bytes) {}

    /** Of a whisper that this screen may show now: one that was recalled or is over is nowhere any more. */
    Optional<Picture> findPicture(Screen screen, UUID id, Instant now) {
        return sql.sql("""
                select p.media_type, p.bytes from whispers.screen_pictures p
                 where p.picture_id = :id
                   and exists (select from whispers.on_screens o
                                where o.picture_id = p.picture_id and o.recalled_at is null and o.sent_at <= :now
                                  and o.expires_at > :now
                                  and (o.released_everywhere or o.unit_code = :unit))""")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("unit", screen.unit())
                .query((rs, n) -> new Picture(rs.getString(1), rs.getBytes(2)))
                .optional();
    }
}
