package org.kulluna.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.Given;
import org.kulluna.support.HouseTest;
import org.kulluna.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class PlacePagesTest extends HouseTest {
    @Autowired
    private Places places;

    private static Map<String, String> form(String code, String lat, String lng) {
        Map<String, String> form = new HashMap<>();
        form.put("code", code);
        form.put("nameAr", "حيّ الزعفرانة " + code);
        form.put("nameEn", "Zafarana " + code);
        form.put("region", "abu_dhabi");
        form.put("lat", lat);
        form.put("lng", lng);
        return form;
    }

    @Test
    void a_place_is_added_with_its_coordinates_and_found_however_it_is_spelt() {
        String code = "z" + Given.serial();
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR)).open("/places/new");
        v.submit("form[data-operation=createPlace]", form(code, "24.4539", "٥٤٫٣٧٧٣"));
        assertThat(v.path()).isEqualTo("/places");
        assertThat(places.get(code).lng()).isEqualTo(54.3773);
        assertThat(v.open("/places?q=%D8%B2%D8%B9%D9%81%D8%B1%D8%A7%D9%86%D9%87")
                        .text())
                .contains(code);
        assertThat(v.open("/places?q=zafaraana").text()).contains(code);
        assertThat(v.open("/places?q=qqqqqq%25").page().select(".empty")).isNotEmpty();
    }

    @Test
    void coordinates_must_be_on_the_earth() {
        ApiClient api = api(given.actor(Role.ADMINISTRATOR));
        for (String[] wrong :
                new String[][] {{"91", "54"}, {"24", "181"}, {"north", "54"}, {"24,5", "NaN"}, {"1e9", "0"}}) {
            ApiClient.Answer answer = api.post("/api/v1/places", form("w" + Given.serial(), wrong[0], wrong[1]));
            assertThat(answer.status()).isEqualTo(422);
        }
    }

    @Test
    void a_place_is_changed_retired_and_restored_under_a_version() {
        ApiClient api = api(given.actor(Role.ADMINISTRATOR));
        String code = given.place();
        Map<String, String> change = form(code, "24.1", "54.1");
        change.put("version", "0");
        assertThat(api.put("/api/v1/places/" + code, change).body().path("lat").asDouble())
                .isEqualTo(24.1);
        assertThat(api.put("/api/v1/places/" + code, change).status()).isEqualTo(409);
        assertThat(api.post("/api/v1/places/" + code + "/retire", Map.of("version", "1"))
                        .status())
                .isEqualTo(200);
        assertThat(places.list()).noneMatch(p -> p.code().equals(code));
        assertThat(api.post("/api/v1/places/" + code + "/restore", Map.of("version", "2"))
                        .status())
                .isEqualTo(200);
        assertThat(places.list()).anyMatch(p -> p.code().equals(code));
    }

    @Test
    void strangers_sign_in_first_and_others_find_nothing() {
        assertThat(stranger().open("/places").path()).startsWith("/sign-in");
        Given.Actor other = given.actor(Role.UNIT_COORDINATOR);
        assertThat(visitor(other).open("/places/new").status()).isEqualTo(404);
        assertThat(api(other)
                        .post("/api/v1/places", form("x" + Given.serial(), "1", "1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void every_page_speaks_both_languages() {
        Visitor v = visitor(given.actor(Role.ADMINISTRATOR));
        for (String path : new String[] {"/places", "/places/new", "/places/" + given.place()}) {
            assertThat(v.open(path + "?lang=ar").text()).doesNotContain("⟦");
            assertThat(v.open(path + "?lang=en").text()).doesNotContain("⟦");
        }
    }
}
