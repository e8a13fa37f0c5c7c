package org.kulluna.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter as typed or ticked. Another room's form may hold one as a part of it: {@code audience/filterFields} then gets
 * the name of that part with a dot as its prefix, and {@link Audiences#read} tells faults under the same names.
 */
public record FilterForm(
        @Nullable List<String> regions,
        @Nullable List<String> places,
        @Nullable List<String> languages,
        @Nullable List<String> nationalities,
        @Nullable List<String> ageGroups,
        @Nullable List<String> units,
        @Nullable List<String> qualifications,
        @Nullable String idleDays,
        @Nullable String activeDays) {
    public static final FilterForm EMPTY = of(Filter.EVERYBODY);

    public static FilterForm of(Filter f) {
        return new FilterForm(
                f.regions(),
                f.places(),
                f.languages(),
                f.nationalities(),
                f.ageGroups(),
                f.units(),
                f.qualifications(),
                f.idleDays() == null ? "" : f.idleDays().toString(),
                f.activeDays() == null ? "" : f.activeDays().toString());
    }

    /** For the page: whether that box is ticked. */
    public static boolean has(@Nullable List<String> chosen, String code) {
        return chosen != null && chosen.contains(code);
    }

    /** For the page: how many boxes of a list are ticked. */
    public static int count(@Nullable List<String> chosen) {
        return chosen == null ? 0 : chosen.size();
    }
}
