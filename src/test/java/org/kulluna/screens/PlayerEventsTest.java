package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kulluna.delivery.Live;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.HouseTest;
import org.kulluna.whispers.Sending;
import org.kulluna.whispers.SendingGiven;
import org.kulluna.whispers.Theme;
import org.springframework.beans.factory.annotation.Autowired;

class PlayerEventsTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    SendingGiven sendingGiven;

    @Autowired
    Sending sending;

    @Autowired
    Screens screens;

    /** A player that listens. */
    private final class Player implements AutoCloseable {
        private final HttpClient http = HttpClient.newHttpClient();
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final HttpResponse<InputStream> answer;

        Player(String key) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/screens/player/events"))
                    .timeout(Duration.ofSeconds(10));
            if (!key.isEmpty()) {
                request.header("X-Screen-Key", key);
            }
            answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("event: ")) {
                        events.add(line.substring(7));
                    }
                }
            } catch (IOException e) {
                // ended all the same
            }
        }

        /** Whether the event comes in time; what others cause meanwhile is passed over. */
        boolean hears(String event, Duration within) throws InterruptedException {
            long end = System.nanoTime() + within.toNanos();
            String heard = events.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            while (heard != null && !heard.equals(event)) {
                heard = events.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return heard != null;
        }

        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    @Test
    void an_urgent_release_reaches_a_connected_players_stream_within_two_seconds() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID whisper = sendingGiven.approved(given.place(), Theme.SAFETY, Duration.ofHours(1), true);
        var officer = given.actor(Role.COMMUNICATIONS_OFFICER).viewer();
        try (Player player = new Player(p.key())) {
            assertThat(player.answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(player.hears(Live.AGAIN, Duration.ofSeconds(10))).isTrue();
            sending.release(officer, whisper);
            assertThat(player.hears("urgent", Duration.ofSeconds(2))).isTrue();
            assertThat(programme(p.key(), null).body()).contains(whisper.toString());
        }
    }

    @Test
    void a_wrong_key_opens_no_stream_and_only_ones_own_screen_is_told_that_it_is_cut() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        ScreensGiven.Paired other = screensGiven.paired();
        for (String key : new String[] {"", "x", "A".repeat(43), p.key() + "x"}) {
            try (Player wrong = new Player(key)) {
                assertThat(wrong.answer.statusCode()).isEqualTo(401);
                assertThat(wrong.hears(Live.AGAIN, Duration.ofMillis(200))).isFalse();
            }
        }
        try (Player mine = new Player(p.key());
                Player theirs = new Player(other.key())) {
            assertThat(mine.hears(Live.AGAIN, Duration.ofSeconds(10))).isTrue();
            assertThat(theirs.hears(Live.AGAIN, Duration.ofSeconds(10))).isTrue();
            screens.unpair(screensGiven.officer(p.unit()), p.id());
            assertThat(mine.hears("cut", Duration.ofSeconds(5))).isTrue();
            assertThat(theirs.hears("cut", Duration.ofMillis(500))).isFalse();
            try (Player late = new Player(p.key())) {
                assertThat(late.answer.statusCode()).isEqualTo(401);
            }
        }
    }

    /** What other tests send meanwhile changes the programme; sooner or later two askings see the same. */
    @Test
    void an_unchanged_programme_is_not_sent_again_and_a_changed_one_is() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        HttpResponse<String> answer = programme(p.key(), null);
        assertThat(answer.body()).contains(w.toString());
        for (int i = 0; i < 50 && answer.statusCode() != 304; i++) {
            answer = programme(p.key(), tag(answer));
        }
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        String before = tag(answer);
        sql.sql("update whispers.whisper set state = 'recalled', recalled_at = now() where id = ?")
                .param(w)
                .update();
        HttpResponse<String> changed = programme(p.key(), before);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(tag(changed)).isNotEqualTo(before);
        assertThat(programme(p.key(), '"' + Ids.next().toString() + '"').statusCode())
                .isEqualTo(200);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private HttpResponse<String> programme(String key, @Nullable String known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/screens/player/programme"))
                .header("X-Screen-Key", key);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
