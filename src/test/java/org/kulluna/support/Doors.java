package org.kulluna.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Accounts;
import org.kulluna.people.Session;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Role;

/** Knocks at every address of the house with empty hands: who is let in is told of a fault, everybody else of nothing. */
public final class Doors {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An address, and the rights of which one opens it. {@code kind} is right, or a word for what no right opens. */
    public record Door(
            String method, String address, String kind, Set<Right> rights, Map<String, String> things, String body) {
        static Door read(String line) {
            String[] parts = line.strip().split("\\s+");
            boolean byRight = parts[2].equals(parts[2].toUpperCase(java.util.Locale.ROOT));
            Set<Right> rights = EnumSet.noneOf(Right.class);
            if (byRight) {
                Arrays.stream(parts[2].split(",")).map(Right::valueOf).forEach(rights::add);
            }
            Map<String, String> things = new TreeMap<>();
            Arrays.stream(parts)
                    .skip(3)
                    .filter(p -> !p.startsWith("{"))
                    .map(p -> p.split("="))
                    .forEach(p -> things.put(p[0], p[1]));
            String body = parts[parts.length - 1].startsWith("{") ? parts[parts.length - 1] : "{}";
            return new Door(parts[0], parts[1], byRight ? "right" : parts[2], rights, things, body);
        }

        /** As the house maps it. */
        public String mapped() {
            return method + " " + address.replaceFirst("\\?.*", "");
        }

        public boolean opensFor(Role role) {
            return rights.stream().anyMatch(right -> right.isHeldBy(role));
        }

        boolean isApi() {
            return address.startsWith("/api/");
        }
    }

    private final String base;
    private final String token;
    private final String cookies;
    private final String secret;

    private Doors(String base, String token, String cookies, String secret) {
        this.base = base;
        this.token = token;
        this.cookies = cookies;
        this.secret = secret;
    }

    public static List<Door> all() throws IOException {
        try (var in = Doors.class.getResourceAsStream("/rights-at-the-door.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Door::read)
                    .toList();
        }
    }

    /** In front of every door as that person, with a browser and with a program. */
    public static Doors as(Given.@Nullable Actor actor, Accounts accounts, int port) {
        String base = "http://127.0.0.1:" + port;
        if (actor == null) {
            return new Doors(base, "nobody", "kulluna=nobody", "none");
        }
        String cookie = "kulluna=" + signIn(actor, accounts, Session.Kind.BROWSER);
        HttpResponse<String> page =
                send(HttpRequest.newBuilder(URI.create(base + "/more")).header("Cookie", cookie));
        String kept = page.headers().allValues("Set-Cookie").stream()
                .map(c -> c.substring(0, c.indexOf(';')))
                .collect(Collectors.joining("; "));
        String secret =
                Jsoup.parse(page.body()).selectFirst("input[name=_csrf]").val();
        return new Doors(base, signIn(actor, accounts, Session.Kind.API), cookie + "; " + kept, secret);
    }

    private static String signIn(Given.Actor actor, Accounts accounts, Session.Kind kind) {
        return accounts.signIn(actor.username(), Given.PASSWORD, "127.0.0.1", kind)
                .token();
    }

    /** The status of the answer. Redirects are not followed. */
    public int knock(Door door, Map<String, String> made) {
        String address = filled(door.address(), door, made);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        if (door.isApi()) {
            request.header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
        } else {
            request.header("Cookie", cookies).header("Content-Type", "application/x-www-form-urlencoded");
        }
        String body = door.isApi() ? filled(door.body(), door, made) : "_csrf=" + secret;
        request.method(
                door.method(),
                door.method().equals("GET")
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        return send(request).statusCode();
    }

    private static String filled(String text, Door door, Map<String, String> made) {
        String filled = text;
        for (var thing : door.things().entrySet()) {
            filled = filled.replace("{" + thing.getKey() + "}", made.get(thing.getValue()));
        }
        return filled.startsWith("/")
                ? filled.replaceAll("\\{[a-zA-Z]+}", Ids.next().toString())
                : filled;
    }

    /** A connection the house closed meanwhile is opened anew. */
    private static HttpResponse<String> send(HttpRequest.Builder request) {
        IOException last = null;
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(last);
    }
}
