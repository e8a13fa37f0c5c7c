package org.kulluna.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something told to one person. */
public record Notice(
        UUID id,
        String key,
        Map<String, String> args,
        String link,
        Instant createdAt,
        @Nullable Instant readAt) {}
