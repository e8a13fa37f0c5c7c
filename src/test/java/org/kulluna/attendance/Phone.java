package org.kulluna.attendance;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.kulluna.support.Given;

/** A browser whose script sends JSON: cookies, and the secret of the page in a header. */
final class Phone implements AutoCloseable {
    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .build();

    Phone(int port) {
        base = "http://127.0.0.1:" + port;
    }

    void signIn(String username) throws IOException, InterruptedException {
        String form = "_csrf=" + encode(secretOf("/sign-in")) + "&username=" + encode(username) + "&password="
                + encode(Given.PASSWORD) + "&to=";
        http.send(
                request("/sign-in", form, "application/x-www-form-urlencoded").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    String secretOf(String path) throws IOException, InterruptedException {
        String page = http.send(
                        HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        return Objects.requireNonNull(Jsoup.parse(page).selectFirst("input[name=_csrf]"))
                .attr("value");
    }

    HttpResponse<String> send(String path, String json, String secret) throws IOException, InterruptedException {
        return http.send(
                request(path, json, "application/json")
                        .header("X-XSRF-TOKEN", secret)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String body, String type) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
