package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.people.People;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** What a stranger with a code is told. */
class ChecksTest extends HouseTest {
    private static final String NOBODYS = "00000000000040008000000000000000";

    @Autowired
    private CertificatesGiven certificates;

    @Autowired
    private ChoiceRows choices;

    @Autowired
    People people;

    private UUID award() {
        return certificates.award(given.person());
    }

    private ApiClient.Answer check(UUID award) {
        return new ApiClient(port).get("/api/v1/certificates/" + certificates.code(award));
    }

    private void revoke(UUID award, String reason) {
        assertThat(api(given.actor(Role.TRAINING_OFFICER))
                        .post("/api/v1/awards/" + award + "/revoke", Map.of("reason", reason))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_stranger_sees_at_a_glance_that_it_holds_and_only_initials() {
        UUID award = award();
        Visitor v = stranger().open("/certificates/" + certificates.code(award));
        assertThat(v.status()).isEqualTo(200);
        assertThat(v.page().select("[data-state=valid].notice--good svg")).hasSize(1);
        assertThat(v.text()).contains("سارية", "الإسعافات الأولية", "س. خ.").doesNotContain("سارة", "⟦");
        Visitor en = stranger().in("en").open("/certificates/" + certificates.code(award));
        assertThat(en.text()).contains("Valid until", "First aid", "S. K.").doesNotContain("Khan", "⟦");
    }

    @Test
    void it_is_in_no_search_engine_and_kept_by_nobody() throws Exception {
        for (String path : new String[] {"/certificates/", "/api/v1/certificates/"}) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + port + path + certificates.code(award())))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void a_revoked_one_says_the_day_and_never_the_reason() {
        UUID award = award();
        revoke(award, "a forged paper");
        Visitor v = stranger().in("en").open("/certificates/" + certificates.code(award));
        assertThat(v.page().select("[data-state=revoked].notice--bad")).hasSize(1);
        assertThat(v.text()).contains("Revoked by its issuer on").doesNotContain("forged");
        assertThat(check(award).body().toString())
                .contains("\"revoked\"", "revokedOn")
                .doesNotContain("forged");
    }

    @Test
    void an_old_one_leads_to_the_newer_unless_that_one_is_not_shown() {
        PersonId holder = given.person();
        LocalDate today = LocalDate.ofInstant(clock.instant(), org.kulluna.shared.Time.PROGRAMME_ZONE);
        UUID old = certificates.award(holder, CertificatesGiven.LONG_AGO, CertificatesGiven.FAR, null);
        UUID newer = certificates.award(holder, today, null, old);
        assertThat(check(old).body().path("state").asString()).isEqualTo("superseded");
        Visitor v = stranger().open("/certificates/" + certificates.code(old));
        assertThat(v.page().select("a[href=/certificates/" + certificates.code(newer) + "]"))
                .hasSize(1);
        choices.put(newer, Shows.NOTHING, clock.instant());
        assertThat(check(old).body().path("shown").has("newer")).isFalse();
        assertThat(stranger()
                        .open("/certificates/" + certificates.code(old))
                        .page()
                        .html())
                .doesNotContain(certificates.code(newer));
    }

    @Test
    void one_that_ended_or_has_not_begun_says_so() {
        PersonId holder = given.person();
        LocalDate today = LocalDate.ofInstant(clock.instant(), org.kulluna.shared.Time.PROGRAMME_ZONE);
        UUID ended = certificates.award(holder, today.minusYears(2), today.minusDays(2), null);
        UUID coming = certificates.award(given.person(), today.plusDays(20), null, null);
        assertThat(check(ended).body().path("state").asString()).isEqualTo("expired");
        assertThat(check(coming).body().path("state").asString()).isEqualTo("not-yet");
        assertThat(stranger()
                        .in("en")
                        .open("/certificates/" + certificates.code(ended))
                        .text())
                .contains("Its last day was");
        assertThat(stranger()
                        .in("en")
                        .open("/certificates/" + certificates.code(coming))
                        .text())
                .contains("Not yet valid");
    }

    @Test
    void a_code_that_nobody_knows_gets_a_clear_page_and_404() {
        Visitor v = stranger().open("/certificates/" + NOBODYS);
        assertThat(v.status()).isEqualTo(404);
        assertThat(v.text()).contains("لا نعرف شهادة بهذا الرمز");
        assertThat(v.page().selectFirst("#code").val()).isEqualTo(NOBODYS);
        assertThat(new ApiClient(port).get("/api/v1/certificates/" + NOBODYS).status())
                .isEqualTo(404);
        assertThat(new ApiClient(port)
                        .get("/certificates/" + NOBODYS + "/credential.json")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "minee", "%27%20or%201=1", "0", "%D9%A0", "a%00b"})
    void nonsense_is_a_code_that_nobody_knows(String code) {
        assertThat(stranger().open("/certificates/" + code).status()).isIn(400, 404);
        assertThat(new ApiClient(port).get("/api/v1/certificates/" + code).status())
                .isIn(400, 404);
        assertThat(new ApiClient(port)
                        .post("/api/v1/certificates/" + code + "/name", Map.of("name", "x"))
                        .status())
                .isIn(400, 404);
    }

    @Test
    void what_is_pasted_into_the_form_leads_to_the_certificate() {
        String code = certificates.code(award());
        Visitor v = stranger().open("/");
        v.open(v.page().selectFirst("main a[href=/certificates]").attr("href"));
        v.open("/certificates?code="
                + java.net.URLEncoder.encode(
                        " https://kulluna.example/certificates/" + code.toUpperCase(java.util.Locale.ROOT),
                        java.nio.charset.StandardCharsets.UTF_8));
        assertThat(v.path()).isEqualTo("/certificates/" + code);
        assertThat(v.status()).isEqualTo(200);
        Visitor wrong = stranger().open("/certificates?code=12%3Cb%3E");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().selectFirst("#code-fault")).isNotNull();
        assertThat(wrong.page().selectFirst("#code").val()).isEqualTo("12<b>");
        assertThat(stranger()
                        .open("/certificates/" + code.toUpperCase(java.util.Locale.ROOT))
                        .path())
                .isEqualTo("/certificates/" + code);
    }

