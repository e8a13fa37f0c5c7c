package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Role;
import org.kulluna.support.ApiClient;
import org.kulluna.support.HouseTest;

/** What the house says to hands that mean no good. */
class StrangersTest extends HouseTest {
    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void every_page_forbids_inline_scripts_frames_and_sniffing() throws Exception {
        var headers = get("/").headers();
        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void the_demo_answers_to_its_own_name_only() throws Exception {
        try (Socket s = new Socket("127.0.0.1", port)) {
            s.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(s.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 400");
        }
    }

    @Test
    void a_body_larger_than_allowed_is_refused_whether_it_says_so_or_not() throws Exception {
        byte[] large = new byte[BodyLimit.API_BYTES + 10];
        java.util.Arrays.fill(large, (byte) ' ');
        for (var body : new HttpRequest.BodyPublisher[] {
            HttpRequest.BodyPublishers.ofByteArray(large),
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
        }) {
            for (String address : List.of("/api/v1/tokens", "/delivery/receipts", "/screens/player/heartbeat")) {
                var answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                        .header("Content-Type", "application/JSON")
                                        .POST(body)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(address).isIn(413, 400);
            }
        }
    }

    @Test
    void a_browsers_cookie_opens_no_api_and_a_bearer_token_no_page() {
        var actor = given.actor(Role.ANALYST);
        assertThat(visitor(actor).open("/api/v1/figures").status()).isEqualTo(401);
        assertThat(new ApiClient(port).get("/statistics/figures").status()).isIn(302, 200);
    }

    @Test
    void a_forged_session_is_nobody() throws Exception {
        var answer = get("/statistics/figures", "Cookie", "kulluna=" + "A".repeat(43));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(get("/api/v1/figures", "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(401);
    }

    @Test
    void odd_addresses_and_methods_give_no_500() {
        var analyst = given.actor(Role.ANALYST);
        for (String path : new String[] {
            "/statistics/figures/rows?after=%00",
            "/statistics/figures?unit=a%00b",
            "/statistics/figures?period=%F0%9F%92%A9",
            "/statistics/figures?unit=%27;--",
            "/statistics/figures/rows?after=2022-01-01_x",
            "/error",
            "/statistics",
            "/%2e%2e/etc/passwd",
            "/?lang=%3Cscript%3E"
        }) {
            assertThat(visitor(analyst).open(path).status()).as(path).isLessThan(500);
        }
        var v = visitor(analyst);
        String secret = v.page().selectFirst("input[name=_csrf]").val();
        assertThat(v.post("/statistics/figures", Map.of("_csrf", secret)).status())
                .isEqualTo(405);
        assertThat(api(analyst).delete("/api/v1/figures").status()).isEqualTo(405);
    }

    @Test
    void the_operators_address_says_only_whether_the_house_is_well() throws Exception {
        assertThat(get("/actuator/health").body()).contains("UP").doesNotContain("components");
        assertThat(get("/actuator/env").statusCode()).isIn(302, 401, 404);
    }

    @Test
    void every_kind_of_answer_carries_the_same_headers() throws Exception {
        for (String path : new String[] {
            "/",
            "/sign-in",
            "/statistics/figures",
            "/nothing.png",
            "/app.css",
            "/icons.svg",
            "/error",
            "/api/v1/figures",
            "/api/v1/nothing",
            "/v3/api-docs",
            "/actuator/health",
            "/actuator/nothing",
            "/%73ign-in",
            "/sign-in;a=b",
            "//sign-in",
            "/%00"
        }) {
            var headers = get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(headers.allValues("X-Content-Type-Options")).as(path).containsExactly("nosniff");
            assertThat(headers.allValues("X-Frame-Options")).as(path).containsExactly("DENY");
            assertThat(headers.allValues("Referrer-Policy")).as(path).containsExactly("same-origin");
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
            assertThat(headers.firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .matches("no-store|max-age=31536000, public");
        }
        assertThat(get("/app.css").headers().firstValue("Cache-Control").orElse(""))
                .contains("public");
        assertThat(get("/app.css").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void what_the_security_chain_refuses_under_the_api_is_a_problem_too() throws Exception {
        for (String path : new String[] {"/api/v1/tokens;x", "/api/v1/figures;a=b"}) {
            var answer = get(path, "Accept-Language", "en");
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains("urn:kulluna:refusal:not-understood")
                    .contains("We did not understand");
        }
    }

    @Test
    void what_the_server_gives_up_on_names_neither_the_server_nor_the_address() throws Exception {
        for (String path : new String[] {"//sign-in", "/a%00b", "/%2e%2e/etc/passwd", "/?" + "a".repeat(20_000)}) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 414, 431);
            assertThat(answer.body().lines()).as(path).hasSize(2);
            assertThat(answer.body()).doesNotContain("HTTP ERROR").doesNotContain("passwd");
        }
        assertThat(get("/api//v1/figures").headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void a_method_that_is_none_says_which_ones_are() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tokens"))
                                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(api(given.actor(Role.ANALYST))
                        .put("/api/v1/tokens", Map.of())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void bracketed_names_that_no_form_has_are_refused() {
        var v = visitor(given.actor(Role.MEMBER)).open("/people/me");
        String secret = v.page().selectFirst("input[name=_csrf]").val();
        for (String name :
                new String[] {"email[0].x", "contactBy[99999999]", "contactBy[0]", "roles[0].nameAr", "version[]"}) {
            assertThat(v.post("/people/me", Map.of("_csrf", secret, name, "1")).status())
                    .as(name)
                    .isEqualTo(400);
        }
    }

    @Test
    void who_signs_in_again_leaves_no_older_session_behind() throws Exception {
        var first = given.actor(Role.ANALYST);
        var v = visitor(first);
        String older = v.cookies();
        String secret =
                v.open("/people/me").page().selectFirst("input[name=_csrf]").val();
        var second = given.actor(Role.ANALYST);
        v.post(
                "/sign-in",
                Map.of("_csrf", secret, "username", second.username(), "password", org.kulluna.support.Given.PASSWORD));
        assertThat(get("/statistics/figures", "Cookie", v.cookies()).statusCode())
                .isEqualTo(200);
        assertThat(get("/statistics/figures", "Cookie", older).statusCode()).isEqualTo(302);
    }

    @Test
    void no_log_keeps_what_opens_an_account() {
        assertThat(Problems.withoutSecret("/reset/abc")).isEqualTo("/reset/");
        assertThatThrownBy(() -> sql.sql(
                                "insert into people.account (id, person_id, username, password_hash, created_at)"
                                        + " select gen_random_uuid(), person_id, username, '', now() from people.account limit 1")
                        .update())
                .hasMessageContaining("unique constraint")
                .hasMessageNotContaining("Detail");
    }
}
