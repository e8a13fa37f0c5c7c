package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;

class OneSpellingTest extends HouseTest {
    @Test
    void an_address_spelled_around_the_limits_is_refused() {
        Map<String, String> guess = Map.of("username", "admin", "password", "a guess");
        for (String path : new String[] {"/api/v1/token%73", "/%61pi/v1/tokens", "/api/v1/%74okens"}) {
            assertThat(new ApiClient(port).post(path, guess).status()).as(path).isEqualTo(400);
        }
        assertThat(stranger().open("/%73ign-in").status()).isEqualTo(400);
        assertThat(stranger().open("/sign-in").status()).isEqualTo(200);
    }

    @Test
    void arabic_in_an_address_is_none_of_it() {
        assertThat(stranger().open("/%D9%83%D9%84%D9%86%D8%A7").path()).startsWith("/sign-in");
        assertThat(stranger().open("/sign-in?to=%2Fstart%3Fq%3D%73").status()).isEqualTo(200);
    }
}
