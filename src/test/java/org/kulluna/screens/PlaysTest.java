package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class PlaysTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    Plays plays;

    @Autowired
    ScreenRows rows;

    @Autowired
    Groups groups;

    private static PlayForm play(UUID screen, UUID whisper, Instant from, long seconds, long offset) {
        return new PlayForm(
                Ids.next().toString(),
                screen.toString(),
                "whisper",
                whisper.toString(),
                1,
                "item",
                null,
                "ar",
                from.toString(),
                from.plusSeconds(seconds).toString(),
                offset,
                true,
                false);
    }

    private static PlayForm with(PlayForm p, String id, String language) {
        return new PlayForm(
                id,
                p.screen(),
                p.kind(),
                p.whisper(),
                p.revision(),
                p.item(),
                p.schedule(),
                language,
                p.startedAt(),
                p.endedAt(),
                p.offsetMs(),
                p.complete(),
                p.urgent());
    }

    private List<String> states(Screen screen, List<PlayForm> sent) {
        return plays.take(screen, new ArrayList<>(sent)).stream()
                .map(o -> o.state() + (o.reason().isEmpty() ? "" : " " + o.reason()))
                .toList();
    }

    private Screen screen(ScreensGiven.Paired p) {
        return rows.find(p.id()).orElseThrow();
    }

    private long count(UUID screen) {
        return sql.sql("select count(*) from screens.published_plays where screen_id = ?")
                .param(screen)
                .query(Long.class)
                .single();
    }

    @Test
    void repeated_and_reordered_plays_are_counted_once_and_other_content_under_an_id_is_refused() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(
                p.unit(),
                false,
                clock.instant().minusSeconds(7200),
                clock.instant().plusSeconds(3600));
        Instant now = clock.instant();
        List<PlayForm> sent = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sent.add(play(p.id(), w, now.minusSeconds(1000 - i * 12), 12, 0));
        }
        assertThat(states(screen(p), sent)).containsOnly("stored").hasSize(20);
        Collections.reverse(sent);
        assertThat(states(screen(p), sent)).containsOnly("already").hasSize(20);
        PlayForm first = sent.getFirst();
        PlayForm fresh = play(p.id(), w, now.minusSeconds(30), 12, 0);
        assertThat(states(
                        screen(p), List.of(with(first, first.id(), "en"), fresh, fresh, with(fresh, fresh.id(), "en"))))
                .containsExactly("refused other-content", "stored", "already", "refused other-content");
        assertThat(count(p.id())).isEqualTo(21);
    }

    @Test
    void absurd_plays_are_refused_one_by_one_and_the_rest_is_stored() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(
                p.unit(),
                false,
                clock.instant().minusSeconds(7200),
                clock.instant().plusSeconds(3600));
        Instant now = clock.instant();
        List<PlayForm> sent = new ArrayList<>(List.of(
                play(p.id(), w, now.minusSeconds(60), 12, 0),
                play(Ids.next(), w, now.minusSeconds(60), 12, 0),
                play(p.id(), Ids.next(), now.minusSeconds(60), 12, 0),
                play(p.id(), w, now.minusSeconds(60), -1, 0),
                play(p.id(), w, now.plusSeconds(3600), 12, 0),
                play(p.id(), w, now.minus(Duration.ofDays(32)), 12, 0),
                play(p.id(), w, now.minus(Duration.ofDays(2)), 901, 0),
                with(play(p.id(), w, now, 0, 0), "no id", "ar"),
                with(play(p.id(), w, now, 0, 0), Ids.next().toString(), "<b>"),
                play(p.id(), w, now.minusSeconds(40), 12, 0)));
        sent.add(null);
        assertThat(states(screen(p), sent))
                .containsExactly(
                        "stored",
                        "refused another-screen",
                        "refused unknown-whisper",
                        "refused ends-before-start",
                        "refused in-the-future",
                        "refused too-old",
                        "refused too-long",
                        "refused not-understood",
                        "refused not-understood",
                        "stored",
                        "refused not-understood");
        assertThat(count(p.id())).isEqualTo(2);
        assertThatThrownBy(() -> plays.take(screen(p), Collections.nCopies(501, null)))
                .hasMessage("not-understood");
    }

    @Test
    void one_wall_shows_one_thing_what_overlaps_is_refused_and_back_to_back_is_not() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(
                p.unit(),
                false,
                clock.instant().minusSeconds(7200),
                clock.instant().plusSeconds(60));
        Instant t = clock.instant().minusSeconds(600);
        PlayForm first = play(p.id(), w, t, 12, 0);
        assertThat(states(
                        screen(p),
                        List.of(
                                first,
                                play(p.id(), w, t.plusSeconds(12), 12, 0),
                                play(p.id(), w, t.plusSeconds(30), 12, -1500),
                                play(p.id(), w, t.plusSeconds(42), 12, -3000),
                                play(p.id(), w, t.plusSeconds(6), 12, 0),
                                play(p.id(), w, t.plusSeconds(60), 0, 0))))
                .containsExactly("stored", "stored", "stored", "stored", "refused overlaps", "stored");
        assertThat(states(
                        screen(p),
                        List.of(
                                first,
                                play(p.id(), w, t, 12, 0),
                                play(p.id(), w, t.minusSeconds(60), 300, 0),
                                play(p.id(), w, t.plusSeconds(3), 6, 0),
                                play(p.id(), w, t.minusSeconds(12), 12, 0))))
                .as("against what is stored")
                .containsExactly("already", "refused overlaps", "refused overlaps", "refused overlaps", "stored");
        ScreensGiven.Paired other = screensGiven.paired();
        assertThat(states(screen(other), List.of(play(other.id(), w, t, 12, 0))))
                .as("another wall")
                .containsExactly("stored");
        assertThat(count(p.id())).isEqualTo(6);
    }

    @Test
    void a_play_before_its_whisper_was_sent_or_of_a_revision_that_never_was_is_refused() {
        ScreensGiven.Paired p = screensGiven.paired();
        Instant sent = clock.instant().minusSeconds(3600);
        UUID w = screensGiven.whisper(p.unit(), false, sent, clock.instant().plusSeconds(60));
        PlayForm f = play(p.id(), w, sent.plusSeconds(60), 12, 0);
        PlayForm never = new PlayForm(
                f.id(),
                f.screen(),
                f.kind(),
                f.whisper(),
                2,
                f.item(),
                null,
                "ar",
                f.startedAt(),
                f.endedAt(),
                0L,
                true,
                false);
        List<PlayForm> batch = List.of(
                play(p.id(), w, sent.minusSeconds(600), 12, 0), never, play(p.id(), w, sent.minusSeconds(1), 12, 0));
        assertThat(states(screen(p), batch))
                .containsExactly("refused before-it-was-sent", "refused unknown-revision", "stored");
        assertThat(states(screen(p), batch)).contains("already");
        sql.sql("update whispers.whisper set state = 'draft', sent_at = null where id = ?")
                .param(w)
                .update();
        assertThat(states(screen(p), List.of(play(p.id(), w, sent.plusSeconds(90), 12, 0))))
                .containsExactly("refused unknown-whisper");
    }

    @Test
    void a_play_keeps_its_theme_and_the_groups_its_screen_stood_in_then() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(60));
        UUID group = groups.add(
                        screensGiven.officer(p.unit()),
                        new GroupForm(null, "م", "Group", p.unit(), List.of(p.id().toString()), "0"))
                .id();
        assertThat(states(screen(p), List.of(play(p.id(), w, clock.instant().minusSeconds(15), 12, 0))))
                .containsExactly("stored");
        groups.retire(screensGiven.officer(p.unit()), group);
        assertThat(states(screen(p), List.of(play(p.id(), w, clock.instant().minusSeconds(2), 2, 0))))
                .containsExactly("stored");
        assertThat(sql.sql("select theme || ' ' || (group_ids = array[?::uuid])::text from screens.published_plays"
                                + " where screen_id = ? order by started_at")
                        .params(group, p.id())
                        .query(String.class)
                        .list())
                .containsExactly("safety true", "safety false");
    }

    @Test
    void a_wrong_clock_is_mended_by_its_offset_and_passers_by_are_estimated_by_the_time_played() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(
                p.unit(),
                false,
                clock.instant().minusSeconds(7200),
                clock.instant().plusSeconds(3600));
        Duration behind = Duration.ofDays(900);
        Instant real = clock.instant().minusSeconds(3000);
        assertThat(states(screen(p), List.of(play(p.id(), w, real.minus(behind), 600, behind.toMillis()))))
                .containsExactly("stored");
        assertThat(sql.sql(
                                "select extract(epoch from started_at - ?::timestamptz)::int || ' ' || audience || ' ' || region"
                                        + " from screens.published_plays where screen_id = ?")
                        .params(real.toString(), p.id())
                        .query(String.class)
                        .single())
                .matches("0 20\\.000 abu_dhabi");
    }

    @Test
    void urgent_is_the_whispers_to_say_and_recalling_one_changes_no_past_figure() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID urgent = screensGiven.whisper(
                p.unit(),
                true,
                clock.instant().minusSeconds(7200),
                clock.instant().plusSeconds(3600));
        UUID plain = screensGiven.whisper(
                p.unit(),
                false,
                clock.instant().minusSeconds(7200),
                clock.instant().plusSeconds(3600));
        Instant now = clock.instant().minusSeconds(60);
        for (UUID w : List.of(urgent, plain)) {
            PlayForm f = play(p.id(), w, now.plusSeconds(w.equals(plain) ? 20 : 0), 12, 0);
            PlayForm claims = new PlayForm(
                    f.id(),
                    f.screen(),
                    f.kind(),
                    f.whisper(),
                    f.revision(),
                    "urgent",
                    null,
                    "ar",
                    f.startedAt(),
                    f.endedAt(),
                    0L,
                    true,
                    true);
            assertThat(states(screen(p), List.of(claims, claims))).containsExactly("stored", "already");
        }
        sql.sql("update whispers.whisper set state = 'recalled', recalled_at = now() where id = ?")
                .param(urgent)
                .update();
        assertThat(sql.sql("select count(*) from screens.published_plays where screen_id = ? and urgent")
                        .param(p.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(states(screen(p), List.of(play(p.id(), urgent, now.plusSeconds(40), 12, 0))))
                .containsExactly("stored");
        assertThat(count(p.id())).isEqualTo(3);
    }

    @Test
    void only_the_key_opens_a_players_doors_and_a_recalled_whisper_leaves_its_programme() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        for (String key : List.of("", "x", "A".repeat(43), "A".repeat(5000))) {
            assertThat(ask("GET", "programme", key, "", "").statusCode()).isEqualTo(401);
            assertThat(ask("POST", "plays", key, "{\"plays\":[]}", "").statusCode())
                    .isEqualTo(401);
            assertThat(ask("POST", "heartbeat", key, "{}", "").statusCode()).isEqualTo(401);
            assertThat(ask("GET", "pictures/" + Ids.next(), key, "", "").statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> programme = ask("GET", "programme", p.key(), "", "");
        assertThat(programme.body()).contains(w.toString()).contains("\"landscape\": true");
        String tag = programme.headers().firstValue("ETag").orElseThrow();
        sql.sql("update whispers.whisper set state = 'recalled', recalled_at = now() where id = ?")
                .param(w)
                .update();
        assertThat(ask("GET", "programme", p.key(), "", tag).body()).doesNotContain(w.toString());
        assertThat(ask("POST", "heartbeat", p.key(), "{\"offsetMs\":-9223372036854775808}", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()))
                        .open("/screens")
                        .status())
                .as("no clock breaks the desk's list")
                .isEqualTo(200);
        assertThat(ask("POST", "heartbeat", p.key(), "{\"showing\":\"a\\u0000b\",\"waiting\":-4}", "")
                        .statusCode())
                .isEqualTo(204);
        for (String nonsense : List.of("{}", "{\"plays\":null}", "{\"plays\":[null,{}]}")) {
            assertThat(ask("POST", "plays", p.key(), nonsense, "").statusCode()).isEqualTo(200);
        }
        assertThat(ask("POST", "plays", p.key(), "[", "").statusCode()).isEqualTo(400);
    }

    @Test
    void a_picture_is_there_for_walls_that_may_show_it_until_its_whisper_is_recalled_or_over() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        ScreensGiven.Paired other = screensGiven.paired();
        UUID w = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        UUID picture = screensGiven.picture(w);
        String path = "pictures/" + picture;
        assertThat(ask("GET", path, p.key(), "", "").statusCode()).isEqualTo(200);
        assertThat(ask("GET", path, other.key(), "", "").statusCode())
                .as("another unit's wall")
                .isEqualTo(404);
        clock.forward(Duration.ofHours(2));
        assertThat(ask("GET", path, p.key(), "", "").statusCode()).as("over").isEqualTo(404);
        clock.reset();
        sql.sql("update whispers.whisper set state = 'recalled', recalled_at = now() where id = ?")
                .param(w)
                .update();
        assertThat(ask("GET", path, p.key(), "", "").statusCode())
                .as("recalled")
                .isEqualTo(404);
    }

    @Test
    void a_crowd_of_players_takes_turns_and_nonsense_gives_its_turn_back() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        for (int i = 0; i < 70; i++) {
            assertThat(ask("POST", "plays", p.key(), "nonsense", "").statusCode())
                    .isEqualTo(400);
        }
        String sent = JsonMapper.shared()
                .writeValueAsString(
                        Map.of("plays", List.of(play(p.id(), w, clock.instant().minusSeconds(60), 12, 0))));
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(crowd.submit(
                        () -> ask("POST", "plays", p.key(), sent, "").statusCode()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(count(p.id())).isEqualTo(1);
    }

    private HttpResponse<String> ask(String method, String path, String key, String body, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/screens/player/" + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("X-Screen-Key", key);
        }
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
