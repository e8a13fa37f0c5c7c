package org.kulluna.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PoliciesTest extends HouseTest {
    @Autowired
    private Policies policies;

    @Test
    void the_defaults_of_every_policy_keep_its_own_rule() {
        for (PolicyName name : PolicyName.values()) {
            assertThat(name.faults(name.defaults())).as(name.name()).isEmpty();
        }
        assertThat(PolicyName.ROUNDING.faults(Map.of("minutes", 0))).containsKey("minutes");
        assertThat(PolicyName.AGE.faults(Map.of("adult", 14, "student", 18))).containsKey("student");
        assertThat(PolicyName.LEAVING.faults(Map.of())).containsKey("hours");
    }

    @Test
    void a_change_holds_at_once_and_the_past_keeps_its_version() {
        var before = policies.now(PolicyName.LEAVING);
        var then = clock.instant();
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR)).open("/policies/LEAVING");
        v.submit("form[data-operation=setPolicy]", Map.of("hours", "٢٤", "reason", "بعد تجربة الصيف"));
        assertThat(v.path()).isEqualTo("/policies/LEAVING");
        assertThat(v.text()).contains("بعد تجربة الصيف");
        var after = policies.now(PolicyName.LEAVING);
        assertThat(after.number("hours")).isEqualTo(24);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(policies.at(PolicyName.LEAVING, then).version()).isEqualTo(before.version());
        v.submit("form[data-operation=setPolicy]", Map.of("hours", "12", "reason", "back"));
    }

    @Test
    void a_change_needs_a_reason_a_sensible_number_and_the_version_seen() {
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR)).open("/policies/ROUNDING");
        v.submit("form[data-operation=setPolicy]", Map.of("minutes", "7", "reason", ""));
        assertThat(v.page().selectFirst("#reason-fault")).isNotNull();
        v.submit("form[data-operation=setPolicy]", Map.of("minutes", "many", "reason", "x"));
        assertThat(v.page().selectFirst("#minutes-fault")).isNotNull();
        assertThat(v.page().selectFirst("#minutes").val()).isEqualTo("many");
        v.submit("form[data-operation=setPolicy]", Map.of("minutes", "5", "reason", "x", "version", "99"));
        assertThat(v.status()).isEqualTo(409);
    }

    @Test
    void only_administrators_of_the_whole_house_reach_policies() {
        assertThat(stranger().open("/policies").path()).startsWith("/sign-in");
        Given.Actor other = given.actor(Role.COMMANDER);
        assertThat(visitor(other).open("/policies").status()).isEqualTo(404);
        ApiClient api = api(other);
        assertThat(api.get("/api/v1/policies").status()).isEqualTo(404);
        assertThat(api.put("/api/v1/policies/AGE", Map.of("reason", "x")).status())
                .isEqualTo(404);
        ApiClient admin = api(given.actor(Role.ADMINISTRATOR));
        assertThat(admin.get("/api/v1/policies").body().size()).isEqualTo(PolicyName.values().length);
        assertThat(admin.get("/api/v1/policies/AGE/versions").status()).isEqualTo(200);
        assertThat(admin.put("/api/v1/policies/NOTHING", Map.of("reason", "x")).status())
                .isEqualTo(404);
        assertThat(admin.put(
                                "/api/v1/policies/AGE",
                                Map.of("reason", "x", "value", Map.of("adult", 300, "student", 1), "version", "0"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void every_policy_is_said_in_words_in_both_languages() {
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR));
        assertThat(v.open("/policies?lang=ar").text()).doesNotContain("⟦");
        assertThat(v.open("/policies?lang=en").text()).doesNotContain("⟦");
        for (PolicyName name : PolicyName.values()) {
            assertThat(v.open("/policies/" + name + "?lang=ar").text()).doesNotContain("⟦");
            assertThat(v.open("/policies/" + name + "?lang=en").text()).doesNotContain("⟦");
        }
    }
}
