package org.kulluna.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/tokens"))
                                    .header("Content-Type", "application/json")
                                    .POST(body)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isIn(413, 400);
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
                .isEqualTo(400);
        assertThat(api(analyst).delete("/api/v1/figures").status()).isEqualTo(400);
    }

    @Test
    void the_operators_address_says_only_whether_the_house_is_well() throws Exception {
        assertThat(get("/actuator/health").body()).contains("UP").doesNotContain("components");
        assertThat(get("/actuator/env").statusCode()).isIn(302, 401, 404);
    }
}
