package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class InboxTest extends HouseTest {
    @Autowired
    private Notices notices;

    @Autowired
    private TransactionTemplate transaction;

    private void tell(Given.Actor actor, String key, Map<String, String> args) {
        transaction.executeWithoutResult(t -> notices.tell(actor.person(), key, args, "/training/mine"));
    }

    @Test
    void arguments_become_numbers_and_instants_the_readers_own() {
        Notice notice = new Notice(
                new UUID(1, 1),
                "k",
                Map.of("n", "3", "at", "2026-01-02T03:04:05Z", "name", "Zoe Z"),
                "",
                Instant.EPOCH,
                null);
        assertThat(notice.spoken(i -> "then"))
                .containsEntry("n", 3L)
                .containsEntry("at", "then")
                .containsEntry("name", "Zoe Z");
    }

    @Test
    void news_stand_first_until_all_is_marked_read() {
        Given.Actor actor = given.actor(Role.MEMBER);
        Visitor v = visitor(actor);
        assertThat(v.open("/inbox").page().select(".empty")).isNotEmpty();
        tell(actor, "award-recorded", Map.of("ar", "الإسعافات", "en", "First aid"));
        tell(actor, "no-such-key", Map.of());
        v.open("/inbox");
        assertThat(v.text())
                .contains("سُجل لك مؤهل جديد: الإسعافات")
                .contains("لديك جديد")
                .doesNotContain("⟦");
        assertThat(v.page().select(".card--gold")).hasSize(2);
        v.submit("form[data-operation=markNoticesRead]", Map.of());
        assertThat(v.page().select(".card--gold")).isEmpty();
        tell(actor, "award-revoked", Map.of("ar", "س", "en", "X"));
        assertThat(v.open("/inbox?lang=en").page().selectFirst(".cards > li").text())
                .contains("revoked: X");
    }

    @Test
    void pages_follow_each_other_without_gap_or_double_and_show_only_ones_own() {
        Given.Actor actor = given.actor(Role.MEMBER);
        for (int i = 0; i < 35; i++) {
            tell(actor, "award-recorded", Map.of("ar", "س" + i, "en", "X" + i));
        }
        ApiClient api = api(actor);
        ApiClient.Answer first = api.get("/api/v1/notices");
        assertThat(first.body().path("notices").size()).isEqualTo(30);
        assertThat(first.body().path("notices").get(0).path("text").asString()).contains("X34");
        ApiClient.Answer second =
                api.get("/api/v1/notices?after=" + first.body().path("next").asString());
        assertThat(second.body().path("notices").size()).isEqualTo(5);
        assertThat(api.get("/api/v1/notices?after=nonsense").status()).isEqualTo(200);
        assertThat(api.post("/api/v1/notices/read", Map.of()).status()).isEqualTo(204);
        assertThat(api.get("/api/v1/notices").body().path("notices").get(0).has("readAt"))
                .isTrue();
        assertThat(api(given.actor(Role.MEMBER))
                        .get("/api/v1/notices")
                        .body()
                        .path("notices")
                        .size())
                .isZero();
    }

    @Test
    void strangers_sign_in_first() {
        assertThat(stranger().open("/inbox").path()).startsWith("/sign-in");
        assertThat(new ApiClient(port).get("/api/v1/notices").status()).isEqualTo(401);
        assertThat(new ApiClient(port).post("/api/v1/notices/read", Map.of()).status())
                .isEqualTo(401);
    }
}
