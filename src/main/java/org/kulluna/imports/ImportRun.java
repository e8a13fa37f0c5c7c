package org.kulluna.imports;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file somebody brought.
 *
 * @param format csv or ics
 * @param size of the file in bytes
 * @param state uploaded, planned (dry run made), applying, applied, withdrawn or discarded
 * @param lines of the file that say something
 * @param counts lines by outcome: create, update, unchanged, refuse
 * @param done lines applied so far
 * @param shifts that the lines to create or change bring
 * @param made opportunities that it made, and how many of them were {@code withdrawn} since
 */
public record ImportRun(
        UUID id,
        String unit,
        String format,
        String fileName,
        int size,
        ImportMapping mapping,
        String state,
        int lines,
        Map<String, Integer> counts,
        int done,
        int shifts,
        int made,
        int withdrawn,
        Instant createdAt,
        @Nullable Instant appliedAt,
        int version) {

    public int count(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Lines that applying does something with. */
    public int toDo() {
        return count("create") + count("update");
    }

    public boolean isOpen() {
        return state.equals("uploaded") || state.equals("planned");
    }

    public boolean isOver() {
        return state.equals("applied") || state.equals("withdrawn");
    }

    public boolean isPlanned() {
        return !state.equals("uploaded") && !state.equals("discarded");
    }
}
