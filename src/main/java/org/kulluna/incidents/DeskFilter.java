package org.kulluna.incidents;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reports the desk looks at. {@code state} is "open" (with what its reporter added since), "closed", "all" or one
 * state; nonsense falls back to what is open, from the beginning.
 */
public record DeskFilter(
        String state,
        String subject,
        String category,
        String place,
        String unit,
        String q,
        String receipt,
        @Nullable After after) {
    static final List<String> SUBJECTS = List.of("traffic", "social", "security");

    /** Behind which report the list goes on. */
    public record After(int urgency, Instant at, UUID id) {
        static After of(Report r) {
            return new After(r.urgency(), r.receivedAt(), r.id());
        }

        @Override
        public String toString() {
            return urgency + "_" + (at.getEpochSecond() * 1_000_000 + at.getNano() / 1000) + "_" + id;
        }

        static @Nullable After parse(String text) {
            String[] parts = text.split("_");
            if (parts.length != 3 || !parts[0].matches("[123]") || !parts[1].matches("[0-9]{1,16}")) {
                return null;
            }
            try {
                long micros = Long.parseLong(parts[1]);
                Instant at = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
                return new After(Integer.parseInt(parts[0]), at, UUID.fromString(parts[2]));
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }

    static DeskFilter of(
            String state, String subject, String category, String place, String unit, String q, String after) {
        boolean known = state.equals("closed")
                || state.equals("all")
                || ReportState.find(state).isPresent();
        return new DeskFilter(
                known ? state : "open",
                SUBJECTS.contains(subject) ? subject : "",
                category,
                place,
                unit,
                q.strip(),
                ReportCode.read(q),
                After.parse(after));
    }

    public boolean isOpen() {
        return state.equals("open");
    }
}
