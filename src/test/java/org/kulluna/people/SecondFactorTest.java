package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Keys;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

class SecondFactorTest extends HouseTest {
    @Autowired
    private AccountRows rows;

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private SignInGuard guard;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Keys keys;

    @Autowired
    private Audit audit;

    @Autowired
    private TransactionTemplate transaction;

    /** The tests' house asks no second factor at sign-in, so the session is put where a stricter house would. */
    private void makeDue(Given.Actor actor) {
        sql.sql("update people.session set second_factor_due = true where account_id = :id")
                .param("id", actor.viewer().accountId())
                .update();
    }

    private String codeFor(String secret) {
        return Totp.code(Totp.fromBase32(secret), Totp.step(clock.instant()), 6);
    }

    @Test
    void sign_in_asks_a_second_factor_of_the_roles_that_need_one_and_of_nobody_else() {
        Accounts strict = new Accounts(rows, sessions, guard, passwords, keys, audit, clock, true);
        Given.Actor commander = given.actor(Role.COMMANDER);
        Given.Actor member = given.actor(Role.MEMBER);
        transaction.executeWithoutResult(t -> {
            assertThat(strict.signIn(commander.username(), Given.PASSWORD, "x", Session.Kind.API)
                            .secondFactorDue())
                    .isTrue();
            assertThat(strict.signIn(member.username(), Given.PASSWORD, "x", Session.Kind.API)
                            .secondFactorDue())
                    .isFalse();
        });
    }

    @Test
    void who_has_not_given_it_is_led_to_the_page_and_enrols_by_the_first_code() {
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        Visitor v = visitor(admin);
        makeDue(admin);
        assertThat(v.open("/units").path()).isEqualTo("/sign-in/second-factor?to=/units");
        assertThat(v.page().selectFirst("img[src^=data:image/svg]")).isNotNull();
        String secret = v.page().selectFirst("code").text();
        v.submit("form[data-operation=giveSecondFactor]", Map.of("code", "000000x"));
        assertThat(v.page().selectFirst("#code-fault")).isNotNull();
        assertThat(v.page().selectFirst("code").text()).isEqualTo(secret);
        String code = codeFor(secret);
        v.submit("form[data-operation=giveSecondFactor]", Map.of("code", code));
        assertThat(v.path()).isEqualTo("/units");
        assertThat(v.status()).isEqualTo(200);

        Visitor again = visitor(admin);
        sql.sql("update people.session set second_factor_due = true where account_id = :id")
                .param("id", admin.viewer().accountId())
                .update();
        again.open("/sign-in/second-factor");
        assertThat(again.page().select("code")).isEmpty();
        again.submit("form[data-operation=giveSecondFactor]", Map.of("code", code));
        assertThat(again.status()).as("a code works once").isEqualTo(422);
        clock.forward(Duration.ofSeconds(30));
        again.submit("form[data-operation=giveSecondFactor]", Map.of("code", codeFor(secret)));
        assertThat(again.path()).doesNotStartWith("/sign-in");
    }

    @Test
    void the_api_gives_it_too_and_five_wrong_codes_lock_out() {
        Given.Actor duty = given.actor(Role.DUTY_OFFICER);
        ApiClient api = api(duty);
        makeDue(duty);
        assertThat(api.get("/api/v1/people/me").status()).isEqualTo(403);
        String secret = api.get("/api/v1/tokens/current/second-factor")
                .body()
                .path("secret")
                .asString();
        for (int i = 0; i < 5; i++) {
            assertThat(api.post("/api/v1/tokens/current/second-factor", Map.of("code", "wrong"))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(api.post("/api/v1/tokens/current/second-factor", Map.of("code", codeFor(secret)))
                        .status())
                .isEqualTo(429);
        clock.forward(Duration.ofMinutes(16));
        assertThat(api.post("/api/v1/tokens/current/second-factor", Map.of("code", codeFor(secret)))
                        .status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/people/me").status()).isEqualTo(200);
        assertThat(new ApiClient(port)
                        .get("/api/v1/tokens/current/second-factor")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wrong_codes_from_many_addresses_close_the_one_account() {
        Given.Actor duty = given.actor(Role.DUTY_OFFICER);
        for (int i = 0; i < 5; i++) {
            guard.enter("second-factor:" + duty.viewer().accountId(), "");
        }
        ApiClient api = api(duty);
        makeDue(duty);
        assertThat(api.post("/api/v1/tokens/current/second-factor", Map.of("code", "123456"))
                        .status())
                .as("wherever this one comes from")
                .isEqualTo(429);
    }

    @Test
    void who_is_half_in_may_leave() {
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        Visitor v = visitor(admin);
        makeDue(admin);
        v.open("/sign-in/second-factor").submit("form[action=/sign-out]", Map.of());
        assertThat(v.open("/sign-in/second-factor").path()).isEqualTo("/sign-in");
    }

    @Test
    void an_administrator_removes_a_lost_one_and_the_next_sign_in_enrols_anew() {
        Given.Actor vetting = given.actor(Role.VETTING_OFFICER);
        ApiClient theirs = api(vetting);
        String secret = theirs.get("/api/v1/tokens/current/second-factor")
                .body()
                .path("secret")
                .asString();
        theirs.post("/api/v1/tokens/current/second-factor", Map.of("code", codeFor(secret)));
        assertThat(theirs.get("/api/v1/tokens/current/second-factor")
                        .body()
                        .path("confirmed")
                        .asBoolean())
                .isTrue();
        Visitor admin = visitor(given.actor(Role.ADMINISTRATOR))
                .open("/people/accounts/" + vetting.viewer().accountId());
        admin.submit("form[data-operation=removeSecondFactor]", Map.of());
        assertThat(theirs.get("/api/v1/people/me").status()).isEqualTo(401);
        String fresh = api(vetting)
                .get("/api/v1/tokens/current/second-factor")
                .body()
                .path("secret")
                .asString();
        assertThat(fresh).hasSize(32).isNotEqualTo(secret);
    }

    @Test
    void the_secret_is_stored_sealed_and_the_page_speaks_both_languages() {
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        Visitor v = visitor(admin);
        makeDue(admin);
        assertThat(v.open("/sign-in/second-factor?lang=ar").text()).doesNotContain("⟦");
        String secret = v.page().selectFirst("code").text();
        assertThat(v.open("/sign-in/second-factor?lang=en").text()).doesNotContain("⟦");
        byte[] stored = sql.sql("select second_factor_cipher from people.account where id = :id")
                .param("id", admin.viewer().accountId())
                .query((rs, n) -> rs.getBytes(1))
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(secret);
    }
}
