package org.kulluna.membership;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which applications or checks a queue shows: {@code state} is "open" or one state or "all"; {@code q} a name. Nonsense
 * falls back to what is open, from the beginning.
 */
public record QueueFilter(String state, String q, @Nullable Cursor after) {
    static final Map<String, List<String>> APPLICATIONS = Map.of(
            "open", List.of("received", "in_review"),
            "all", List.of("received", "in_review", "accepted", "refused", "withdrawn"));
    static final Map<String, List<String>> VETTING = Map.of(
            "open", List.of("not_started", "in_progress"),
            "all", List.of("not_started", "in_progress", "cleared", "refused", "withdrawn"));

    /** The last row of the page before: its instant and id. */
    public record Cursor(Instant at, UUID id) {
        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    static QueueFilter of(
            Map<String, List<String>> known, @Nullable String state, @Nullable String q, @Nullable String after) {
        List<String> all = known.getOrDefault("all", List.of());
        String chosen = state != null && (known.containsKey(state) || all.contains(state)) ? state : "open";
        return new QueueFilter(chosen, Desk.text(q), cursor(after));
    }

    List<String> states() {
        return APPLICATIONS.getOrDefault(state, List.of(state));
    }

    List<String> vettingStates() {
        return VETTING.getOrDefault(state, List.of(state));
    }

    /** Who waits longest comes first; of what is done, the newest. */
    boolean oldestFirst() {
        return state.equals("open")
                || APPLICATIONS.getOrDefault("open", List.of()).contains(state)
                || VETTING.getOrDefault("open", List.of()).contains(state);
    }

    /** The address of this page of the queue with one record open; none when {@code id} is empty. */
    public String open(String path, String id) {
        return address(path, after == null ? "" : after.toString(), id);
    }

    /** The address of the page that begins after that cursor; of the first one when it is empty. */
    public String from(String path, String cursor) {
        return address(path, cursor, "");
    }

    private String address(String path, String after, String open) {
        return path + "?state=" + state + parameter("q", q) + parameter("after", after) + parameter("open", open);
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static @Nullable Cursor cursor(@Nullable String text) {
        int cut = text == null ? -1 : text.indexOf('_');
        if (text == null || cut < 0) {
            return null;
        }
        try {
            Instant at = Instant.parse(text.substring(0, cut));
            return at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("2999-12-31T00:00:00Z"))
                    ? null
                    : new Cursor(at, UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return null;
        }
    }
}
