package org.kulluna.screens;

import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HeartbeatRows {
    private final JdbcClient sql;

    HeartbeatRows(JdbcClient sql) {
        this.sql = sql;
    }

    void put(UUID screen, Heartbeat b) {
        sql.sql("""
                with heard as (
                    update screens.screen set told_quiet_at = null where id = :screen and told_quiet_at is not null)
                insert into screens.heartbeat (screen_id, seen_at, player_version, clock_offset_ms, waiting_plays, showing,
                       connected, trouble)
                values (:screen, :at, :player, :offset, :waiting, :showing, :connected, :trouble)
                on conflict (screen_id) do update set seen_at = excluded.seen_at, player_version = excluded.player_version,
                    clock_offset_ms = excluded.clock_offset_ms, waiting_plays = excluded.waiting_plays,
                    showing = excluded.showing, connected = excluded.connected, trouble = excluded.trouble""")
                .param("screen", screen)
                .param("at", b.seenAt().atOffset(ZoneOffset.UTC))
                .param("player", b.player())
                .param("offset", b.offsetMs())
                .param("waiting", b.waiting())
                .param("showing", b.showing())
                .param("connected", b.connected())
                .param("trouble", b.trouble())
                .update();
    }
}
