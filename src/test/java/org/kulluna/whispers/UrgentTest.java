package org.kulluna.whispers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An urgent whisper's words come with the click, also while planning waits behind another whisper's. */
class UrgentTest extends HouseTest {
    @Autowired
    SendingGiven whispers;

    @Autowired
    TransactionTemplate transaction;

    private String home = "";

    @BeforeEach
    void somewhere() {
        home = given.place();
    }

    private Given.Actor member() {
        return whispers.members(home, 1).getFirst();
    }

    private boolean isShown(UUID whisper, Given.Actor who) {
        return visitor(who).open("/whispers/urgent").text().contains(whisper.toString());
    }

    private int opened(UUID whisper, Given.Actor who) {
        return visitor(who).open("/whispers/inbox/" + whisper).status();
    }

    /** Clicked at the desk, and looked at while another whisper's planning is not through; planned afterwards. */
    private UUID clicked(Theme theme, Consumer<UUID> meanwhile) {
        UUID whisper = whispers.approved(home, theme, Duration.ofDays(1), true);
        var desk = visitor(given.actor(Role.COMMUNICATIONS_OFFICER)).open("/whispers/manage/" + whisper + "/sending");
        transaction.executeWithoutResult(t -> {
            whispers.holdPlanning();
            desk.submit("form[data-operation=sendWhisper]", Map.of());
            meanwhile.accept(whisper);
            assertThat(sql.sql("select planned_at is null from whispers.whisper where id = ?")
                            .param(whisper)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        });
        whispers.settle(whisper);
        return whisper;
    }

    @Test
    void before_it_is_planned_whoever_is_meant_sees_it_and_nobody_else() {
        Given.Actor meant = member();
        Given.Actor elsewhere = whispers.members(given.place(), 1).getFirst();
        Given.Actor officer = given.actor(Role.DUTY_OFFICER);
        UUID whisper = clicked(Theme.VOLUNTEERING, w -> {
            assertThat(isShown(w, meant)).isTrue();
            assertThat(isShown(w, elsewhere)).isFalse();
            assertThat(isShown(w, officer)).as("no member").isFalse();
            assertThat(opened(w, meant)).as("where its link leads").isEqualTo(200);
            assertThat(opened(w, elsewhere)).isEqualTo(404);
            assertThat(stranger().open("/whispers/urgent").text()).doesNotContain(w.toString());
        });
        assertThat(isShown(whisper, elsewhere)).isFalse();
        assertThat(api(meant)
                        .get("/api/v1/whispers/urgent")
                        .body()
                        .path("whispers")
                        .findValuesAsString("id"))
                .as("once, from the recipient's row")
                .containsExactly(whisper.toString());
        assertThat(opened(whisper, meant)).isEqualTo(200);
        assertThat(isShown(whisper, meant)).as("read").isFalse();
    }

    @Test
    void it_is_kept_from_whom_planning_keeps_it_and_passes_what_planning_lets_it_pass() {
        Given.Actor muted = member();
        whispers.prefer(muted, null, null, "Asia/Dubai", "{volunteering,safety}");
        Given.Actor asleep = member();
        whispers.prefer(asleep, "00:00", "23:59", "Asia/Dubai", "{}");
        Given.Actor capped = member();
        Given.Actor officer = given.actor(Role.COMMUNICATIONS_OFFICER);
        for (int i = 0; i < 4; i++) {
            whispers.sent(officer, home);
        }
        for (Theme theme : List.of(Theme.VOLUNTEERING, Theme.SAFETY)) {
            UUID whisper = clicked(theme, w -> {
                assertThat(isShown(w, muted)).isEqualTo(theme == Theme.SAFETY);
                assertThat(isShown(w, asleep)).isTrue();
                assertThat(isShown(w, capped)).isTrue();
            });
            assertThat(sql.sql(
                                    "select person_id from whispers.recipient where whisper_id = ? and suppressed is not null")
                            .param(whisper)
                            .query(UUID.class)
                            .list())
                    .as("planning says the same")
                    .isEqualTo(
                            theme == Theme.SAFETY
                                    ? List.of()
                                    : List.of(muted.person().value()));
        }
    }

    @Test
    void an_ordinary_one_waits_for_its_plan() {
        Given.Actor meant = member();
        var desk = api(given.actor(Role.COMMUNICATIONS_OFFICER));
        UUID ordinary = whispers.approved(home);
        transaction.executeWithoutResult(t -> {
            whispers.holdPlanning();
            assertThat(desk.post("/api/v1/whispers/" + ordinary + "/send", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(isShown(ordinary, meant)).isFalse();
        });
        whispers.settle(ordinary);
    }
}
