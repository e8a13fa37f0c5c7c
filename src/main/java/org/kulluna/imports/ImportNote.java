package org.kulluna.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Words;

/**
 * Something to tell about one line of a file: why it was refused, or what was decided for it. {@code key} is under
 * {@code imports.note.}; {@code args} are what the words name (a cell, a count, another line).
 */
public record ImportNote(String key, Map<String, String> args) {
    private static final int SHOWN = 80;
    /** Unicode's signs around a text whose direction is its own. */
    private static final String FIRST_STRONG = "\u2068";

    private static final String POP = "\u2069";
    private static final List<String> NUMBERS = List.of("count", "line", "seats", "found", "expected");

    static ImportNote of(String key) {
        return new ImportNote(key, Map.of());
    }

    /** {@code value} is shown cut short: a cell may hold a whole letter. */
    static ImportNote of(String key, String name, String value) {
        return new ImportNote(key, Map.of(name, cut(value)));
    }

    static ImportNote of(String key, String name, long value) {
        return new ImportNote(key, Map.of(name, String.valueOf(value)));
    }

    static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** The message that says it: a form's fault and a door's refusal have words of their own. */
    public String wordsKey() {
        return switch (key) {
            case "fault", "refusal" -> key + "." + args.getOrDefault(key, "");
            default -> "imports.note." + key;
        };
    }

    /** Counts as numbers, so that plural forms find them; words of the file apart from ours, whichever way they run. */
    public Map<String, Object> wordsArgs() {
        Map<String, Object> said = new HashMap<>(args);
        said.computeIfPresent("value", (name, value) -> FIRST_STRONG + value + POP);
        for (String name : NUMBERS) {
            String number = args.get(name);
            if (number != null && number.matches("\\d{1,9}")) {
                said.put(name, Integer.valueOf(number));
            }
        }
        return said;
    }

    LocalizedText said() {
        return new LocalizedText(
                Words.in("ar").say(wordsKey(), wordsArgs()), Words.in("en").say(wordsKey(), wordsArgs()));
    }
}
