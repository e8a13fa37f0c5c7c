package org.kulluna.volunteering;

import java.util.Map;

/**
 * Something to tell about one line of a file: why it was refused, or what was decided for it. {@code key} is under
 * {@code imports.note.}; {@code args} are what the words name (a cell, a count, another line).
 */
public record ImportNote(String key, Map<String, String> args) {
    private static final int SHOWN = 80;

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
}
