package org.kulluna.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.HouseTest;
import org.kulluna.whispers.Sending;
import org.kulluna.whispers.SendingGiven;
import org.kulluna.whispers.Theme;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ProgrammeTest extends HouseTest {
    @Autowired
    ScreensGiven screensGiven;

    @Autowired
    SendingGiven sendingGiven;

    @Autowired
    Sending sending;

    private JsonNode programme(ScreensGiven.Paired p) {
        return api(given.actor(Role.COMMUNICATIONS_OFFICER, p.unit()))
                .get("/api/v1/screens/" + p.id() + "/programme")
                .body()
                .path("programme");
    }

    private JsonNode whisper(ScreensGiven.Paired p, UUID id) {
        for (JsonNode w : programme(p).path("whispers")) {
            if (w.path("id").asString().equals(id.toString())) {
                return w;
            }
        }
        throw new AssertionError("not in the programme: " + id);
    }

    @Test
    void an_urgent_one_released_without_an_end_takes_over_for_an_hour_and_is_shown_for_days() {
        ScreensGiven.Paired p = screensGiven.paired();
        UUID open = sendingGiven.approved(given.place(), Theme.SAFETY, Duration.ofHours(3), true);
        sql.sql("update whispers.whisper set expires_at = null where id = ?")
                .param(open)
                .update();
        UUID ended = sendingGiven.approved(given.place(), Theme.SAFETY, Duration.ofHours(3), true);
        var officer = given.actor(Role.COMMUNICATIONS_OFFICER).viewer();
        sending.release(officer, open);
        sending.release(officer, ended);
        JsonNode told = whisper(p, open);
        Instant sent = instant(told, "sentAt");
        assertThat(instant(told, "urgentUntil")).isEqualTo(sent.plus(Duration.ofHours(1)));
        assertThat(instant(told, "until")).isEqualTo(sent.plus(Duration.ofDays(14)));
        JsonNode given = whisper(p, ended);
        assertThat(instant(given, "urgentUntil"))
                .isEqualTo(instant(given, "until"))
                .isAfter(sent.plus(Duration.ofHours(2)));
        clock.forward(Duration.ofMinutes(61));
        assertThat(instant(whisper(p, open), "until")).isAfter(clock.instant());
        sending.recall(officer, open);
        sending.recall(officer, ended);
    }

    private static Instant instant(JsonNode of, String name) {
        return java.time.OffsetDateTime.parse(of.path(name).asString()).toInstant();
    }

    @Test
    void an_older_urgent_one_and_one_that_a_loop_names_stay_in_before_newer_ones() {
        ScreensGiven.Paired p = screensGiven.paired();
        Instant old = clock.instant().minus(Duration.ofHours(2));
        Instant end = clock.instant().plus(Duration.ofHours(2));
        UUID urgent = screensGiven.whisper(p.unit(), true, old, end);
        UUID named = screensGiven.whisper(p.unit(), false, old, end);
        UUID other = screensGiven.whisper(p.unit(), false, old, end);
        screensGiven.loop(p.unit(), new ItemForm(Ids.next().toString(), "whisper", named.toString(), "", "8"));
        for (int i = 0; i < 50; i++) {
            screensGiven.whisper(p.unit(), false, clock.instant(), end);
        }
        List<String> ids = new ArrayList<>();
        programme(p).path("whispers").forEach(w -> ids.add(w.path("id").asString()));
        assertThat(ids)
                .hasSize(50)
                .contains(urgent.toString(), named.toString())
                .doesNotContain(other.toString());
    }

    @Test
    void a_programme_says_which_languages_go_right_to_left() {
        List<String> told = new ArrayList<>();
        programme(screensGiven.paired()).path("rightToLeft").forEach(l -> told.add(l.asString()));
        assertThat(told).contains("ar", "ur", "fa", "dv", "ug", "yi", "ckb").doesNotContain("en", "fr", "ku");
    }
}
