package org.kulluna.screens;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What a screen played: its days, and the latest plays. */
@Component
public class PlayLog {
    private final Screens screens;
    private final LogRows rows;

    PlayLog(Screens screens, LogRows rows) {
        this.screens = screens;
        this.rows = rows;
    }

    /** @param audience people estimated to have passed meanwhile: not persons who were reached */
    public record Day(LocalDate day, long plays, long urgent, BigDecimal audience) {}

    /** @param title of its whisper, {@code address} of its page: empty for what is none */
    public record Line(
            UUID id,
            String kind,
            LocalizedText title,
            String address,
            String language,
            Instant startedAt,
            Instant endedAt,
            boolean complete,
            boolean urgent) {}

    /** The last fourteen days with a play, newest first. */
    @Transactional(readOnly = true)
    public List<Day> days(Viewer viewer, UUID screen) {
        screens.get(viewer, screen);
        return rows.days(screen);
    }

    /** The last 50, newest first. */
    @Transactional(readOnly = true)
    public List<Line> latest(Viewer viewer, UUID screen) {
        screens.get(viewer, screen);
        return rows.latest(screen);
    }

    @Repository
    static class LogRows {
        private final JdbcClient sql;

        LogRows(JdbcClient sql) {
            this.sql = sql;
        }

        List<Day> days(UUID screen) {
            return sql.sql("""
                    select p.starts_on, count(*) as plays, count(*) filter (where p.urgent) as urgent, sum(p.audience) as audience
                      from screens.play p
                     where p.screen_id = :screen
                       and p.started_at > (select max(q.started_at) from screens.play q where q.screen_id = :screen)
                                          - interval '14 days'
                     group by p.starts_on order by p.starts_on desc limit 14""")
                    .param("screen", screen)
                    .query((rs, n) -> new Day(
                            rs.getObject("starts_on", LocalDate.class),
                            rs.getLong("plays"),
                            rs.getLong("urgent"),
                            rs.getBigDecimal("audience")))
                    .list();
        }

        List<Line> latest(UUID screen) {
            return sql.sql("""
                    select p.id, p.kind, coalesce(t.title_ar, '') as title_ar, coalesce(t.title_en, '') as title_en, p.language,
                           p.started_at, p.ended_at, p.complete, p.urgent, coalesce(i.address, '') as address
                      from (select q.* from screens.play q
                             where q.screen_id = :screen order by q.started_at desc limit 50) p
                      left join whispers.titles t on t.whisper_id = p.whisper_id
                      left join screens.loop_item i on i.id::text = p.item and p.kind = 'page'
                     order by p.started_at desc""")
                    .param("screen", screen)
                    .query((rs, n) -> new Line(
                            rs.getObject("id", UUID.class),
                            rs.getString("kind"),
                            new LocalizedText(rs.getString("title_ar"), rs.getString("title_en")),
                            rs.getString("address"),
                            rs.getString("language"),
                            rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                            rs.getObject("ended_at", OffsetDateTime.class).toInstant(),
                            rs.getBoolean("complete"),
                            rs.getBoolean("urgent")))
                    .list();
        }
    }
}
