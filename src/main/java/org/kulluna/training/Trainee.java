package org.kulluna.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** Somebody expected in a session, and what was seen of them. */
public record Trainee(
        PersonId person,
        LocalizedText name,
        @Nullable Long memberNumber,
        @Nullable Instant inAt,
        @Nullable Instant outAt,
        boolean isIn,
        boolean absent,
        @Nullable String reason) {}
