package org.kulluna.attendance;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/**
 * A fact as it is sent: the client names it by a UUID it made, so that sending it again changes nothing. The person is
 * named by exactly one of id, membership number and pass code; a void names only the fact it takes back.
 */
public record NewFact(
        UUID id,
        UUID duty,
        @Nullable PersonId person,
        @Nullable Long membershipNumber,
        @Nullable String passCode,
        FactKind kind,
        @Nullable UUID voids,
        Instant happenedAt,
        String means,
        String device) {
    public static final int MOST = 1000;
    static final Set<String> MEANS = Set.of("tap", "scan", "number", "walk_in", "kiosk", "desk", "code");

    /** PostgreSQL keeps microseconds; a repeat must compare equal. */
    public NewFact {
        happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
    }

    public static NewFact of(UUID id, UUID duty, PersonId person, FactKind kind, Instant at, String means) {
        return new NewFact(id, duty, person, null, null, kind, null, at, means, "");
    }

    public static NewFact undo(UUID id, UUID duty, UUID voids, Instant at) {
        return new NewFact(id, duty, null, null, null, FactKind.VOID, voids, at, "tap", "");
    }

    boolean isWalkIn() {
        return kind == FactKind.IN && means.equals("walk_in");
    }
}
