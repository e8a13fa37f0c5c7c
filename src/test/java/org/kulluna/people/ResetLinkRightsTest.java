package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;

/** Whoever sets a password may act as its owner: so no link outlives what its maker may reach. */
class ResetLinkRightsTest extends HouseTest {
    @Test
    void a_link_made_for_a_plain_account_opens_no_desk_that_is_given_later() {
        Given.Actor member = given.actor(Role.MEMBER);
        String account = "/api/v1/accounts/" + member.viewer().accountId();
        String link = api(given.actor(Role.MEMBERSHIP_OFFICER))
                .post(account + "/reset-link", Map.of())
                .body()
                .path("token")
                .asString();
        ApiClient administrator = api(given.actor(Role.ADMINISTRATOR));
        administrator.post(account + "/grants", Map.of("role", "SHIFT_LEADER", "unit", given.unit()));
        assertThat(stranger().open("/reset/" + link).status()).isEqualTo(200);
        administrator.post(account + "/grants", Map.of("role", "ANALYST"));
        assertThat(stranger().open("/reset/" + link).status()).isEqualTo(409);
        assertThat(new ApiClient(port)
                        .post("/api/v1/password-resets", Map.of("token", link, "password", "a fresh long one"))
                        .status())
                .isEqualTo(409);
        String own = administrator
                .post(account + "/reset-link", Map.of())
                .body()
                .path("token")
                .asString();
        administrator.post(account + "/grants", Map.of("role", "AUDITOR"));
        assertThat(stranger().open("/reset/" + own).status())
                .as("who gives the role may have made the link")
                .isEqualTo(200);
    }

    @Test
    void a_grant_for_one_unit_reaches_no_account_and_no_award_because_members_belong_to_none() {
        Given.Actor member = given.actor(Role.MEMBER);
        String unit = given.unit();
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER, unit));
        String account = "/api/v1/accounts/" + member.viewer().accountId();
        assertThat(officer.get("/api/v1/accounts").status()).isEqualTo(404);
        assertThat(officer.get(account).status()).isEqualTo(404);
        assertThat(officer.post(account + "/reset-link", Map.of()).status()).isEqualTo(404);
        assertThat(api(given.actor(Role.TRAINING_OFFICER, unit))
                        .get("/api/v1/awards")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void after_signing_in_nobody_is_led_to_an_address_that_cannot_be_built() {
        Given.Actor member = given.actor(Role.MEMBER);
        assertThat(SignInPages.local("/{x}")).isEqualTo("/start");
        assertThat(visitor(member).open("/sign-in?to=/%7Bx%7D").status()).isEqualTo(200);
    }

    @Test
    void a_null_in_a_list_of_choices_is_a_fault_not_a_bug() {
        assertThat(api(given.actor(Role.MEMBER))
                        .put("/api/v1/people/me", java.util.Collections.singletonMap("contactBy", new String[] {null}))
                        .status())
                .isEqualTo(422);
    }
}
