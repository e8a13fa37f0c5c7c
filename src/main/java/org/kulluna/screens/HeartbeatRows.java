package org.kulluna.screens;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class HeartbeatRows {
    private final JdbcClient sql;
    private final JsonMapper json;

    HeartbeatRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void put(UUID screen, Heartbeat b, PlayerApi.@Nullable Turn turn) {
        sql.sql("""
                with heard as (
                    update screens.screen set told_quiet_at = null where id = :screen and told_quiet_at is not null)
                insert into screens.heartbeat (screen_id, seen_at, player_version, clock_offset_ms, waiting_plays, showing,
                       connected, trouble, turn)
                values (:screen, :at, :player, :offset, :waiting, :showing, :connected, :trouble, :turn::jsonb)
                on conflict (screen_id) do update set seen_at = excluded.seen_at, player_version = excluded.player_version,
                    clock_offset_ms = excluded.clock_offset_ms, waiting_plays = excluded.waiting_plays,
                    showing = excluded.showing, connected = excluded.connected, trouble = excluded.trouble,
                    turn = excluded.turn""")
                .param("screen", screen)
                .param("at", b.seenAt().atOffset(ZoneOffset.UTC))
                .param("player", b.player())
                .param("offset", b.offsetMs())
                .param("waiting", b.waiting())
                .param("showing", b.showing())
                .param("connected", b.connected())
                .param("trouble", b.trouble())
                .param("turn", turn == null ? null : json.writeValueAsString(turn))
                .update();
    }

    /** JSON: what the wall showed when its player last spoke; "null" when it did not say. */
    String turn(UUID screen) {
        return sql.sql(
                        "select b.turn::text from screens.heartbeat b where b.screen_id = :screen and b.turn is not null")
                .param("screen", screen)
                .query(String.class)
                .optional()
                .orElse("null");
    }

    /** A screen that has said nothing since then, and whose officers were not told. */
    record Quiet(UUID screen, LocalizedText name, String unit, Instant since) {}

    /** Marks them told, each once, whoever asks. */
    List<Quiet> takeQuiet(Instant before, Instant now, int limit) {
        return sql.sql("""
                update screens.screen s set told_quiet_at = :now
                  from (select q.id, greatest(b.seen_at, q.paired_at) as since
                          from screens.screen q left join screens.heartbeat b on b.screen_id = q.id
                         where q.key_hash is not null and q.retired_at is null and q.told_quiet_at is null
                           and greatest(b.seen_at, q.paired_at) < :before
                         order by q.id limit :limit for update of q skip locked) x
                 where s.id = x.id
                returning s.id, s.name_ar, s.name_en, s.unit_code, x.since""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((rs, n) -> new Quiet(
                        rs.getObject("id", UUID.class),
                        new LocalizedText(rs.getString("name_ar"), rs.getString("name_en")),
                        rs.getString("unit_code"),
                        rs.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    List<PersonId> listHolders(Collection<String> roles, String unit) {
        return sql.sql("""
                select distinct h.person_id from people.role_holders h
                 where h.role = any(:roles) and (h.unit_code is null or h.unit_code = :unit)""")
                .param("roles", roles.toArray(String[]::new))
                .param("unit", unit)
                .query((rs, n) -> new PersonId(rs.getObject(1, UUID.class)))
                .list();
    }
}
