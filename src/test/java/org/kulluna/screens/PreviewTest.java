package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;

class PreviewTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    Loops loops;

    @Autowired
    Groups groups;

    private int beat(String key, String turn) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/screens/player/heartbeat"))
                .header("Content-Type", "application/json")
                .header("X-Screen-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"showing\":\"figures\"" + turn + "}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void an_officer_gets_the_programme_of_the_player_the_clock_and_the_walls_own_last_turn() throws Exception {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID w = screensGiven.whisper(p.unit(), false, clock.instant().plusSeconds(3600));
        ApiClient officer = api(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()));
        String path = "/api/v1/screens/" + p.id() + "/programme";
        var before = officer.get(path).body();
        assertThat(before.path("turn").isNull()).isTrue();
        assertThat(before.path("now").asLong()).isCloseTo(clock.millis(), org.assertj.core.data.Offset.offset(60_000L));
        assertThat(before.path("programme").path("whispers").toString()).contains(w.toString());
        String turn = ",\"turn\":{\"kind\":\"whisper\",\"item\":\"default\",\"language\":\"en\",\"whisper\":\"" + w
                + "\",\"revision\":1,\"begunAt\":\"" + clock.instant() + "\",\"colour\":\"red\"}";
        assertThat(beat(p.key(), turn)).isEqualTo(204);
        var after = officer.get(path).body().path("turn");
        assertThat(after.path("whisper").asString()).isEqualTo(w.toString());
        assertThat(after.path("language").asString()).isEqualTo("en");
        assertThat(after.has("colour")).isFalse();
        assertThat(beat(p.key(), "")).isEqualTo(204);
        assertThat(officer.get(path).body().path("turn").isNull()).isTrue();
        for (String nonsense : List.of(",\"turn\":7", ",\"turn\":{\"begunAt\":\"yesterday\"}")) {
            assertThat(beat(p.key(), nonsense)).isEqualTo(400);
        }
    }

    @Test
    void schedules_that_reach_a_screen_stand_in_the_order_in_which_they_win() {
        ScreensGiven.Paired p = screensGiven.paired();
        ScreensGiven.Paired other = screensGiven.paired();
        Viewer officer = screensGiven.officer(p.unit());
        UUID usual = screensGiven.loop(p.unit(), ScreensGiven.whispers(12));
        UUID group = groups.add(officer, new GroupForm(null, "م", "Near", p.unit(), List.of(p.id().toString()), "0"))
                .id();
        UUID empty = groups.add(officer, new GroupForm(null, "ف", "Empty", p.unit(), List.of(), "0"))
                .id();
        loops.schedule(officer, usual, aimed("", group.toString(), "0"));
        loops.schedule(officer, usual, aimed(p.id().toString(), "", "0"));
        loops.schedule(officer, usual, aimed("", "", "5"));
        loops.schedule(officer, usual, aimed("", empty.toString(), "9"));
        screensGiven.loop(other.unit(), ScreensGiven.whispers(12));
        ApiClient api = api(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()));
        var told = api.get("/api/v1/screens/" + p.id() + "/schedules").body();
        assertThat(told.findValuesAsString("target")).containsExactly("unit", "screen", "group", "unit");
        String text = visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()))
                .in("en")
                .open("/screens/" + p.id())
                .text();
        assertThat(text).contains("Loop " + p.unit()).contains("Near").doesNotContain("Empty", "Loop " + other.unit());
    }

    private static ScheduleForm aimed(String screen, String group, String priority) {
        return new ScheduleForm(null, screen, group, priority, "", "", "", "", "");
    }

    @Test
    void a_stranger_a_member_and_another_unit_see_nothing_of_it() {
        ScreensGiven.Paired p = screensGiven.paired();
        assertThat(stranger().open("/screens/" + p.id() + "/programme").path()).startsWith("/sign-in");
        for (String part : List.of("/programme", "/schedules")) {
            String path = "/api/v1/screens/" + p.id() + part;
            assertThat(new ApiClient(port).get(path).status()).isEqualTo(401);
            for (Given.Actor no :
                    List.of(given.actor(Role.COMMUNICATIONS_OFFICER, given.unit()), given.actor(Role.MEMBER))) {
                assertThat(api(no).get(path).status()).isEqualTo(404);
            }
        }
    }

    @Test
    void a_place_in_the_list_that_is_none_is_a_bad_request() {
        ScreensGiven.Paired p = screensGiven.paired();
        ScreensGiven.Paired other = screensGiven.paired();
        ApiClient officer = api(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()));
        for (String cursor : List.of(
                "-".repeat(36),
                "x",
                "%00",
                UUID.randomUUID().toString(),
                other.id().toString())) {
            assertThat(officer.get("/api/v1/screens?cursor=" + cursor).status())
                    .as(cursor)
                    .isEqualTo(400);
        }
        assertThat(officer.get("/api/v1/screens?cursor=" + p.id()).status()).isEqualTo(200);
        assertThat(visitor(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()))
                        .open("/screens?cursor=" + "-".repeat(36))
                        .status())
                .isEqualTo(400);
    }
}
