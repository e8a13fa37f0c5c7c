package org.kulluna.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the viewer, or comes near. {@code key} is application, vetting, claim, short, ending or whisper.
 *
 * @param oldest since when the first has waited, null when nothing waits or waiting is not what it does
 * @param first when the first of those to come is due
 */
public record WaitingQueue(
        String key,
        String path,
        long count,
        @Nullable Instant oldest,
        @Nullable Instant first) {}
