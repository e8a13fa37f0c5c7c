package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PassTest extends HouseTest {
    @Autowired
    private Desks desks;

    @Autowired
    private Passes passes;

    private Given.Actor member() {
        Given.Actor actor = given.actor(Role.MEMBER);
        desks.member(actor.person());
        return actor;
    }

    @Test
    void a_code_lives_for_its_step_and_one_either_side() {
        Given.Actor actor = member();
        clock.setTo(Instant.parse("2030-01-01T08:00:15Z"));
        String code = passes.open(actor.viewer(), null).code();
        assertThat(read(code)).isEqualTo(new PassReading(actor.person(), true));
        clock.setTo(Instant.parse("2030-01-01T08:00:45Z"));
        assertThat(read(code).live()).as("one step later").isTrue();
        clock.setTo(Instant.parse("2029-12-31T23:59:45Z").plus(Duration.ofHours(8)));
        assertThat(read(code).live()).as("one step before").isTrue();
        clock.setTo(Instant.parse("2030-01-01T08:01:05Z"));
        assertThat(read(code)).as("two steps later").isEqualTo(new PassReading(actor.person(), false));
    }

    @Test
    void a_tampered_or_printed_code_names_the_person_and_is_never_live() {
        Given.Actor actor = member();
        Pass pass = passes.open(actor.viewer(), null);
        String[] p = pass.code().split(":");
        String last = p[4].endsWith("A") ? "B" : "A";
        PersonId person = actor.person();
        PassReading dead = new PassReading(person, false);
        assertThat(read(String.join(":", p[0], p[1], p[2], p[3], p[4].substring(0, 15) + last)))
                .isEqualTo(dead);
        assertThat(read(String.join(":", p[0], p[1], p[2], "" + (Long.parseLong(p[3]) + 1), p[4])))
                .isEqualTo(dead);
        assertThat(read(String.join(":", p[0], p[1], "AAAAAAAAAAAA", p[3], p[4])))
                .isEqualTo(dead);
        assertThat(read(p[0] + ":" + p[1])).as("printed").isEqualTo(dead);
        Pass other = passes.open(member().viewer(), null);
        String[] o = other.code().split(":");
        assertThat(read(String.join(":", p[0], p[1], o[2], o[3], o[4])).live())
                .as("another member's device")
                .isFalse();
        for (String nonsense : new String[] {
            "",
            "KULLUNA1:",
            "KULLUNA1:nobody",
            "https://example.ae",
            "KULLUNA1:" + "x".repeat(500),
            "KULLUNA1:a:b:c:d:e"
        }) {
            assertThat(passes.read(nonsense)).as(nonsense).isEmpty();
        }
        assertThat(passes.read("KULLUNA1:\u0000")).isEmpty();
    }

    @Test
    void a_lost_phone_shows_no_live_pass_any_more() {
        Given.Actor actor = member();
        Visitor phone = visitor(actor).open("/membership/pass");
        Visitor lost = visitor(actor).open("/membership/pass");
        String lostCode = passes.open(actor.viewer(), null).code();
        assertThat(read(lostCode).live()).isTrue();
        String device = phone.page().selectFirst("#pass").attr("data-device");
        phone.open("/membership/pass");
        assertThat(phone.page().selectFirst("#pass").attr("data-device"))
                .as("the same phone stays the same device")
                .isEqualTo(device);
        phone.submit("form[action$=/revocation]", Map.of());
        assertThat(phone.page().selectFirst("#pass").attr("data-device")).isEqualTo(device);
        assertThat(read(lostCode)).isEqualTo(new PassReading(actor.person(), false));
        assertThat(lost.open("/membership/pass").page().selectFirst("#pass").attr("data-device"))
                .as("signed in again it becomes a new device")
                .isNotEqualTo(device);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void the_page_shows_the_code_of_this_moment_without_any_script(String language) {
        Given.Actor actor = member();
        Visitor v = visitor(actor).in(language).open("/membership/pass?lang=" + language);
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦");
        assertThat(v.page().select(".pass__qr svg path").attr("d")).startsWith("M4 4h7");
        assertThat(v.page().select(".pass__name")).hasSize(2);
    }

    @Test
    void the_same_pass_over_the_api_and_none_for_strangers_and_people_who_left() {
        Given.Actor actor = member();
        ApiClient api = api(actor);
        ApiClient.Answer pass = api.post("/api/v1/pass", Map.of());
        assertThat(pass.status()).isEqualTo(200);
        String code = pass.body().path("code").asString();
        assertThat(read(code).live()).isTrue();
        String device = pass.body().path("device").asString();
        assertThat(api.post("/api/v1/pass", Map.of("device", device))
                        .body()
                        .path("device")
                        .asString())
                .isEqualTo(device);
        assertThat(api.post("/api/v1/pass", Map.of("device", "nonsense")).status())
                .isEqualTo(400);
        assertThat(api.post("/api/v1/pass/devices/revocation", Map.of()).status())
                .isEqualTo(204);
        assertThat(read(code).live()).isFalse();
        assertThat(new ApiClient(port).post("/api/v1/pass", Map.of()).status()).isEqualTo(401);
        assertThat(stranger().open("/membership/pass").path()).startsWith("/sign-in");
        assertThat(api(given.actor(Role.MEMBERSHIP_OFFICER))
                        .post("/api/v1/pass", Map.of())
                        .status())
                .isEqualTo(404);
        api(given.actor(Role.MEMBERSHIP_OFFICER)).post("/api/v1/members/" + actor.person() + "/departure", Map.of());
        assertThat(api(actor).post("/api/v1/pass", Map.of()).status()).isEqualTo(404);
    }

    private PassReading read(String code) {
        return passes.read(code).orElseThrow();
    }
}
