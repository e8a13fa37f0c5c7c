package org.kulluna.delivery;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something told to one person. */
public record Notice(
        UUID id,
        String key,
        Map<String, String> args,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) implements InboxItem {

    /** The arguments as the words need them: whole numbers as numbers, instants as the reader writes them. */
    public Map<String, Object> spoken(Function<Instant, String> at) {
        Map<String, Object> spoken = new HashMap<>();
        args.forEach((name, text) -> spoken.put(name, spoken(text, at)));
        return spoken;
    }

    private static Object spoken(String text, Function<Instant, String> at) {
        if (text.matches("-?[0-9]{1,9}")) {
            return Long.valueOf(text);
        }
        try {
            return text.endsWith("Z") && text.length() > 15 ? at.apply(Instant.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
