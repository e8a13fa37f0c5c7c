package org.kulluna.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing in an inbox, whatever it tells. */
public interface InboxItem {
    UUID id();

    Instant createdAt();

    @Nullable
    Instant readAt();
}
