package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;

class SignInTest extends HouseTest {
    @Test
    void the_right_password_opens_the_house_and_sign_out_closes_it() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        Visitor v = visitor(officer);
        assertThat(v.page().select("form[action=/sign-out]")).isNotEmpty();
        v.submit("form[action=/sign-out]", Map.of());
        assertThat(v.open("/inbox").path()).startsWith("/sign-in");
    }

    @Test
    void an_unknown_name_and_a_wrong_password_get_the_same_answer() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        String wrong = stranger().signIn(officer.username(), "not this").text();
        String unknown =
                stranger().signIn("nobody" + Given.serial(), "not this").text();
        assertThat(wrong).isEqualTo(unknown).contains("غير صحيحة");
    }

    @Test
    void the_name_typed_is_kept_and_the_password_is_not() {
        Visitor v = stranger().signIn("someone", "secret words");
        assertThat(v.status()).isEqualTo(401);
        assertThat(v.page().selectFirst("#username").val()).isEqualTo("someone");
        assertThat(v.page().html()).doesNotContain("secret words");
    }

    @Test
    void five_wrong_passwords_close_the_account_from_that_address_for_a_quarter_of_an_hour() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        for (int i = 0; i < 5; i++) {
            stranger().signIn(officer.username(), "wrong " + i);
        }
        assertThat(stranger().signIn(officer.username(), Given.PASSWORD).status())
                .isEqualTo(429);
        clock.forward(java.time.Duration.ofMinutes(16));
        assertThat(visitor(officer).page().select("form[action=/sign-out]")).isNotEmpty();
    }

    @Test
    void of_many_tries_at_once_no_more_than_five_are_judged() throws Exception {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        java.util.List<Integer> said = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (var many = java.util.concurrent.Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 24; i++) {
                String guess = "guess " + i;
                many.submit(() -> said.add(new ApiClient(port)
                        .post("/api/v1/tokens", Map.of("username", officer.username(), "password", guess))
                        .status()));
            }
        }
        assertThat(said).hasSize(24).containsOnly(401, 429);
        assertThat(said.stream().filter(s -> s == 401)).hasSize(5);
    }

    @Test
    void half_a_character_is_a_wrong_password_and_no_bug() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        String body = "{\"username\":\"" + officer.username() + "\",\"password\":\"\\ud800\"}";
        assertThat(new ApiClient(port).post("/api/v1/tokens", body).status()).isEqualTo(401);
    }

    @Test
    void the_right_password_forgets_the_wrong_ones_before_it() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                assertThat(stranger().signIn(officer.username(), "wrong " + i).status())
                        .isEqualTo(401);
            }
            assertThat(stranger().signIn(officer.username(), Given.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_token_is_ended_by_its_own_delete() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        ApiClient api = api(officer);
        assertThat(api.delete("/api/v1/tokens/current").status()).isEqualTo(204);
        assertThat(api.delete("/api/v1/tokens/current").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_password_over_the_api_is_a_problem_with_a_type() {
        ApiClient.Answer answer =
                new ApiClient(port).post("/api/v1/tokens", Map.of("username", "nobody", "password", "x"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:kulluna:refusal:wrong-credentials");
        assertThat(answer.body().path("title").asString()).contains("not right");
    }

    @Test
    void nonsense_over_the_api_is_a_400_and_missing_fields_are_named() {
        ApiClient api = new ApiClient(port);
        assertThat(api.post("/api/v1/tokens", "{not json").status()).isEqualTo(400);
        ApiClient.Answer empty = api.post("/api/v1/tokens", Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("faults").has("username")).isTrue();
    }

    @Test
    void a_post_without_the_form_secret_is_refused() {
        Visitor v = stranger().open("/sign-in");
        v.post("/sign-in", Map.of("username", "a", "password", "b"));
        assertThat(v.status()).isEqualTo(403);
    }

    @Test
    void an_address_of_another_site_is_never_followed_after_sign_in() {
        assertThat(SignInPages.local("//evil.example")).isEqualTo("/start");
        assertThat(SignInPages.local("/\\evil.example")).isEqualTo("/start");
        assertThat(SignInPages.local("https://evil.example")).isEqualTo("/start");
        assertThat(SignInPages.local("/attendance/hours?page=2")).isEqualTo("/attendance/hours?page=2");
    }

    @Test
    void nobody_finds_what_is_not_there_and_the_page_says_so_in_both_languages() {
        assertThat(stranger().open("/nothing/here").path()).startsWith("/sign-in");
        Visitor v = visitor(given.actor(Role.MEMBERSHIP_OFFICER));
        assertThat(v.open("/nothing/here").status()).isEqualTo(404);
        assertThat(v.text()).contains("لا شيء في هذا العنوان");
        assertThat(v.in("en").open("/nothing/here?lang=en").text()).contains("nothing at this address");
    }
}
