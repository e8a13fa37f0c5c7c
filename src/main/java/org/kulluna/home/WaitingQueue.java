package org.kulluna.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits for the viewer. {@code key} is application, vetting or claim; {@code oldest} is null when nothing waits. */
public record WaitingQueue(
        String key, String path, long count, @Nullable Instant oldest) {}
