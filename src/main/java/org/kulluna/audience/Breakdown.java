package org.kulluna.audience;

import java.util.List;

/** How many a filter means, and how they part: counts only. Each list adds up to {@code total}. */
public record Breakdown(long total, List<Share> regions, List<Share> languages, List<Share> ageGroups) {
    public record Share(String code, long count) {}
}
