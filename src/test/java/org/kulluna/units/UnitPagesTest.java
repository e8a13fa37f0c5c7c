package org.kulluna.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class UnitPagesTest extends HouseTest {
    @Autowired
    private Units units;

    private static Map<String, String> form(String code) {
        return Map.of(
                "code",
                code,
                "kind",
                "police",
                "nameAr",
                "مركز " + code,
                "nameEn",
                "Station " + code,
                "region",
                "al_ain");
    }

    @Test
    void an_administrator_adds_changes_retires_and_restores_a_unit_and_everybody_sees_it_at_once() {
        units.byCode();
        String code = "t-" + Given.serial();
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR)).open("/units/new");
        v.submit("form[data-operation=createUnit]", form(code));
        assertThat(v.path()).isEqualTo("/units");
        assertThat(units.get(code).region()).isEqualTo("al_ain");
        v.open("/units/" + code).submit("form[data-operation=updateUnit]", Map.of("nameEn", "Renamed"));
        assertThat(units.get(code).name().en()).isEqualTo("Renamed");
        v.open("/units/" + code).submit("form[data-operation=retireUnit]", Map.of());
        assertThat(units.get(code).retired()).isTrue();
        v.open("/units/" + code).submit("form[data-operation=restoreUnit]", Map.of());
        assertThat(units.get(code).retired()).isFalse();
    }

    @Test
    void faults_stand_beside_their_fields_and_what_was_typed_is_kept() {
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR)).open("/units/new");
        v.submit("form[data-operation=createUnit]", Map.of("code", "no spaces!", "nameAr", "اسم", "nameEn", ""));
        assertThat(v.status()).isEqualTo(422);
        assertThat(v.page().selectFirst("#code-fault")).isNotNull();
        assertThat(v.page().selectFirst("#nameEn-fault")).isNotNull();
        assertThat(v.page().selectFirst("#nameAr").val()).isEqualTo("اسم");
    }

    @Test
    void an_editor_who_looked_before_another_saved_is_told() {
        String code = given.unit();
        Given.Actor admin = given.actor(Role.ADMINISTRATOR);
        Visitor early = visitor(admin).open("/units/" + code);
        visitor(admin).open("/units/" + code).submit("form[data-operation=updateUnit]", Map.of("nameEn", "First"));
        early.submit("form[data-operation=updateUnit]", Map.of("nameEn", "Second"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(units.get(code).name().en()).isEqualTo("First");
    }

    @Test
    void strangers_sign_in_first_and_others_find_nothing() {
        assertThat(stranger().open("/units").path()).startsWith("/sign-in");
        Given.Actor officer = given.actor(Role.MEMBERSHIP_OFFICER);
        assertThat(visitor(officer).open("/units").status()).isEqualTo(404);
        Given.Actor bound = given.actor(Role.ADMINISTRATOR, given.unit());
        assertThat(visitor(bound).open("/units").status()).isEqualTo(404);
        assertThat(new ApiClient(port).get("/api/v1/units").status()).isEqualTo(401);
        ApiClient api = api(officer);
        assertThat(api.get("/api/v1/units").status()).isEqualTo(404);
        assertThat(api.post("/api/v1/units", form("x" + Given.serial())).status())
                .isEqualTo(404);
    }

    @Test
    void the_api_does_what_the_pages_do() {
        ApiClient api = api(given.actor(Role.ADMINISTRATOR));
        String code = "t-" + Given.serial();
        assertThat(api.post("/api/v1/units", form(code)).status()).isEqualTo(201);
        assertThat(api.post("/api/v1/units", form(code)).body().path("faults").has("code"))
                .isTrue();
        assertThat(api.post("/api/v1/units/" + code + "/retire", Map.of("version", "0"))
                        .body()
                        .path("retired")
                        .asBoolean())
                .isTrue();
        assertThat(api.post("/api/v1/units/" + code + "/retire", Map.of("version", "nonsense"))
                        .status())
                .isEqualTo(409);
        assertThat(api.post("/api/v1/units/nowhere/retire", Map.of("version", "0"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/units").body().size()).isPositive();
    }

    @Test
    void every_page_speaks_both_languages() {
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR));
        String code = given.unit();
        for (String path : new String[] {"/units", "/units/new", "/units/" + code}) {
            assertThat(v.open(path + "?lang=ar").text()).doesNotContain("⟦");
            assertThat(v.page().selectFirst("html").attr("dir")).isEqualTo("rtl");
            assertThat(v.open(path + "?lang=en").text()).doesNotContain("⟦");
        }
    }
}
