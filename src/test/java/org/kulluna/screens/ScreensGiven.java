package org.kulluna.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.Given;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Screens and whispers a test starts from. */
@Component
public class ScreensGiven {
    private final Given given;
    private final JdbcClient sql;
    private final Clock clock;
    private final Screens screens;
    private final Pairings pairings;
    private final Loops loops;

    ScreensGiven(Given given, JdbcClient sql, Clock clock, Screens screens, Pairings pairings, Loops loops) {
        this.loops = loops;
        this.given = given;
        this.sql = sql;
        this.clock = clock;
        this.screens = screens;
        this.pairings = pairings;
    }

    /** A paired screen and the key its player holds. */
    public record Paired(UUID id, String unit, String key) {}

    public Viewer officer(String unit) {
        return given.actor(Role.COMMUNICATIONS_OFFICER, unit).viewer();
    }

    static ScreenForm form(String unit, String place, String code) {
        return new ScreenForm(
                Ids.next().toString(),
                code,
                "شاشة المدخل",
                "Entrance " + unit,
                unit,
                place,
                "",
                "landscape",
                "ar en",
                "latn",
                "Asia/Dubai",
                "120",
                "0");
    }

    public Paired paired() {
        String unit = given.unit();
        Pairings.Offered offered = pairings.offer();
        UUID id = screens.pair(officer(unit), form(unit, given.place(), offered.code()))
                .screen()
                .id();
        return new Paired(id, unit, String.valueOf(pairings.ask(offered.poll()).key()));
    }

    /** Sent now. */
    public UUID whisper(String unit, boolean urgent, Instant expires) {
        return whisper(unit, urgent, clock.instant(), expires);
    }

    public UUID whisper(String unit, boolean urgent, Instant sent, Instant expires) {
        UUID id = Ids.next();
        var now = sent.atOffset(ZoneOffset.UTC);
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, urgent, urgent_reason, sent_at, expires_at,
                       created_by, created_at, changed_at)
                values (?, ?, 'safety', 'sent', ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        unit,
                        urgent,
                        urgent ? "flood" : "",
                        now,
                        expires.atOffset(ZoneOffset.UTC),
                        Ids.next(),
                        now,
                        now)
                .update();
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at) values (?, 1, ?, ?)")
                .params(id, Ids.next(), now)
                .update();
        sql.sql(
                        "insert into whispers.wording (whisper_id, revision, language, title, body) values (?, 1, 'ar', ?, 'نص'), (?, 1, 'en', ?, 'Text')")
                .params(id, "همسة " + id, id, "Whisper " + id)
                .update();
        return id;
    }

    /** A loop of the unit, timed for all its screens at once. */
    public UUID loop(String unit, ItemForm... items) {
        Viewer officer = officer(unit);
        UUID id = loops.add(officer, new LoopForm(null, "حلقة", "Loop " + unit, unit))
                .id();
        for (ItemForm item : items) {
            loops.addItem(officer, id, item);
        }
        loops.schedule(officer, id, new ScheduleForm(null, "", "", "", "", "", "", "", ""));
        return id;
    }

    public static ItemForm page(String address, int seconds) {
        return new ItemForm(Ids.next().toString(), "page", "", address, String.valueOf(seconds));
    }

    public static ItemForm whispers(int seconds) {
        return new ItemForm(Ids.next().toString(), "whispers", "", "", String.valueOf(seconds));
    }

    /** A second revision of it, with a picture. */
    UUID picture(UUID whisper) {
        UUID id = Ids.next();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        byte[] bytes = id.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        sql.sql("insert into whispers.picture (id, hash, media_type, width, height, bytes, added_by, added_at)"
                        + " values (?, ?, 'image/png', 1, 1, ?, ?, ?)")
                .params(id, bytes, bytes, Ids.next(), now)
                .update();
        sql.sql(
                        "insert into whispers.revision (whisper_id, number, picture_id, written_by, written_at) values (?, 2, ?, ?, ?)")
                .params(whisper, id, Ids.next(), now)
                .update();
        sql.sql(
                        "insert into whispers.wording (whisper_id, revision, language, title, body)"
                                + " select w.whisper_id, 2, w.language, w.title, w.body from whispers.wording w where w.whisper_id = ?")
                .param(whisper)
                .update();
        sql.sql("update whispers.whisper set revision = 2 where id = ?")
                .param(whisper)
                .update();
        return id;
    }
}
