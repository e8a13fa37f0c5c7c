package org.kulluna.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks JSON with the house. */
public final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came back. {@code body} is a missing node when there was none. */
    public record Answer(int status, JsonNode body) {}

    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable String token;

    public ApiClient(int port) {
        base = "http://127.0.0.1:" + port;
    }

    public ApiClient signIn(String username, String password) {
        Answer answer = post("/api/v1/tokens", Map.of("username", username, "password", password));
        token = answer.body().path("token").asString();
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody());
    }

    public Answer post(String path, Object body) {
        return send(
                "POST",
                path,
                HttpRequest.BodyPublishers.ofString(body instanceof String s ? s : JSON.writeValueAsString(body)));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    public Answer delete(String path) {
        return send("DELETE", path, HttpRequest.BodyPublishers.noBody());
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String text = answer.body();
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(text) : JSON.readTree("{}"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
