package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kulluna.attendance.HouseProcess;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.shared.Time;
import org.kulluna.support.ApiClient;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A thousand screens, each paired through the doors, come back after a day without the network and upload what they played
 * of it, all at once, as players do: in batches, with patience for 20 seconds, again when no answer came. One answer in ten
 * is lost on its way back. Then all of them upload the whole day once more. Each play must be counted exactly once. Run by
 * bench/whisper.sh plays; not part of any test run.
 */
@Tag("bench")
@Timeout(value = 40, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlaysBench {
    private static final int SCREENS = Integer.getInteger("kulluna.bench.screens", 1000);
    /** A day of twelve seconds each, what a default loop gives a whisper. */
    private static final int PLAYS = Integer.getInteger("kulluna.bench.plays", 24 * 60 * 60 / 12);

    private static final LocalDate DAY =
            LocalDate.ofInstant(Instant.now(), Time.PROGRAMME_ZONE).minusDays(1);
    private static final Instant MIDNIGHT =
            DAY.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
    private static final Duration EACH = Duration.ofDays(1).dividedBy(PLAYS);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LongAdder stored = new LongAdder();
    private final LongAdder already = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder lost = new LongAdder();

    /** @param ahead what the house's clock is ahead of this one's: no two players agree, some are years behind */
    private record Player(UUID screen, String key, int number, long ahead) {}

    @Test
    void a_day_of_many_screens_uploaded_twice_is_counted_once() throws Exception {
        try (HouseProcess house = new HouseProcess()
                .with("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                .start()) {
            house.seed(1, 1);
            house.account("desk", Role.COMMUNICATIONS_OFFICER, Role.ANALYST);
            UUID whisper = sent(house.sql());
            ApiClient desk = house.client("desk");
            List<Player> players = all(8, SCREENS, i -> paired(house.port(), desk, i));
            long day = (long) SCREENS * PLAYS;
            double first = upload(house.port(), whisper, players, true);
            tell("first", first, day, house.peakMegabytes());
            check(house.sql(), desk, whisper, day);
            assertThat(stored.sum()).as("none is called new twice").isLessThanOrEqualTo(day);
            stored.reset();
            already.reset();
            unanswered.reset();
            double second = upload(house.port(), whisper, players, false);
            tell("again", second, day, house.peakMegabytes());
            check(house.sql(), desk, whisper, day);
            assertThat(stored.sum()).isZero();
            assertThat(already.sum()).isEqualTo(day);
        }
    }

    private void tell(String which, double seconds, long day, long megabytes) {
        System.out.printf(
                Locale.ROOT,
                "plays, %s: %d screens' %d in %.0f s, %.0f/s; answered stored %d, already %d; answers lost %d, none or busy"
                        + " %d; most memory %d MB%n",
                which,
                SCREENS,
                day,
                seconds,
                day / seconds,
                stored.sum(),
                already.sum(),
                lost.sum(),
                unanswered.sum(),
                megabytes);
    }

    /** In the rows, screen by screen, and in the figures that people read. */
    private static void check(JdbcClient sql, ApiClient desk, UUID whisper, long day) {
        Map<String, Object> kept = sql.sql("""
                select count(*) as plays, count(distinct id) as ids, min(n) as fewest, max(n) as most, count(distinct screen_id) as screens
                  from (select p.id, p.screen_id, count(*) over (partition by p.screen_id) as n from screens.play p) p""").query().singleRow();
        assertThat(kept)
                .containsEntry("plays", day)
                .containsEntry("ids", day)
                .containsEntry("fewest", (long) PLAYS)
                .containsEntry("most", (long) PLAYS)
                .containsEntry("screens", (long) SCREENS);
        JsonNode figure = desk.get(
                        "/api/v1/figures/whispers?by=region&period=" + DAY + ".." + DAY + "&whisper=" + whisper)
                .body()
                .path("plays");
        assertThat(figure.path("plays").asLong()).isEqualTo(day);
        assertThat(figure.path("estimatedAudience").asDouble())
                .as("120 people an hour pass each")
                .isEqualTo(SCREENS * 120.0 * 24);
    }

    private double upload(int port, UUID whisper, List<Player> players, boolean losing) throws Exception {
        long begun = System.nanoTime();
        all(players.size(), players.size(), i -> {
            Player player = players.get(i);
            // Pages ask every minute, each at its own second; here every ten seconds.
            Thread.sleep(i * 10_000L / players.size());
            for (int from = 0; from < PLAYS; from += Plays.AT_ONCE) {
                int to = Math.min(PLAYS, from + Plays.AT_ONCE);
                if (losing && (i + from / Plays.AT_ONCE) % 10 == 0 && send(port, whisper, player, from, to) != null) {
                    lost.add(to - from);
                }
                deliver(port, whisper, player, from, to);
            }
            return i;
        });
        return (System.nanoTime() - begun) / 1e9;
    }

    private void deliver(int port, UUID whisper, Player player, int from, int to) throws Exception {
        JsonNode answer = send(port, whisper, player, from, to);
        while (answer == null) {
            unanswered.increment();
            Thread.sleep(10_000);
            answer = send(port, whisper, player, from, to);
        }
        for (JsonNode one : answer.path("taken")) {
            switch (one.path("state").asString()) {
                case "stored" -> stored.increment();
                case "already" -> already.increment();
                default -> throw new IllegalStateException("not taken: " + one);
            }
        }
        assertThat(answer.path("taken").size()).isEqualTo(to - from);
    }

    /** Null when no answer came in time, or not the one hoped for. */
    private @org.jspecify.annotations.Nullable JsonNode send(int port, UUID whisper, Player player, int from, int to)
            throws InterruptedException {
        StringBuilder body = new StringBuilder(200_000).append("{\"plays\":[");
        for (int n = from; n < to; n++) {
            body.append(n == from ? "" : ",").append(play(whisper, player, n));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/screens/player/plays"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header(PlayerApi.KEY, player.key())
                .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
        } catch (IOException none) {
            return null;
        }
    }

    /** The same whenever it is asked for, its id too: version 7, as the page makes it. */
    private static String play(UUID whisper, Player player, int n) {
        Instant start = MIDNIGHT.plus(EACH.multipliedBy(n)).minusMillis(player.ahead());
        SplittableRandom random = new SplittableRandom(player.number() * 1_000_003L + n);
        UUID id = new UUID(
                start.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                random.nextLong() & 0x3fffffffffffffffL | Long.MIN_VALUE);
        return "{\"id\":\"" + id + "\",\"screen\":\"" + player.screen() + "\",\"kind\":\"whisper\",\"whisper\":\""
                + whisper
                + "\",\"revision\":1,\"item\":\"default\",\"language\":\"" + (n % 2 == 0 ? "ar" : "en")
                + "\",\"startedAt\":\"" + start + "\",\"endedAt\":\"" + start.plus(EACH) + "\",\"offsetMs\":"
                + player.ahead()
                + ",\"complete\":true,\"urgent\":false}";
    }

    private static Player paired(int port, ApiClient desk, int number) {
        ApiClient screen = new ApiClient(port);
        JsonNode offered = screen.post("/screens/player/pairings", "").body();
        UUID id = Ids.next();
        ScreenForm form = new ScreenForm(
                id.toString(),
                offered.path("code").asString(),
                "شاشة " + number,
                "Screen " + number,
                "gate",
                "gate",
                "",
                "landscape",
                "ar en",
                "latn",
                "Asia/Dubai",
                "120",
                "0");
        assertThat(desk.post("/api/v1/screens/pair", form).status()).isEqualTo(201);
        JsonNode answer = screen.post(
                        "/screens/player/pairings/state",
                        Map.of("poll", offered.path("poll").asString()))
                .body();
        assertThat(answer.path("state").asString()).isEqualTo("paired");
        long ahead = number % 50 == 0 ? Duration.ofDays(2000).toMillis() : (number % 21 - 10) * 37_111L;
        return new Player(id, answer.path("key").asString(), number, ahead);
    }

    private static UUID sent(JdbcClient sql) {
        UUID id = Ids.next();
        sql.sql("""
                insert into whispers.whisper (id, unit_code, theme, state, sent_at, expires_at, created_by, created_at, changed_at)
                values (?, 'gate', 'safety', 'sent', now() - interval '3 days', now() + interval '3 days', ?, now(), now())""").params(id, id).update();
        sql.sql("insert into whispers.revision (whisper_id, number, written_by, written_at) values (?, 1, ?, now())")
                .params(id, id)
                .update();
        sql.sql("""
                insert into whispers.wording (whisper_id, revision, language, title, body)
                values (?, 1, 'ar', 'همسة', 'نص'), (?, 1, 'en', 'Whisper', 'Text')""").params(id, id).update();
        return id;
    }

    private interface Work<T> {
        T of(int number) throws Exception;
    }

    private static <T> List<T> all(int atOnce, int many, Work<T> work) throws Exception {
        List<T> done = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Callable<T>> each = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                each.add(() -> work.of(number));
            }
            for (Future<T> one : threads.invokeAll(each)) {
                done.add(one.get());
            }
        }
        return done;
    }
}
