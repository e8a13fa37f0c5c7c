package org.kulluna.membership;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.PersonId;

/** An accepted person. {@code publicId} is the opaque id in pass codes. {@code status} is active, suspended or left. */
public record Member(
        PersonId person,
        long number,
        String publicId,
        String status,
        boolean student,
        Instant acceptedAt,
        @Nullable Instant leftAt) {}
