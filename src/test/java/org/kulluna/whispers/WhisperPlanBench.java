package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Goal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the officer's click over HTTP until everybody meant has the whisper in the inbox: a house in a process of its own,
 * fsync on, members with accounts, a fifth with quiet hours or muted themes. First while the cap can be nobody's, then
 * after three others within the week, when what each had is counted.
 */
@Tag("bench")
@Timeout(value = 30, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhisperPlanBench {
    private static final double WANTED_SECONDS = 2;

    @Test
    void one_whisper() throws Exception {
        for (String size :
                System.getProperty("kulluna.bench.members", "10000,152001").split(",")) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int members) throws Exception {
        try (HouseProcess house = new HouseProcess()) {
            house.with("-Xmx256m", "-XX:+UseSerialGC").start();
            JdbcClient sql = house.sql();
            people(sql, members);
            house.account("whisperer", Role.COMMUNICATIONS_OFFICER);
            ApiClient desk = house.client("whisperer");
            for (int i = 1; i <= 4; i++) {
                UUID whisper = approved(sql);
                long begun = System.nanoTime();
                assertThat(desk.post("/api/v1/whispers/" + whisper + "/send", Map.of())
                                .status())
                        .isEqualTo(200);
                while (!isPlanned(sql, whisper)) {
                    Thread.sleep(5);
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf(
                        Locale.ROOT,
                        "%d members, whisper %d%s: in the inbox of %d after %.2f s%n",
                        members,
                        i,
                        i == 4 ? " (cap counted)" : "",
                        inboxes(sql, whisper),
                        seconds);
                assertThat(inboxes(sql, whisper)).isEqualTo(i == 4 ? 0 : members - members / 50);
                Goal.atMost(members + " members, seconds until planned", seconds, WANTED_SECONDS);
            }
        }
    }

    private static boolean isPlanned(JdbcClient sql, UUID whisper) {
        return sql.sql("select planned_at is not null from whispers.whisper where id = ?")
                .param(whisper)
                .query(Boolean.class)
                .single();
    }

    private static long inboxes(JdbcClient sql, UUID whisper) {
        return sql.sql("select count(*) from whispers.recipient where whisper_id = ? and suppressed is null")
                .param(whisper)
                .query(Long.class)
                .single();
    }

    private static UUID approved(JdbcClient sql) {
        UUID id = Ids.next();
        UUID by = sql.sql("select person_id from people.account where username = 'whisperer'")
                .query(UUID.class)
                .single();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, released_everywhere, created_by, created_at, changed_at)
                values (?, 'bench', 'volunteering', 'approved', true, ?, now(), now())""").params(id, by).update();
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at) values (?, 1, ?, now())")
                .params(id, by)
                .update();
        sql.sql("""
                insert into whispers.wording (whisper_id, revision, language, title, body)
                values (?, 1, 'ar', 'همسة', 'نص'), (?, 1, 'en', 'Whisper', 'Text')""").params(id, id).update();
        sql.sql("""
                insert into whispers.review (id, whisper_id, revision, kind, decided_by, decided_at)
                values (?, ?, 1, 'approved', ?, now())""").params(Ids.next(), id, by).update();
        return id;
    }

    private static void people(JdbcClient sql, int members) {
        sql.sql("""
                insert into places.place (code, name_ar, name_en, region, lat, lng)
                select 'b' || n, 'حي', 'Place', case n % 3 when 0 then 'abu_dhabi' when 1 then 'al_ain' else 'al_dhafra' end,
                       24.4, 54.4 from generate_series(0, 42) n""").update();
        sql.sql("""
                insert into units.unit (code, kind, name_ar, name_en, region)
                values ('bench', 'police', 'وحدة', 'Unit', 'abu_dhabi')""").update();
        sql.sql("""
                insert into people.person (id, name_ar, name_en, created_at, home_place, born_on, language)
                select gen_random_uuid(), 'عضو', 'Member', now(), 'b' || n % 43, date '1960-01-01' + n % 16000,
                       case n % 3 when 0 then 'en' when 1 then 'ur' else 'ar' end
                  from generate_series(1, ?) n""").param(members).update();
        sql.sql("""
                insert into membership.member (person_id, number, public_id, status, student, accepted_at)
                select p.id, row_number() over (), gen_random_uuid(), 'active', false, now() from people.person p""").update();
        sql.sql("""
                insert into people.account (id, person_id, username, password_hash, created_at)
                select gen_random_uuid(), p.id, 'm' || p.id, '-', now() from people.person p""").update();
        sql.sql("""
                insert into delivery.preference (person_id, quiet_from, quiet_to, zone, muted, changed_at)
                select m.person_id, '21:00', '08:00', case m.number % 10 when 0 then 'Asia/Dubai' else 'Europe/London' end,
                       case when m.number % 50 = 0 then '{volunteering}'::text[] else '{}' end, now()
                  from membership.member m where m.number % 5 = 0""").update();
        sql.sql("vacuum analyze").update();
    }
}
