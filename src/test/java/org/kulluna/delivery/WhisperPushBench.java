package org.kulluna.delivery;

import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.shared.Ids;
import org.kulluna.support.PushSink;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One whisper to many subscriptions, encrypted for each, to a push service on this machine that answers 201, 404, 410,
 * 413, 429 with Retry-After, 500 and nothing at all in known shares. The house is killed (kill -9) when two fifths came,
 * and started again. Run by bench/whisper.sh push; not part of any test run (its name ends otherwise).
 */
@Tag("bench")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhisperPushBench {
    private static final int SUBSCRIPTIONS = Integer.getInteger("kulluna.bench.subscriptions", 152_001);
    private static final String[] SETTINGS = {"--kulluna.push.loopback=true", "--kulluna.push.lease=PT15S"};

    private final Set<String> busyOnce = ConcurrentHashMap.newKeySet();

    /** Every thousandth and so on, by its number; 429, 500 and silence only the first time. */
    static String kind(int n) {
        int part = n % 1000;
        return part < 10
                ? "404"
                : part < 20
                        ? "410"
                        : part == 20 ? "413" : part < 41 ? "429" : part < 51 ? "500" : part == 51 ? "0" : "201";
    }

    private int answer(String path) {
        int status = Integer.parseInt(path.split("/")[1]);
        boolean passes = status == 429 || status == 500 || status == 0;
        return passes && !busyOnce.add(path) ? 201 : status;
    }

    @Test
    void pushes() throws Exception {
        try (PushSink sink = new PushSink(this::answer);
                HouseProcess house = new HouseProcess().start(SETTINGS)) {
            JdbcClient sql = house.sql();
            UUID message = seed(sql, sink);
            long begun = System.nanoTime();
            sql.sql("update delivery.push set next_at = now()").update();
            while (sink.count() < SUBSCRIPTIONS * 2 / 5) {
                Thread.sleep(20);
            }
            double first = (System.nanoTime() - begun) / 1e9;
            int before = sink.count();
            house.kill();
            long down = System.nanoTime();
            house.start(SETTINGS);
            int atStart = sink.count();
            long again = System.nanoTime();
            while (left(sql) > SUBSCRIPTIONS / 50) {
                Thread.sleep(100);
            }
            double second = (System.nanoTime() - again) / 1e9;
            int after = sink.count();
            while (left(sql) > 0) {
                Thread.sleep(200);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%n%d pushes: %.0f/s until kill -9 at 40 %%, %.0f/s after it; down %.1f s; all settled after %.0f s%n",
                    SUBSCRIPTIONS,
                    before / first,
                    (after - atStart) / second,
                    (again - down) / 1e9,
                    (System.nanoTime() - begun) / 1e9);
            tell(sql, sink, message, house.peakMegabytes());
        }
    }

    private static UUID seed(JdbcClient sql, PushSink sink) {
        byte[] point = P256.raw((ECPublicKey) P256.generate().getPublic());
        UUID message = Ids.next();
        sql.sql("""
                insert into people.person (id, name_ar, name_en, created_at)
                select gen_random_uuid(), 'عضو ' || n, 'Pushed ' || n, now() from generate_series(1, ?) n""").param(SUBSCRIPTIONS).update();
        sql.sql("""
                insert into delivery.subscription (id, person_id, endpoint, endpoint_hash, p256dh, auth, created_at, renewed_at)
                select gen_random_uuid(), p.id, e.endpoint, sha256(e.endpoint::bytea), :point, :auth, now(), now()
                  from people.person p, lateral (select substr(p.name_en, 8)::int as n) s,
                       lateral (select :sink || (case when n % 1000 < 10 then '404' when n % 1000 < 20 then '410'
                                when n % 1000 = 20 then '413' when n % 1000 < 41 then '429' when n % 1000 < 51 then '500'
                                when n % 1000 = 51 then '0' else '201' end) || '/' || n as endpoint) e
                 where p.name_en like 'Pushed %'""")
                .param("point", point)
                .param("auth", new byte[16])
                .param("sink", sink.endpoint("/"))
                .update();
        sql.sql("""
                insert into delivery.push_message (id, kind, topic, created_at, expires_at)
                values (?, 'whisper', ?, now(), now() + interval '1 hour')""").params(message, Pushes.topic(message)).update();
        String letter = PushLetter.forAll(
                message,
                "whisper",
                "ar",
                new Pushes.Text("همسة", "حيّنا أهدأ بكم. ".repeat(8), "/whispers/" + message));
        sql.sql("insert into delivery.push_text (message_id, language, payload) values (?, 'ar', ?::jsonb)")
                .params(message, letter)
                .update();
        sql.sql("""
                insert into delivery.push (message_id, subscription_id, person_id, language, due_at, next_at)
                select ?, s.id, s.person_id, 'ar', now(), 'infinity' from delivery.subscription s""").param(message).update();
        sql.sql("analyze").update();
        return message;
    }

    private static long left(JdbcClient sql) {
        return sql.sql("select count(*) from delivery.push where state in ('queued', 'sending')")
                .query(Long.class)
                .single();
    }

    private static void tell(JdbcClient sql, PushSink sink, UUID message, long megabytes) {
        Map<String, Long> came = sink.counts();
        long twice = came.entrySet().stream()
                .filter(e -> e.getKey().startsWith("/201/") && e.getValue() > 1)
                .count();
        int missed = SUBSCRIPTIONS - came.size();
        long goneExpected = java.util.stream.IntStream.rangeClosed(1, SUBSCRIPTIONS)
                .filter(n -> kind(n).equals("404") || kind(n).equals("410"))
                .count();
        long gone = SUBSCRIPTIONS
                - sql.sql("select count(*) from delivery.subscription")
                        .query(Long.class)
                        .single();
        long wronglyGone = sql.sql("""
                select count(*) from delivery.subscription where endpoint like '%/404/%' or endpoint like '%/410/%'""").query(Long.class).single();
        List<String> states = sql.sql("""
                select state || ' ' || reason || ' ' || count(*) from delivery.push where message_id = ? group by state, reason
                 order by 1""").param(message).query(String.class).list();
        long repeats = sql.sql("select sum(repeats) from delivery.push")
                .query(Long.class)
                .single();
        System.out.println("missed " + missed + "; sent again after the crash " + repeats + ", of which had come "
                + twice
                + "; subscriptions removed " + gone + " of " + goneExpected + ", gone ones left " + wronglyGone + "; "
                + states + "; most memory " + megabytes + " MB");
        if (missed > 0 || gone != goneExpected || wronglyGone > 0) {
            throw new IllegalStateException("not as it should be");
        }
    }
}
