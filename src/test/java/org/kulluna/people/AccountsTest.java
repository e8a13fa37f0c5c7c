package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kulluna.shared.Role;
import org.kulluna.shared.Viewer;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class AccountsTest extends HouseTest {
    @Autowired
    private Accounts accounts;

    private static String page(Given.Actor actor) {
        return "/people/accounts/" + actor.viewer().accountId();
    }

    @Test
    void a_role_given_for_a_unit_holds_there_and_ends_the_sessions() {
        Given.Actor member = given.actor(Role.MEMBER);
        String unit = given.unit();
        Visitor theirs = visitor(member);
        Visitor admin = visitor(given.actor(Role.ADMINISTRATOR)).open(page(member));
        admin.submit("form[data-operation=grantRole]", Map.of("role", "UNIT_COORDINATOR", "unit", unit));
        assertThat(admin.text()).contains("منسق وحدة").contains("وحدة " + unit);
        assertThat(theirs.open("/inbox").path()).startsWith("/sign-in");
        admin.submit("form[data-operation=revokeRole]:has(input[value=UNIT_COORDINATOR])", Map.of());
        assertThat(admin.page().select("input[name=role][value=UNIT_COORDINATOR]"))
                .isEmpty();
    }

    @Test
    void roles_of_the_whole_house_are_not_bound_to_a_unit_and_unknown_ones_are_at_fault() {
        Given.Actor member = given.actor(Role.MEMBER);
        ApiClient api = api(given.actor(Role.ADMINISTRATOR));
        String path = "/api/v1/accounts/" + member.viewer().accountId() + "/grants";
        assertThat(api.post(path, Map.of("role", "AUDITOR", "unit", given.unit()))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(path, Map.of("role", "KING")).body().path("faults").has("role"))
                .isTrue();
        assertThat(api.post(path, Map.of("role", "ANALYST", "unit", "nowhere"))
                        .body()
                        .path("faults")
                        .has("unit"))
                .isTrue();
        assertThat(api.post(path, Map.of("role", "ANALYST"))
                        .body()
                        .path("grants")
                        .size())
                .isEqualTo(2);
        assertThat(api.post(path + "/revoke", Map.of("role", "ANALYST")).status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void each_of_the_sixteen_roles_is_given_for_all_units_or_for_one_and_taken_back(Role role) {
        Given.Actor somebody = given.actor(given.person(), Role.APPLICANT, null);
        ApiClient admin = api(given.actor(Role.ADMINISTRATOR));
        String path = "/api/v1/accounts/" + somebody.viewer().accountId() + "/grants";
        admin.post(path + "/revoke", Map.of("role", "APPLICANT"));
        String unit = given.unit();
        Map<String, String> forOne = Map.of("role", role.name(), "unit", unit);
        boolean ofUnits = !GrantForm.WHOLE.contains(role);
        assertThat(admin.post(path, forOne).status()).isEqualTo(ofUnits ? 200 : 422);
        assertThat(grants(somebody)).isEqualTo(ofUnits ? List.of(new Viewer.Grant(role, unit)) : List.of());
        admin.post(path + "/revoke", forOne);
        assertThat(grants(somebody)).isEmpty();
        Map<String, String> forAll = Map.of("role", role.name());
        assertThat(admin.post(path, forAll).status()).isEqualTo(200);
        assertThat(admin.post(path, forAll).status()).as("said twice").isEqualTo(200);
        assertThat(grants(somebody)).containsExactly(new Viewer.Grant(role, null));
        assertThat(admin.post(path + "/revoke", forAll).status()).isEqualTo(204);
        assertThat(grants(somebody)).isEmpty();
    }

    private List<Viewer.Grant> grants(Given.Actor actor) {
        String token = accounts.signIn(actor.username(), Given.PASSWORD, "127.0.0.1", Session.Kind.API)
                .token();
        return accounts.findViewer(token, Session.Kind.API).orElseThrow().grants();
    }

    @Test
    void a_membership_officer_serves_all_units_so_the_role_is_never_bound_to_one() {
        Given.Actor member = given.actor(Role.MEMBER);
        ApiClient api = api(given.actor(Role.ADMINISTRATOR));
        String path = "/api/v1/accounts/" + member.viewer().accountId() + "/grants";
        for (String role : new String[] {"MEMBERSHIP_OFFICER", "VETTING_OFFICER", "ADMINISTRATOR"}) {
            assertThat(api.post(path, Map.of("role", role, "unit", given.unit()))
                            .body()
                            .path("faults")
                            .has("unit"))
                    .as(role)
                    .isTrue();
        }
    }

    @Test
    void the_account_of_an_erased_or_merged_person_is_closed_for_good() {
        Given.Actor erased = given.actor(Role.MEMBER);
        Given.Actor merged = given.actor(Role.MEMBER);
        Given.Actor kept = given.actor(Role.MEMBER);
        ApiClient admin = api(given.actor(Role.ADMINISTRATOR));
        assertThat(admin.post("/api/v1/people/" + erased.person() + "/erasure", Map.of("confirmed", "yes"))
                        .status())
                .isEqualTo(204);
        assertThat(api(given.actor(Role.MEMBERSHIP_OFFICER))
                        .post(
                                "/api/v1/people/" + kept.person() + "/merge",
                                Map.of("from", merged.person().toString(), "reason", "same card"))
                        .status())
                .isEqualTo(204);
        for (Given.Actor gone : new Given.Actor[] {erased, merged}) {
            String path = "/api/v1/accounts/" + gone.viewer().accountId();
            assertThat(admin.get(path).status()).isEqualTo(404);
            for (String deed : new String[] {"/enable", "/disable", "/reset-link", "/second-factor/remove"}) {
                assertThat(admin.post(path + deed, Map.of()).status()).as(deed).isEqualTo(404);
            }
            assertThat(admin.post(path + "/grants", Map.of("role", "ADMINISTRATOR"))
                            .status())
                    .isEqualTo(404);
            assertThat(admin.get("/api/v1/accounts?q=" + gone.username())
                            .body()
                            .path("accounts")
                            .size())
                    .isZero();
        }
        assertThat(admin.get("/api/v1/accounts/" + kept.viewer().accountId()).status())
                .isEqualTo(200);
    }

    @Test
    void a_person_has_one_account_and_a_second_one_is_refused_by_that_name() {
        Given.Actor member = given.actor(Role.MEMBER);
        var answer = api(given.actor(Role.ADMINISTRATOR))
                .post(
                        "/api/v1/accounts",
                        Map.of("person", member.person().toString(), "username", "other" + Given.serial()));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").asString()).endsWith("account-already");
    }

    @Test
    void a_closed_account_is_shut_out_at_once_and_can_be_opened_again() {
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        Visitor theirs = visitor(officer);
        Visitor admin = visitor(given.actor(Role.ADMINISTRATOR)).open(page(officer));
        admin.submit("form[data-operation=disableAccount]", Map.of());
        assertThat(theirs.open("/inbox").path()).startsWith("/sign-in");
        assertThat(stranger().signIn(officer.username(), Given.PASSWORD).status())
                .isEqualTo(401);
        admin.submit("form[data-operation=enableAccount]", Map.of());
        assertThat(visitor(officer).open("/inbox").path()).isEqualTo("/inbox");
    }

    @Test
    void nobody_takes_the_keys_from_themselves() {
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        ApiClient api = api(admin);
        String path = "/api/v1/accounts/" + admin.viewer().accountId();
        assertThat(api.post(path + "/disable", Map.of()).status()).isEqualTo(409);
        assertThat(api.post(path + "/grants/revoke", Map.of("role", "ADMINISTRATOR"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_new_account_is_entered_by_its_link_once() {
        String username = "new" + Given.serial();
        Visitor admin = visitor(given.actor(Role.ADMINISTRATOR)).open("/people/accounts/new");
        admin.submit("form[data-operation=createAccount]", Map.of("nameAr", "ليلى", "username", username));
        assertThat(admin.status()).isEqualTo(200);
        String link = admin.page().selectFirst("a[href^=/reset/]").attr("href");
        Visitor owner = stranger().open(link);
        owner.submit("form[data-operation=resetPassword]", Map.of("password", "short", "again", "short"));
        assertThat(owner.page().selectFirst("#password-fault")).isNotNull();
        owner.submit("form[data-operation=resetPassword]", Map.of("password", Given.PASSWORD, "again", "different"));
        assertThat(owner.page().selectFirst("#again-fault")).isNotNull();
        owner.submit("form[data-operation=resetPassword]", Map.of("password", Given.PASSWORD, "again", Given.PASSWORD));
        assertThat(owner.path()).isEqualTo("/sign-in");
        assertThat(stranger().signIn(username, Given.PASSWORD).page().select("form[action=/sign-out]"))
                .isNotEmpty();
        assertThat(stranger().open(link).status()).isEqualTo(409);
        assertThat(sql.sql("select count(*) from audit.entry where action = 'people.reset-password'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void a_link_is_over_after_a_day_and_a_newer_one_ends_it() {
        Given.Actor member = given.actor(Role.MEMBER);
        ApiClient api = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String path = "/api/v1/accounts/" + member.viewer().accountId() + "/reset-link";
        String first = api.post(path, Map.of()).body().path("token").asString();
        String second = api.post(path, Map.of()).body().path("token").asString();
        assertThat(first).hasSize(43);
        assertThat(stranger().open("/reset/" + first).status()).isEqualTo(409);
        assertThat(stranger().open("/reset/" + second).status()).isEqualTo(200);
        clock.forward(Duration.ofHours(25));
        assertThat(stranger().open("/reset/" + second).status()).isEqualTo(409);
        clock.reset();
        ApiClient anybody = new ApiClient(port);
        assertThat(anybody.post("/api/v1/password-resets", Map.of("token", second, "password", "kulluna-demo"))
                        .status())
                .isEqualTo(422);
        assertThat(anybody.post("/api/v1/password-resets", Map.of("token", second, "password", "a fresh long one"))
                        .status())
                .isEqualTo(204);
        assertThat(anybody.post("/api/v1/password-resets", Map.of("token", second, "password", "a fresh long one"))
                        .status())
                .isEqualTo(409);
        assertThat(stranger().signIn(member.username(), Given.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void an_officer_reaches_no_account_that_holds_a_desk_role() {
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        ApiClient officer = api(given.actor(Role.MEMBERSHIP_OFFICER));
        String path = "/api/v1/accounts/" + admin.viewer().accountId();
        assertThat(officer.get(path).status()).isEqualTo(404);
        assertThat(officer.post(path + "/reset-link", Map.of()).status()).isEqualTo(404);
        assertThat(officer.post(path + "/second-factor/remove", Map.of()).status())
                .isEqualTo(404);
        assertThat(officer.get("/api/v1/accounts?q=" + admin.username())
                        .body()
                        .path("accounts")
                        .size())
                .isZero();
        assertThat(api(given.actor(Role.ADMINISTRATOR))
                        .post(path + "/reset-link", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_list_goes_on_behind_the_last_name() {
        Given.Actor member = given.actor(Role.MEMBER);
        ApiClient api = api(given.actor(Role.ADMINISTRATOR));
        assertThat(api.get("/api/v1/accounts?q=" + member.username())
                        .body()
                        .path("accounts")
                        .size())
                .isEqualTo(1);
        assertThat(api.get("/api/v1/accounts?q=" + member.username() + "&role=AUDITOR")
                        .body()
                        .path("accounts")
                        .size())
                .isZero();
        assertThat(api.get("/api/v1/accounts?q=" + member.username() + "&after=" + member.username())
                        .body()
                        .path("accounts")
                        .size())
                .isZero();
        assertThat(api.get("/api/v1/accounts?role=nonsense&q=%25").status()).isEqualTo(200);
    }

    @Test
    void strangers_sign_in_first_and_others_find_nothing() {
        Given.Actor member = given.actor(Role.MEMBER);
        assertThat(stranger().open("/people/accounts").path()).startsWith("/sign-in");
        assertThat(visitor(member).open("/people/accounts").status()).isEqualTo(404);
        assertThat(visitor(given.actor(Role.ANALYST)).open(page(member)).status())
                .isEqualTo(404);
        Visitor bound = visitor(given.actor(Role.ADMINISTRATOR, given.unit()));
        assertThat(bound.open("/people/accounts/new").status()).isEqualTo(404);
        assertThat(visitor(given.actor(Role.ADMINISTRATOR))
                        .open("/people/accounts/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        ApiClient api = api(member);
        String path = "/api/v1/accounts/" + member.viewer().accountId();
        for (String deed :
                new String[] {"/grants", "/grants/revoke", "/disable", "/enable", "/reset-link", "/second-factor/remove"
                }) {
            assertThat(api.post(path + deed, Map.of("role", "ADMINISTRATOR")).status())
                    .as(deed)
                    .isEqualTo(404);
        }
        assertThat(api.post("/api/v1/accounts", Map.of("username", "abc", "nameEn", "A"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void everybody_changes_their_own_contact_choices() {
        Visitor v = visitor(given.actor(Role.MEMBER)).open("/people/me");
        v.submit("form[data-operation=updateContact]", Map.of("email", "not an address", "contactBy", "email"));
        assertThat(v.page().selectFirst("#email-fault")).isNotNull();
        v.submit("form[data-operation=updateContact]", Map.of("email", "", "contactBy", "email"));
        assertThat(v.page().selectFirst("#email-fault")).isNotNull();
        v.submit(
                "form[data-operation=updateContact]",
                Map.of(
                        "email",
                        "sara@example.com",
                        "phone",
                        "+٩٧١ 50 000 0000",
                        "contactBy",
                        "email\nsms",
                        "language",
                        "en"));
        assertThat(v.path()).isEqualTo("/people/me");
        assertThat(v.page().selectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(v.page().selectFirst("#phone").val()).isEqualTo("+971500000000");
    }

    @Test
    void the_api_knows_who_asks_and_changes_only_them() {
        ApiClient api = api(given.actor(Role.MEMBER));
        assertThat(new ApiClient(port).get("/api/v1/people/me").status()).isEqualTo(401);
        assertThat(api.get("/api/v1/people/me").body().path("nameEn").asString())
                .isEqualTo("Sara Khan");
        assertThat(api.put("/api/v1/people/me", Map.of("digits", "arab", "version", "0"))
                        .body()
                        .path("digits")
                        .asString())
                .isEqualTo("arab");
        assertThat(api.put("/api/v1/people/me", Map.of("digits", "arab", "version", "0"))
                        .status())
                .isEqualTo(409);
        assertThat(api.put("/api/v1/people/me", Map.of("digits", "roman")).status())
                .isEqualTo(422);
    }

    @Test
    void every_page_speaks_both_languages() {
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        Visitor v = visitor(admin);
        for (String path :
                new String[] {"/people/accounts", "/people/accounts/new?q=sara", page(admin), "/more", "/people/me"}) {
            String with = path + (path.contains("?") ? "&" : "?") + "lang=";
            assertThat(v.open(with + "ar").text()).as(path).doesNotContain("⟦");
            assertThat(v.status()).isEqualTo(200);
            assertThat(v.open(with + "en").text()).as(path).doesNotContain("⟦");
        }
    }
}
