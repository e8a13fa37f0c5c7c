package org.kulluna.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/**
 * One thing that happened to a report.
 *
 * @param kind received, moved, assessed, assigned, asked, answered, noted or added
 * @param told its reporter sees it too
 * @param by empty for the reporter, whose name stands apart
 */
public record Entry(
        String kind,
        @Nullable String state,
        @Nullable String unit,
        boolean told,
        String body,
        @Nullable LocalizedText by,
        Instant at) {}
