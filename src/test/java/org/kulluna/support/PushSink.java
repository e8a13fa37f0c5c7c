package org.kulluna.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;

/** A push service on this machine that answers as it is told. Status 0 never answers; 429 says so with Retry-After. */
public final class PushSink implements AutoCloseable {
    /** One push that came. */
    public record Pushed(String path, String topic, String urgency, String ttl, String authorization, byte[] body) {}

    private final HttpServer server;
    private static final int KEPT = 1000;
    private final AtomicInteger counted = new AtomicInteger();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final Queue<Pushed> pushed = new ConcurrentLinkedQueue<>();
    private final ToIntFunction<String> answers;

    /** @param answers the status for a path */
    public PushSink(ToIntFunction<String> answers) throws IOException {
        this.answers = answers;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 4096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public String endpoint(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public List<Pushed> pushed() {
        return List.copyOf(pushed);
    }

    /** How many came, without what they said: for many. */
    public int count() {
        return counted.get();
    }

    /** How many came to each path. */
    public Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    public List<Pushed> pushed(String path) {
        return pushed.stream().filter(p -> p.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        counted.incrementAndGet();
        counts.merge(path, 1L, Long::sum);
        if (counted.get() <= KEPT) {
            pushed.add(new Pushed(
                    path,
                    headers.getFirst("Topic"),
                    headers.getFirst("Urgency"),
                    headers.getFirst("TTL"),
                    headers.getFirst("Authorization"),
                    body));
        }
        int status = answers.applyAsInt(path);
        if (status == 0) {
            return;
        }
        if (status == 429) {
            exchange.getResponseHeaders().add("Retry-After", "1");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
