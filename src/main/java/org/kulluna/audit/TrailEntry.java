package org.kulluna.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** One line of the trail as an auditor reads it. {@code actor} is null when the house itself acted. */
public record TrailEntry(
        int chain,
        long number,
        Instant at,
        @Nullable PersonId actor,
        @Nullable LocalizedText actorName,
        @Nullable String username,
        String action,
        String subjectKind,
        String subjectId,
        String fields) {

    /** The address part that continues behind this line. */
    String cursor() {
        return at.getEpochSecond() + "." + at.getNano() / 1000 + "." + chain + "." + number;
    }
}
