package org.kulluna.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kulluna.people.Accounts;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.volunteering.VolunteeringGiven;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is shut out must not go on hearing on the lock screen what the house tells the person. */
class SubscriptionsEndTest extends HouseTest {
    @Autowired
    private VolunteeringGiven volunteering;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    private Given.Actor member;
    private ApiClient admin;
    private ApiClient officer;

    @BeforeEach
    void somebody_with_two_devices() {
        member = volunteering.member();
        admin = api(given.actor(Role.ADMINISTRATOR));
        officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        subscribe(api(member), member);
        UUID aside = subscribe(api(member), member);
        sql.sql("update delivery.subscription set state = 'quarantined' where id = ?")
                .param(aside)
                .update();
        assertThat(count(member)).isEqualTo(2);
    }

    private static Map<String, Object> said() {
        String point = Base64.getUrlEncoder().withoutPadding().encodeToString(P256.raw((ECPublicKey)
                P256.generate().getPublic()));
        return Map.of(
                "endpoint",
                "http://127.0.0.1:9/" + Ids.next(),
                "keys",
                Map.of("p256dh", point, "auth", "BTBZMqHH6r4Tts7J_aSIgg"),
                "language",
                "ar");
    }

    private static UUID subscribe(ApiClient api, Given.Actor actor) {
        UUID id = Ids.next();
        assertThat(api.put("/api/v1/push-subscriptions/" + id, said()).status())
                .as("%s", actor.username())
                .isEqualTo(204);
        return id;
    }

    private long count(Given.Actor actor) {
        return sql.sql("select count(*) from delivery.subscription where person_id = ?")
                .param(actor.person().value())
                .query(Long.class)
                .single();
    }

    private String account() {
        return "/api/v1/accounts/" + member.viewer().accountId();
    }

    private void after(ApiClient.Answer answer) {
        assertThat(answer.status()).isIn(200, 204);
        assertThat(count(member)).isZero();
    }

    @Test
    void a_new_password_ends_them_but_a_link_alone_does_not() {
        String token = officer.post(account() + "/reset-link", Map.of())
                .body()
                .path("token")
                .asString();
        assertThat(count(member)).isEqualTo(2);
        after(new ApiClient(port)
                .post("/api/v1/password-resets", Map.of("token", token, "password", "a fresh long one")));
    }

    @Test
    void taking_a_second_factor_away_ends_them() {
        sql.sql("update people.account set second_factor_cipher = '\\x00', second_factor_key_id = 'x' where id = ?")
                .param(member.viewer().accountId())
                .update();
        after(admin.post(account() + "/second-factor/remove", Map.of()));
    }

    @Test
    void a_closed_account_ends_them() {
        after(admin.post(account() + "/disable", Map.of()));
        assertThat(admin.post(account() + "/enable", Map.of()).status()).isEqualTo(204);
        assertThat(count(member))
                .as("opened again they do not come back by themselves")
                .isZero();
    }

    @Test
    void suspension_ends_them() {
        after(officer.post("/api/v1/members/" + member.person() + "/suspension", Map.of("reason", "x")));
    }

    @Test
    void the_end_of_a_membership_ends_them() {
        after(officer.post("/api/v1/members/" + member.person() + "/departure", Map.of("reason", "x")));
    }

    @Test
    void a_role_given_or_taken_ends_them() {
        Given.Actor other = volunteering.member();
        subscribe(api(other), other);
        after(admin.post(account() + "/grants", Map.of("role", "ANALYST")));
        subscribe(api(member), member);
        after(admin.post(account() + "/grants/revoke", Map.of("role", "ANALYST")));
        assertThat(count(other)).as("nobody else's").isEqualTo(1);
    }

    @Test
    void a_merge_ends_those_of_both_records() {
        Given.Actor kept = volunteering.member();
        subscribe(api(kept), kept);
        after(officer.post(
                "/api/v1/people/" + kept.person() + "/merge",
                Map.of("from", member.person().toString(), "reason", "same card")));
        assertThat(count(kept)).isZero();
    }

    @Test
    void whoever_signs_in_again_subscribes_again() {
        after(officer.post("/api/v1/members/" + member.person() + "/suspension", Map.of("reason", "x")));
        subscribe(api(member), member);
        assertThat(count(member)).isEqualTo(1);
    }

    @Test
    void if_ending_them_fails_the_sessions_stay_too() {
        ApiClient here = api(member);
        Assertions.assertThatThrownBy(() -> transaction.executeWithoutResult(t -> {
                    accounts.endSessions(member.person());
                    throw new IllegalStateException("something after it");
                }))
                .hasMessage("something after it");
        assertThat(count(member)).isEqualTo(2);
        assertThat(here.get("/api/v1/people/me").status()).isEqualTo(200);
    }

    @Test
    void a_device_that_comes_while_the_sessions_end_waits_and_is_refused() {
        ApiClient late = api(member);
        CompletableFuture<ApiClient.Answer> coming = transaction.execute(t -> {
            accounts.endSessions(member.person());
            CompletableFuture<ApiClient.Answer> put =
                    CompletableFuture.supplyAsync(() -> late.put("/api/v1/push-subscriptions/" + Ids.next(), said()));
            Assertions.assertThatThrownBy(() -> put.get(700, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            return put;
        });
        assertThat(coming.join().status()).isEqualTo(401);
        assertThat(count(member)).isZero();
    }
}
