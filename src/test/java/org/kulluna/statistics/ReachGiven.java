package org.kulluna.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes sent whispers and what became of them as their room would have left them. */
final class ReachGiven {
    private final JdbcClient sql;

    ReachGiven(JdbcClient sql) {
        this.sql = sql;
    }

    record Told(UUID id, String unit, String theme, Instant at) {
        LocalDate day() {
            return LocalDate.ofInstant(at, Time.PROGRAMME_ZONE);
        }
    }

    /** What is fixed of a person on a row of reach. */
    record Whom(
            PersonId person,
            String language,
            String region,
            String nationality,
            String ageGroup,
            String gender,
            String home) {}

    Told whisper(String unit, String theme, Instant at) {
        UUID id = Ids.next();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, sent_at, expires_at, planned_at, pushed_at,
                    created_by, created_at, changed_at)
                values (:id, :unit, :theme, 'sent', :at, :at::timestamptz + interval '7 days', :at, :at, :id, :at, :at)""")
                .param("id", id)
                .param("unit", unit)
                .param("theme", theme)
                .param("at", time(at))
                .update();
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at) values (?, 1, ?, ?)")
                .params(id, id, time(at))
                .update();
        for (String language : new String[] {"ar", "en"}) {
            String title = language.equals("ar") ? "همسة" : "Whisper " + id;
            sql.sql(
                            "insert into whispers.wording (whisper_id, revision, language, title, body) values (?, 1, ?, ?, '')")
                    .params(id, language, title)
                    .update();
        }
        return new Told(id, unit, theme, at);
    }

    /** @param suppressed why; null: it was sent to the person */
    void recipient(Told t, Whom w, @Nullable String suppressed) {
        sql.sql("""
                insert into whispers.recipient (whisper_id, person_id, language, region, nationality, age_group, gender,
                    home_place, suppressed, due_at, planned_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::text, ?, ?)""")
                .params(t.id(), w.person().value(), w.language(), w.region(), w.nationality(), w.ageGroup(), w.gender())
                .params(w.home(), suppressed, time(t.at()), time(t.at()))
                .update();
    }

    void push(Told t, Whom w, String state) {
        sql.sql("""
                insert into delivery.push_message (id, kind, topic, created_at, expires_at)
                values (?, 'whisper', 't', ?, ?) on conflict do nothing""").params(t.id(), time(t.at()), time(t.at())).update();
        sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, state, next_at)
                values (?, ?, ?, 'ar', ?, ?, ?)""")
                .params(t.id(), Ids.next(), w.person().value(), time(t.at()), state, time(t.at()))
                .update();
    }

    void reached(Told t, Whom w, String channel, String how, Instant happened, Instant recorded) {
        sql.sql("""
                insert into whispers.reached (whisper_id, person_id, channel, how, happened_at, starts_on, unit_code, theme,
                    language, region, nationality, age_group, gender, home_place, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(t.id(), w.person().value(), channel, how, time(happened), t.day(), t.unit(), t.theme())
                .params(w.language(), w.region(), w.nationality(), w.ageGroup(), w.gender(), w.home(), time(recorded))
                .update();
    }

    /** @param audience people estimated to have passed */
    void play(Told t, String screen, String region, Instant at, double audience) {
        sql.sql("""
                insert into screens.play (id, screen_id, kind, whisper_id, revision, language, player_started_at,
                    player_ended_at, clock_offset_ms, started_at, ended_at, complete, audience, starts_on, unit_code,
                    place_code, region, recorded_at, theme, group_ids)
                select ?, s.id, 'whisper', ?, 1, 'ar', ?, ?, 0, ?, ?, true, ?, ?, s.unit_code, s.place_code, ?, ?, ?,
                       array(select m.group_id from screens.group_member m where m.screen_id = s.id)
                  from screens.screen s where s.id = ?::uuid""")
                .params(Ids.next(), t.id(), time(at), time(at), time(at), time(at), audience)
                .params(LocalDate.ofInstant(at, Time.PROGRAMME_ZONE), region, time(at), t.theme(), screen)
                .update();
    }

    String screen(String unit, String place) {
        UUID id = Ids.next();
        sql.sql("""
                insert into screens.screen (id, name_ar, name_en, unit_code, place_code, created_at)
                values (?, 'شاشة', 'Screen', ?, ?, now())""").params(id, unit, place).update();
        return id.toString();
    }

    String group(String unit, String... screens) {
        UUID id = Ids.next();
        sql.sql("insert into screens.screen_group (id, name_ar, name_en, unit_code, created_at)"
                        + " values (?, 'مجموعة', ?, ?, now())")
                .params(id, "Group " + id, unit)
                .update();
        for (String screen : screens) {
            sql.sql("insert into screens.group_member (group_id, screen_id) values (?, ?::uuid)")
                    .params(id, screen)
                    .update();
        }
        return id.toString();
    }

    void merge(PersonId into, PersonId from) {
        sql.sql("update people.person set merged_into = ? where id = ?")
                .params(into.value(), from.value())
                .update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
