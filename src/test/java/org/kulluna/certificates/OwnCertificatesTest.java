package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

/** What a holder decides. */
class OwnCertificatesTest extends HouseTest {
    @Autowired
    private CertificatesGiven certificates;

    private String seen(UUID award) {
        return new ApiClient(port)
                .get("/api/v1/certificates/" + certificates.code(award))
                .body()
                .toString();
    }

    @Test
    void a_holder_chooses_on_the_page_what_others_see() {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID award = certificates.award(holder.person());
        String form = "form[action=/certificates/mine/" + award + "]";
        Visitor v = visitor(holder).open("/certificates/mine");
        assertThat(v.page().selectFirst(form + " input[checked]").val()).isEqualTo("initials");
        v.submit(form, Map.of("shows", "name"));
        assertThat(v.text()).contains("حُفظ اختيارك");
        assertThat(seen(award)).contains("Sara Khan");
        v.submit(form, Map.of("shows", "nothing"));
        assertThat(seen(award)).contains("hidden").doesNotContain("Sara", "first");
        v.submit(form, Map.of("shows", "initials"));
        assertThat(seen(award)).contains("S. K.").doesNotContain("Khan");
    }

    @Test
    void the_same_choice_twice_is_one_change() {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID award = certificates.award(holder.person());
        ApiClient api = api(holder);
        for (int i = 0; i < 2; i++) {
            var answer = api.put("/api/v1/certificates/mine/" + award, Map.of("shows", "name"));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("shows").asString()).isEqualTo("name");
        }
        assertThat(audited("certificates.choose", award)).isEqualTo(1);
        assertThat(api.put("/api/v1/certificates/mine/" + award, Map.of("shows", "all"))
                        .body()
                        .path("faults")
                        .has("shows"))
                .isTrue();
        assertThat(api.put("/api/v1/certificates/mine/" + award, Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void a_new_code_answers_and_the_old_one_says_only_that_it_was_withdrawn() {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID award = certificates.award(holder.person());
        String first = certificates.code(award);
        Visitor v = visitor(holder).open("/certificates/mine");
        v.submit("form[action=/certificates/mine/" + award + "/code]", Map.of());
        String second = api(holder)
                .get("/api/v1/certificates/mine")
                .body()
                .path(0)
                .path("code")
                .asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(stranger().open("/certificates/" + second).text()).contains("سارية");
        Visitor old = stranger().in("en").open("/certificates/" + first);
        assertThat(old.text()).contains("This code was withdrawn").doesNotContain("First aid", "S. K.");
        assertThat(old.page().html()).doesNotContain(second);
        assertThat(seen(award)).contains("withdrawn").doesNotContain(second);
        assertThat(new ApiClient(port)
                        .get("/certificates/" + first + "/credential.json")
                        .status())
                .isEqualTo(404);
        assertThat(new ApiClient(port)
                        .get("/certificates/" + second + "/credential.json")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_same_renewal_twice_makes_one_code_and_a_strange_code_none() {
        Given.Actor holder = given.actor(Role.MEMBER);
        UUID award = certificates.award(holder.person());
        ApiClient api = api(holder);
        String address = "/api/v1/certificates/mine/" + award + "/code";
        Map<String, String> form = Map.of("code", certificates.code(award));
        String made = api.post(address, form).body().path("code").asString();
        assertThat(api.post(address, form).body().path("code").asString()).isEqualTo(made);
        assertThat(audited("certificates.renew-code", award)).isEqualTo(1);
        assertThat(api.post(address, Map.of("code", "nonsense")).status()).isEqualTo(409);
        assertThat(api.post(address, Map.of()).status()).isEqualTo(422);
        String third =
                api.post(address, Map.of("code", made)).body().path("code").asString();
        assertThat(third).isNotEqualTo(made).matches("[0-9a-f]{32}");
        assertThat(new ApiClient(port)
                        .get("/api/v1/certificates/" + made)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("withdrawn");
    }

    @Test
    void nobody_decides_for_somebody_else_not_even_a_desk() {
        UUID award = certificates.award(given.person());
        for (Role role : new Role[] {Role.MEMBER, Role.TRAINING_OFFICER, Role.ADMINISTRATOR}) {
            ApiClient other = api(given.actor(role));
            assertThat(other.put("/api/v1/certificates/mine/" + award, Map.of("shows", "name"))
                            .status())
                    .isEqualTo(404);
            assertThat(other.post(
                                    "/api/v1/certificates/mine/" + award + "/code",
                                    Map.of("code", certificates.code(award)))
                            .status())
                    .isEqualTo(404);
            assertThat(other.get("/api/v1/certificates/mine").body().toString()).doesNotContain(award.toString());
        }
        assertThat(api(given.actor(Role.MEMBER))
                        .put("/api/v1/certificates/mine/nonsense", Map.of("shows", "name"))
                        .status())
                .isEqualTo(404);
        assertThat(seen(award)).contains("S. K.");
    }

    @Test
    void who_has_none_is_invited_and_a_stranger_is_asked_to_sign_in() {
        assertThat(visitor(given.actor(Role.MEMBER)).open("/certificates/mine").text())
                .contains("لا شهادات بعد");
        assertThat(stranger().open("/certificates/mine").path()).startsWith("/sign-in");
        assertThat(new ApiClient(port).get("/api/v1/certificates/mine").status())
                .isEqualTo(401);
    }

    private long audited(String action, UUID award) {
        return sql.sql("select count(*) from audit.entry where action = ? and subject_id = ?")
                .params(action, award.toString())
                .query(Long.class)
                .single();
    }
}
