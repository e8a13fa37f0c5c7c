package org.kulluna.screens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LoopRows {
    /** Whether the schedule c of the loop l reaches the screen me: its unit's, aimed at it, at a group of it or at all. */
    static final String REACHES = """
            l.unit_code = me.unit_code and l.retired_at is null and c.retired_at is null
                       and (c.to_day is null or c.to_day >= (:now::timestamptz)::date - 2)
                       and (c.screen_id = me.id or c.screen_id is null and c.group_id is null
                            or exists (select from screens.group_member m
                                         join screens.screen_group q on q.id = m.group_id and q.retired_at is null
                                        where m.group_id = c.group_id and m.screen_id = me.id))
            """;

    static final String TARGET = """
            case when c.screen_id is not null then 'screen'
                             when c.group_id is not null then 'group' else 'unit' end as target
            """;

    private static final String SCHEDULE = """
            select c.loop_id, c.id, c.screen_id, c.group_id, c.priority, c.from_day, c.to_day, c.weekdays,
                   coalesce(to_char(c.from_time, 'HH24:MI'), '') as from_time,
                   coalesce(to_char(c.to_time, 'HH24:MI'), '') as to_time
            """;

    private final JdbcClient sql;

    LoopRows(JdbcClient sql) {
        this.sql = sql;
    }

    List<Loop> list(Viewer viewer) {
        return whole(sql.sql("""
                select l.id, l.name_ar, l.name_en, l.unit_code from screens.loop l
                 where l.retired_at is null and (:everywhere or l.unit_code = any(:units::text[]))
                 order by l.name_ar, l.id limit 500""")
                .param("everywhere", viewer.mayEverywhere(Right.MANAGE_SCREENS))
                .param("units", viewer.unitsWith(Right.MANAGE_SCREENS).toArray(String[]::new))
                .query(LoopRows::head)
                .list());
    }

    Optional<Loop> find(UUID id) {
        return sql.sql("select l.id, l.name_ar, l.name_en, l.unit_code from screens.loop l"
                        + " where l.id = :id and l.retired_at is null")
                .param("id", id)
                .query(LoopRows::head)
                .optional()
                .map(l -> whole(List.of(l)).getFirst());
    }

    /** Also of one that plays no more. */
    Optional<String> findUnit(UUID id) {
        return sql.sql("select l.unit_code from screens.loop l where l.id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<UUID> loopOf(UUID schedule) {
        return sql.sql("select c.loop_id from screens.schedule c where c.id = :id")
                .param("id", schedule)
                .query(UUID.class)
                .optional();
    }

    boolean insert(UUID id, LoopForm f, Instant now) {
        return sql.sql("""
                insert into screens.loop (id, name_ar, name_en, unit_code, created_at)
                values (:id, :ar, :en, :unit, :now) on conflict (id) do nothing""")
                        .param("id", id)
                        .param("ar", f.nameAr())
                        .param("en", f.nameEn())
                        .param("unit", f.unit())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when it is already. */
    boolean retire(UUID id, Instant now) {
        return sql.sql("update screens.loop set retired_at = :now where id = :id and retired_at is null")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whoever changes a loop's order waits for whoever does so already. */
    void lock(UUID loop) {
        sql.sql("select l.id from screens.loop l where l.id = :id for update")
                .param("id", loop)
                .query(UUID.class)
                .single();
    }

    void add(UUID loop, Loop.Item item) {
        sql.sql("""
                insert into screens.loop_item (id, loop_id, position, kind, whisper_id, address, seconds)
                select :id, :loop, coalesce(max(i.position), 0) + 1, :kind, :whisper::uuid, :address, :seconds
                  from screens.loop_item i where i.loop_id = :loop
                on conflict (id) do nothing""").params(params(loop, item)).update();
    }

    /** In the place of that one, which goes. */
    void replace(UUID loop, UUID old, Loop.Item item, Instant now) {
        sql.sql("""
                insert into screens.loop_item (id, loop_id, position, kind, whisper_id, address, seconds)
                select :id, :loop, i.position, :kind, :whisper::uuid, :address, :seconds
                  from screens.loop_item i where i.id = :old and i.loop_id = :loop and i.position is not null
                on conflict (id) do nothing""").params(params(loop, item)).param("old", old).update();
        remove(loop, old, now);
    }

    private static Map<String, Object> params(UUID loop, Loop.Item item) {
        Map<String, Object> p = new HashMap<>();
        p.put("id", item.id());
        p.put("loop", loop);
        p.put("kind", item.kind());
        p.put("whisper", item.whisper() == null ? null : item.whisper().toString());
        p.put("address", item.address());
        p.put("seconds", item.seconds());
        return p;
    }

    void order(UUID loop, List<UUID> items) {
        sql.sql("""
                update screens.loop_item i set position = o.place
                  from unnest(:ids::uuid[]) with ordinality as o(id, place)
                 where i.id = o.id and i.loop_id = :loop""")
                .param("ids", items.stream().map(UUID::toString).toArray(String[]::new))
                .param("loop", loop)
                .update();
    }

    /** It stays for what was played of it. */
    void remove(UUID loop, UUID item, Instant now) {
        sql.sql("""
                update screens.loop_item set position = null, removed_at = :now
                 where id = :id and loop_id = :loop and position is not null""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", item)
                .param("loop", loop)
                .update();
    }

    void schedule(UUID loop, Loop.Schedule s, Instant now) {
        sql.sql("""
                insert into screens.schedule (id, loop_id, screen_id, group_id, priority, from_day, to_day, weekdays, from_time, to_time,
                       created_at)
                values (:id, :loop, :screen::uuid, :group::uuid, :priority, :fromDay::date, :toDay::date, :weekdays::int[],
                        nullif(:fromTime, '')::time, nullif(:toTime, '')::time, :now)
                on conflict (id) do nothing""")
                .param("id", s.id())
                .param("loop", loop)
                .param("screen", s.screen() == null ? null : s.screen().toString())
                .param("group", s.group() == null ? null : s.group().toString())
                .param("priority", s.priority())
                .param("fromDay", s.fromDay() == null ? null : s.fromDay().toString())
                .param("toDay", s.toDay() == null ? null : s.toDay().toString())
                .param("weekdays", s.weekdays().toArray(Integer[]::new))
                .param("fromTime", s.fromTime())
                .param("toTime", s.toTime())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID schedule, Instant now) {
        sql.sql("update screens.schedule set retired_at = :now where id = :id and retired_at is null")
                .param("id", schedule)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whispers a loop may name alone: those that screens may show now, and those it names already. */
    Map<String, LocalizedText> whispers(UUID loop, Instant now) {
        Map<String, LocalizedText> titles = new LinkedHashMap<>();
        sql.sql("""
                select t.whisper_id, coalesce(t.title_ar, '') as title_ar, coalesce(t.title_en, '') as title_en
                  from whispers.titles t
                 where t.whisper_id in (select i.whisper_id from screens.loop_item i
                                         where i.loop_id = :loop and i.position is not null)
                    or t.whisper_id in (select o.whisper_id from whispers.on_screens o
                                         where o.recalled_at is null
                                           and (o.released_everywhere or o.unit_code = (
                                               select l.unit_code from screens.loop l where l.id = :loop))
                                           and coalesce(o.expires_at, o.sent_at + interval '30 days') > :now)
                 order by t.sent_at desc limit 200""")
                .param("loop", loop)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(rs -> {
                    titles.put(
                            rs.getString("whisper_id"),
                            new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")));
                });
        return titles;
    }

    private static Loop head(ResultSet rs, int row) throws SQLException {
        LocalizedText name = new LocalizedText(rs.getString("name_ar"), rs.getString("name_en"));
        return new Loop(rs.getObject("id", UUID.class), name, rs.getString("unit_code"), List.of(), List.of());
    }

    private List<Loop> whole(List<Loop> heads) {
        UUID[] ids = heads.stream().map(Loop::id).toArray(UUID[]::new);
        Map<UUID, List<Loop.Item>> items = items(ids);
        Map<UUID, List<Loop.Schedule>> schedules = schedules(ids);
        return heads.stream()
                .map(l -> new Loop(
                        l.id(),
                        l.name(),
                        l.unit(),
                        items.getOrDefault(l.id(), List.of()),
                        schedules.getOrDefault(l.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Loop.Item>> items(UUID[] loops) {
        Map<UUID, List<Loop.Item>> found = new HashMap<>();
        sql.sql("select i.loop_id, i.id, i.kind, i.whisper_id, i.address, i.seconds from screens.loop_item i"
                        + " where i.loop_id = any(:loops) and i.position is not null order by i.position")
                .param("loops", loops)
                .query(rs -> {
                    found.computeIfAbsent(rs.getObject("loop_id", UUID.class), l -> new ArrayList<>())
                            .add(new Loop.Item(
                                    rs.getObject("id", UUID.class),
                                    rs.getString("kind"),
                                    rs.getObject("whisper_id", UUID.class),
                                    rs.getString("address"),
                                    rs.getInt("seconds")));
                });
        return found;
    }

    /** Those that reach a screen and are not over, in the order in which they win. */
    List<Reaching> reaching(UUID screen, Instant now) {
        return sql.sql(SCHEDULE + """
                       , l.name_ar, l.name_en, coalesce(g.name_ar, '') as group_ar, coalesce(g.name_en, '') as group_en,
                       """ + TARGET + """
                  from screens.schedule c join screens.loop l on l.id = c.loop_id
                  join screens.screen me on me.id = :screen
                  left join screens.screen_group g on g.id = c.group_id
                 where\s""" + REACHES + """
                 order by c.priority desc, c.screen_id is not null desc, c.group_id is not null desc, c.created_at desc,
                       c.id desc""")
                .param("screen", screen)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((rs, n) -> new Reaching(
                        rs.getObject("loop_id", UUID.class),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getString("target"),
                        new LocalizedText(rs.getString("group_ar"), rs.getString("group_en")),
                        schedule(rs)))
                .list();
    }

    private Map<UUID, List<Loop.Schedule>> schedules(UUID[] loops) {
        Map<UUID, List<Loop.Schedule>> found = new HashMap<>();
        sql.sql(SCHEDULE + """
                  from screens.schedule c where c.loop_id = any(:loops) and c.retired_at is null
                 order by c.priority desc, c.created_at desc, c.id""").param("loops", loops).query(rs -> {
            found.computeIfAbsent(rs.getObject("loop_id", UUID.class), l -> new ArrayList<>())
                    .add(schedule(rs));
        });
        return found;
    }

    private static Loop.Schedule schedule(ResultSet rs) throws SQLException {
        return new Loop.Schedule(
                rs.getObject("id", UUID.class),
                rs.getObject("screen_id", UUID.class),
                rs.getObject("group_id", UUID.class),
                rs.getInt("priority"),
                rs.getObject("from_day", LocalDate.class),
                rs.getObject("to_day", LocalDate.class),
                List.of((Integer[]) rs.getArray("weekdays").getArray()),
                rs.getString("from_time"),
                rs.getString("to_time"));
    }
}
