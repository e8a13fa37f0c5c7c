package org.kulluna.home;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** One thing found: a page, a member with their number, or a duty with its time. */
public record Found(
        String icon,
        String path,
        LocalizedText name,
        @Nullable Long number,
        @Nullable Instant at,
        @Nullable ZoneId zone) {}
