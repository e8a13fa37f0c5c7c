package org.kulluna.audience;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whom a choice means: every list narrows, an empty one does not; within a list one of its values is enough, but of
 * qualifications all. Meant are members whose membership is active on the day they are chosen on, a suspension that has
 * ended by itself included, each under the one record that answers for them; nobody erased, nobody who left.
 *
 * @param regions codes of regions of the home neighbourhood; {@code unknown} for members without one
 * @param places codes of home neighbourhoods; {@code unknown} for members without one
 * @param languages ISO 639: the language the person reads the house in, or one they speak
 * @param nationalities ISO 3166-1 alpha-2; {@code ZZ} where none is known
 * @param ageGroups under-18, 18-24, 25-34, 35-44, 45-54, 55-over, unknown: in whole years on that day, so whoever was
 *     born on 29 February turns on 1 March; a birthday to come is unknown
 * @param units units with which the person has verified hours left after corrections, or holds a booked place on a
 *     shift, past or to come, that was not called off; under any record merged into theirs
 * @param qualifications held on that day, all of them: neither revoked, nor to begin, nor ended
 * @param idleDays no verified duty that began on that day or the days before it, so many in all; null: no matter
 * @param activeDays a verified duty that began on that day or the days before it, so many in all; null: no matter
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
    public static final List<String> AGE_GROUPS =
            List.of("under-18", "18-24", "25-34", "35-44", "45-54", "55-over", "unknown");

    /** Whoever has no neighbourhood, and whose nationality is not known. */
    public static final String UNKNOWN = "unknown";

    public static final String NO_NATIONALITY = "ZZ";

    public static final Filter EVERYBODY =
            new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null);

    public Filter {
        regions = once(regions);
        places = once(places);
        languages = once(languages);
        nationalities = once(nationalities);
        ageGroups = once(ageGroups);
        units = once(units);
        qualifications = once(qualifications);
    }

    /** What is stored by an older house may lack a list. */
    private static List<String> once(@Nullable List<String> codes) {
        return codes == null
                ? List.of()
                : codes.stream()
                        .filter(Objects::nonNull)
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .distinct()
                        .toList();
    }

    public boolean meansEverybody() {
        return equals(EVERYBODY);
    }
}
