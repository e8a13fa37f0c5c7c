package org.kulluna.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kulluna.shared.Refusal;

/** The command line, taken apart: plain words, and the options that were asked for ({@code --port 80}, {@code --port=80}). */
record Arguments(List<String> words, Map<String, String> options) {
    private static final int HIGHEST_PORT = 65535;

    /** Takes out the known options; with {@code strict} any other option is refused, else it stays among the words. */
    static Arguments parse(List<String> args, Set<String> known, boolean strict) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String[] parts = args.get(i).split("=", 2);
            if (!known.contains(parts[0])) {
                words.add(args.get(i));
            } else if (parts.length == 2) {
                options.put(parts[0], parts[1]);
            } else if (i + 1 < args.size()) {
                options.put(parts[0], args.get(++i));
            } else {
                throw wrong(parts[0], "");
            }
        }
        if (strict && !words.isEmpty()) {
            throw wrong(words.getFirst(), "");
        }
        return new Arguments(words, options);
    }

    /** {@code --data}, else {@code KULLUNA_DATA} (the launcher script sets the project's), else {@code ./data}. */
    Path data() {
        String fallback = System.getenv().getOrDefault("KULLUNA_DATA", "data");
        return Path.of(options.getOrDefault("--data", fallback))
                .toAbsolutePath()
                .normalize();
    }

    int port(int fallback) {
        int port = number("--port").orElse(fallback);
        if (port < 1 || port > HIGHEST_PORT) {
            throw wrong("--port", String.valueOf(port));
        }
        return port;
    }

    Optional<Integer> number(String option) {
        String value = options.get(option);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.matches("[0-9]{1,8}")) {
            throw wrong(option, value);
        }
        return Optional.of(Integer.parseInt(value));
    }

    private static Refusal wrong(String option, String value) {
        return Refusal.of(Refusal.Kind.BAD_REQUEST, "launcher.wrong-option", Map.of("option", option, "value", value));
    }
}
