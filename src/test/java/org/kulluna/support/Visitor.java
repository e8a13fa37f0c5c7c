package org.kulluna.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies, opens pages, fills in forms as they stand on the page. */
public final class Visitor {
    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;
    private final HttpClient still;
    private boolean followRedirects = true;
    private String location = "/";
    private String language = "ar";
    private @Nullable Document page;
    private int status;
    private String path = "/";

    public Visitor(int port) {
        base = "http://127.0.0.1:" + port;
        http = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        still = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** What a browser would send with its next request. */
    public String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(c -> c.getName() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    public Visitor in(String language) {
        this.language = language;
        return this;
    }

    public Visitor open(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    public Visitor signIn(String username, String password) {
        open("/sign-in");
        return submit("form[action=/sign-in]", Map.of("username", username, "password", password));
    }

    /** Posts the form found by the selector with its own values, changed by {@code fields}. */
    public Visitor submit(String form, Map<String, String> fields) {
        Element element = Objects.requireNonNull(page().selectFirst(form), "no form " + form + " on " + path);
        Map<String, String> all = new LinkedHashMap<>();
        ((org.jsoup.nodes.FormElement) element)
                .formData()
                .forEach(d -> all.merge(d.key(), d.value(), (a, b) -> a + "\n" + b));
        all.putAll(fields);
        String action = element.hasAttr("action") ? element.attr("action") : path;
        return post(action, all);
    }

    /** Posts those fields and nothing else: an attacker's hand. A value with line breaks is sent once for each line. */
    public Visitor post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .flatMap(e -> e.getValue().lines().count() < 2
                        ? java.util.stream.Stream.of(pair(e.getKey(), e.getValue()))
                        : e.getValue().lines().map(line -> pair(e.getKey(), line)))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Posts the form found by the selector as multipart, with one file. */
    public Visitor submitFile(String form, Map<String, String> fields, String name, String fileName, byte[] content) {
        Element element = Objects.requireNonNull(page().selectFirst(form), "no form " + form + " on " + path);
        Map<String, String> all = new LinkedHashMap<>();
        ((org.jsoup.nodes.FormElement) element).formData().forEach(d -> all.put(d.key(), d.value()));
        all.remove(name);
        all.putAll(fields);
        String cut = "----kulluna";
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        all.forEach((k, v) -> body.writeBytes(
                ("--" + cut + "\r\nContent-Disposition: form-data; name=\"" + k + "\"\r\n\r\n" + v + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + cut + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + cut + "--\r\n").getBytes(StandardCharsets.UTF_8));
        // The client would repeat the content type when it follows a redirect, as no browser does.
        followRedirects = false;
        try {
            send(HttpRequest.newBuilder(URI.create(base + element.attr("action")))
                    .header("Content-Type", "multipart/form-data; boundary=" + cut)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
        } finally {
            followRedirects = true;
        }
        return status == 302 ? open(location) : this;
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Visitor send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = (followRedirects ? http : still)
                    .send(request.header("Accept-Language", language).build(), HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            location = URI.create(answer.headers().firstValue("Location").orElse("/"))
                    .getPath();
            path = answer.uri().getPath()
                    + (answer.uri().getQuery() == null ? "" : "?" + answer.uri().getQuery());
            page = Jsoup.parse(answer.body(), base);
            return this;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Document page() {
        return Objects.requireNonNull(page, "no page is open");
    }

    /** All words on the page. */
    public String text() {
        return page().text();
    }

    public int status() {
        return status;
    }

    /** Where the last redirect led, with its query. */
    public String path() {
        return path;
    }
}
