package org.kulluna.audience;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.membership.Choices;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Unit;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;

/** Which codes a filter may name. What is retired may still be named: people live there and served there. */
@Component
class FilterCheck {
    /** More than there are countries. */
    static final int MOST_CODES = 300;

    static final int MOST_DAYS = 3650;

    private final Places places;
    private final Units units;
    private final ReasonNames qualifications;

    FilterCheck(Places places, Units units, ReasonNames qualifications) {
        this.places = places;
        this.units = units;
        this.qualifications = qualifications;
    }

    Filter read(Viewer viewer, FilterForm form, String prefix) {
        Faults faults = new Faults();
        Integer idle = days(form.idleDays(), prefix + "idleDays", faults);
        Integer active = days(form.activeDays(), prefix + "activeDays", faults);
        faults.when(idle != null && active != null && idle >= active, prefix + "activeDays", "never-both");
        Filter filter = new Filter(
                codes(form.regions()),
                codes(form.places()),
                codes(form.languages()),
                codes(form.nationalities()),
                codes(form.ageGroups()),
                codes(form.units()),
                codes(form.qualifications()),
                idle,
                active);
        check(viewer, filter, prefix, faults);
        faults.raise();
        return filter;
    }

    private void check(Viewer viewer, Filter f, String prefix, Faults faults) {
        known(faults, prefix + "regions", f.regions(), c -> c.equals(Filter.UNKNOWN) || Places.REGIONS.contains(c));
        known(
                faults,
                prefix + "places",
                f.places(),
                c -> c.equals(Filter.UNKNOWN) || places.find(c).isPresent());
        known(faults, prefix + "languages", f.languages(), Choices.LANGUAGES::contains);
        known(
                faults,
                prefix + "nationalities",
                f.nationalities(),
                c -> c.equals(Filter.NO_NATIONALITY)
                        || Choices.nationalities("en").containsKey(c));
        known(faults, prefix + "ageGroups", f.ageGroups(), Filter.AGE_GROUPS::contains);
        known(
                faults,
                prefix + "units",
                f.units(),
                c -> viewer.may(Right.BUILD_AUDIENCES, c) && units.find(c).isPresent());
        known(
                faults,
                prefix + "qualifications",
                f.qualifications(),
                c -> qualifications.qualifications().containsKey(c));
    }

    private static void known(Faults faults, String field, List<String> codes, Predicate<String> isKnown) {
        faults.when(codes.size() > MOST_CODES, field, "too-many");
        faults.when(codes.stream().limit(MOST_CODES).anyMatch(c -> !isKnown.test(c)), field, "not-a-choice");
    }

    private static @Nullable Integer days(@Nullable String typed, String field, Faults faults) {
        if (Typed.text(typed).isEmpty()) {
            return null;
        }
        int days = Typed.number(typed, -1);
        faults.when(days < 1 || days > MOST_DAYS, field, "days-out-of-range");
        return days;
    }

    private static List<String> codes(@Nullable List<String> typed) {
        return typed == null ? List.of() : typed;
    }

    FilterChoices choices(Viewer viewer) {
        List<FilterChoices.Region> regions = new ArrayList<>();
        for (String region : Places.REGIONS) {
            Map<String, LocalizedText> in = new LinkedHashMap<>();
            places.list().stream()
                    .filter(p -> p.region().equals(region))
                    .forEach((Place p) -> in.put(p.code(), p.name()));
            regions.add(new FilterChoices.Region(region, in));
        }
        Map<String, LocalizedText> mine = new LinkedHashMap<>();
        units.listWith(viewer, Right.BUILD_AUDIENCES).forEach((Unit u) -> mine.put(u.code(), u.name()));
        return new FilterChoices(regions, Choices.LANGUAGES, mine, qualifications.qualifications());
    }
}
