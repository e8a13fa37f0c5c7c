package org.kulluna.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;

class ApplyTest extends HouseTest {
    private static final String FORM = "form[action=/membership/apply]";

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void anyone_may_apply_in_their_language_and_follow_the_application(String language) {
        Map<String, String> form = Newcomer.form(given.place());
        Visitor v = stranger().in(language).open("/membership/apply");
        assertThat(v.text()).doesNotContain("⟦");
        v.submit(FORM, form);
        assertThat(v.path()).isEqualTo("/membership/apply/received");
        assertThat(v.text()).doesNotContain("⟦");
        v.signIn(form.get("username"), Newcomer.PASSWORD).open("/membership/application");
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.text()).doesNotContain("⟦").contains(language.equals("en") ? "Received" : "وصل");
        assertThat(v.page().select(".timeline__item")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void each_fault_stands_beside_its_field_and_what_was_typed_is_kept_but_the_password(String language) {
        Map<String, String> wrong = Newcomer.form(
                given.place(),
                Map.of("nameAr", "Latin", "emiratesId", "784-1990-1234567-0", "bornOn", "yesterday", "phone", "12"));
        Visitor v = stranger().in(language).open("/membership/apply").submit(FORM, wrong);
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.text()).doesNotContain("⟦");
        for (String field : new String[] {"nameAr", "emiratesId", "bornOn", "phone"}) {
            assertThat(v.page().select("#" + field + "-fault")).as(field).hasSize(1);
            assertThat(v.page().select("#" + field).attr("aria-invalid")).isEqualTo("true");
        }
        assertThat(v.page().selectFirst("#nameAr").val()).isEqualTo("Latin");
        assertThat(v.page().selectFirst("#bornOn").val()).isEqualTo("yesterday");
        assertThat(v.page().selectFirst("#nationality option[selected]").val()).isEqualTo("JO");
        assertThat(v.page().selectFirst("#homePlace option[selected]").val()).isEqualTo(wrong.get("homePlace"));
        assertThat(v.page().select("input[name=languages][checked]")).hasSize(2);
        assertThat(v.page().selectFirst("textarea[name=motivation]").val()).isEqualTo(wrong.get("motivation"));
        assertThat(v.page().html()).doesNotContain(Newcomer.PASSWORD);
    }

    @Test
    void an_empty_form_names_every_field_that_is_needed() {
        Visitor v = stranger().open("/membership/apply").submit(FORM, Map.of());
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().select(".form-faults li")).hasSizeGreaterThan(9);
        v.page().select(".form-faults a").forEach(link -> assertThat(
                        v.page().select(link.attr("href")))
                .as(link.attr("href"))
                .isNotEmpty());
    }

    @Test
    void a_taken_user_name_and_a_known_identity_number_are_faults_of_their_fields() {
        Map<String, String> first = Newcomer.form(given.place());
        stranger().open("/membership/apply").submit(FORM, first);
        Map<String, String> sameName = Newcomer.form(given.place(), Map.of("username", first.get("username")));
        assertThat(stranger().open("/membership/apply").submit(FORM, sameName).page().select("#username-fault"))
                .hasSize(1);
        Map<String, String> sameId = Newcomer.form(given.place(), Map.of("emiratesId", first.get("emiratesId")));
        assertThat(stranger().open("/membership/apply").submit(FORM, sameId).page().select("#emiratesId-fault"))
                .hasSize(1);
    }

    @Test
    void the_same_application_sent_twice_over_the_api_is_one() {
        ApiClient api = new ApiClient(port);
        Map<String, Object> form = Newcomer.json(Newcomer.form(given.place()));
        ApiClient.Answer first = api.post("/api/v1/applications", form);
        ApiClient.Answer again = api.post("/api/v1/applications", form);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(first.body().path("state").asString()).isEqualTo("received");
        api.signIn(String.valueOf(form.get("username")), Newcomer.PASSWORD);
        assertThat(api.get("/api/v1/applications/mine").body().path("history").size())
                .isEqualTo(1);
    }

    @Test
    void nonsense_over_the_api_is_never_a_500() {
        ApiClient api = new ApiClient(port);
        assertThat(api.post("/api/v1/applications", Map.of()).status()).isEqualTo(422);
        assertThat(api.post("/api/v1/applications", "[]").status()).isEqualTo(400);
        Map<String, Object> odd = new LinkedHashMap<>(Newcomer.json(Newcomer.form(given.place())));
        odd.put("id", "not a uuid");
        odd.put("bornOn", "٢٠٣٠-٠١-٠١");
        odd.put("nameEn", "x".repeat(500));
        odd.put("homePlace", "nowhere\u0000");
        ApiClient.Answer answer = api.post("/api/v1/applications", odd);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("faults").propertyNames()).contains("id", "bornOn", "nameEn", "homePlace");
        odd = new LinkedHashMap<>(Newcomer.json(Newcomer.form(given.place())));
        odd.put("motivation", "a\u0000b");
        assertThat(api.post("/api/v1/applications", odd).status()).isLessThan(500);
    }

    @Test
    void the_applicant_withdraws_and_may_come_again() {
        Map<String, String> form = Newcomer.form(given.place());
        stranger().open("/membership/apply").submit(FORM, form);
        Visitor v = stranger().signIn(form.get("username"), Newcomer.PASSWORD).open("/membership/application");
        v.submit("form[action$=/withdrawal]", Map.of());
        assertThat(v.path()).isEqualTo("/membership/application");
        assertThat(v.text()).contains("مسحوب");
        v.submit("form[action$=/again]", Map.of("motivation", "مرة أخرى"));
        assertThat(v.path()).isEqualTo("/membership/application");
        assertThat(v.page().select("form[action$=/withdrawal]")).hasSize(1);
        assertThat(v.in("en").open("/membership/application?lang=en").text()).doesNotContain("⟦");
    }

    @Test
    void nobody_reads_or_withdraws_the_application_of_another() {
        Map<String, String> form = Newcomer.form(given.place());
        String id = new ApiClient(port)
                .post("/api/v1/applications", Newcomer.json(form))
                .body()
                .path("id")
                .asString();
        ApiClient other = api(given.actor(Role.APPLICANT));
        assertThat(other.post("/api/v1/applications/" + id + "/withdrawal", Map.of()).status())
                .isEqualTo(404);
        assertThat(other.get("/api/v1/applications/" + id).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/applications/mine").status()).isEqualTo(404);
        assertThat(new ApiClient(port).get("/api/v1/applications/mine").status()).isEqualTo(401);
        assertThat(stranger().open("/membership/application").path()).startsWith("/sign-in");
    }
}
