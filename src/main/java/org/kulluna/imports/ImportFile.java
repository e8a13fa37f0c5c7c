package org.kulluna.imports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;

/** A file as it came in: its kind is told by what stands in it, never by its name. */
record ImportFile(String unit, String name, byte[] content, String format) {
    private static final int LONGEST_NAME = 120;

    static ImportFile of(String unit, @Nullable String name, byte[] content) {
        if (content.length == 0) {
            throw Refusal.invalid("file", "import-empty");
        }
        if (content.length > ImportCharset.MAX_BYTES) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
        }
        String begin = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .toUpperCase(Locale.ROOT);
        return new ImportFile(unit, shown(name), content, begin.contains("BEGIN:VCALENDAR") ? "ics" : "csv");
    }

    boolean isCalendar() {
        return format.equals("ics");
    }

    /** The last part of the name only, without signs that mislead. */
    private static String shown(@Nullable String name) {
        String line = name == null
                ? null
                : ImportText.line(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
        return line == null ? "-" : line.substring(0, Math.min(LONGEST_NAME, line.length()));
    }
}
