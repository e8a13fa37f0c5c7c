package org.kulluna.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a choice means: every list narrows, an empty one does not; within a list one of its values is enough.
 *
 * @param regions codes of regions of the home neighbourhood
 * @param places codes of home neighbourhoods
 * @param languages ISO 639-1: the language the person reads the house in, or one they speak
 * @param nationalities ISO 3166-1 alpha-2
 * @param ageGroups under-18, 18-24, 25-34, 35-44, 45-54, 55-over, unknown; today
 * @param units units with which the person has verified hours or holds a place
 * @param qualifications held today, all of them
 * @param idleDays no verified duty that began within this many days; null: no matter
 * @param activeDays at least one verified duty that began within this many days; null: no matter
 */
public record Filter(
        List<String> regions,
        List<String> places,
        List<String> languages,
        List<String> nationalities,
        List<String> ageGroups,
        List<String> units,
        List<String> qualifications,
        @Nullable Integer idleDays,
        @Nullable Integer activeDays) {
    public static final Filter EVERYBODY =
            new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);
}
