package org.kulluna.membership;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/** A request to become a member. {@code state} is received, in_review, accepted, refused or withdrawn; {@code number} is the person's membership number. */
public record Application(
        UUID id,
        PersonId person,
        String state,
        String motivation,
        Instant submittedAt,
        @Nullable Instant identityCheckedAt,
        @Nullable Instant decidedAt,
        String reason,
        int version,
        @Nullable Long number) {
    ApplicationState at() {
        return ApplicationState.of(state);
    }

    public boolean isOpen() {
        return at().isOpen();
    }
}