    @Test
    void a_name_read_from_paper_is_compared_and_the_try_recorded() {
        UUID award = award();
        Visitor v = stranger().open("/certificates/" + certificates.code(award));
        v.submit("form[data-operation=compareCertificateName]", Map.of("name", "سارة  خان"));
        assertThat(v.text()).contains("الاسم مطابق");
        v.submit("form[data-operation=compareCertificateName]", Map.of("name", "سارة خانم"));
        assertThat(v.text()).contains("الاسم لا يطابق").doesNotContain("سارة خان ");
        v.submit("form[data-operation=compareCertificateName]", Map.of("name", " "));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().selectFirst("#name-fault")).isNotNull();
        String address = "/api/v1/certificates/" + certificates.code(award) + "/name";
        assertThat(new ApiClient(port)
                        .post(address, Map.of("name", "SARA KHAN"))
                        .body()
                        .path("matches")
                        .asBoolean())
                .isTrue();
        assertThat(sql.sql("""
                select count(*) from audit.entry where action = 'certificates.compare-name' and subject_id = ?""").param(award.toString()).query(Long.class).single())
                .isEqualTo(3);
    }

    @Test
    void nothing_is_compared_where_nothing_is_shown() {
        UUID award = award();
        choices.put(award, Shows.NOTHING, clock.instant());
        String code = certificates.code(award);
        assertThat(stranger().in("en").open("/certificates/" + code).text())
                .contains("not shown")
                .doesNotContain("First aid", "S. K.", "Valid");
        assertThat(new ApiClient(port)
                        .post("/api/v1/certificates/" + code + "/name", Map.of("name", "Sara Khan"))
                        .status())
                .isEqualTo(409);
        assertThat(new ApiClient(port)
                        .get("/certificates/" + code + "/credential.json")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void somebody_erased_still_answers_without_a_name() {
        PersonId holder = given.person();
        UUID award = certificates.award(holder);
        choices.put(award, Shows.NAME, clock.instant());
        sql.sql("update people.person set name_ar = '', name_en = '', search = '', erased_at = now() where id = ?")
                .param(holder.value())
                .update();
        Visitor v = stranger().in("en").open("/certificates/" + certificates.code(award));
        assertThat(v.text()).contains("Valid until", "No longer known to us");
        assertThat(v.page().select("form[data-operation=compareCertificateName]"))
                .isEmpty();
        assertThat(new ApiClient(port)
                        .post("/api/v1/certificates/" + certificates.code(award) + "/name", Map.of("name", "x"))
                        .status())
                .isEqualTo(409);
        assertThat(new ApiClient(port)
                        .get("/certificates/" + certificates.code(award) + "/credential.json")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_merged_records_the_kept_one_holds_it() {
        PersonId kept = given.person("IN", LocalDate.of(1990, 5, 24), "مريم علي", "Mariam Ali");
        PersonId other = given.person();
        UUID award = certificates.award(other);
        sql.sql("update people.person set merged_into = :kept where id = :other")
                .param("kept", kept.value())
                .param("other", other.value())
                .update();
        assertThat(check(award).body().path("shown").path("initials").path("en").asString())
                .isEqualTo("M. A.");
    }
}
