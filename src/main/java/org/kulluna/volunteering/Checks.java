package org.kulluna.volunteering;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.units.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an opportunity and a shift must be, whoever brings them: a page, a program or an imported file. */
@Component
class Checks {
    static final Set<String> PILLARS = Set.of("stakeholders", "prevention", "responsibility");
    static final Duration LONGEST = Duration.ofHours(24);

    private final Units units;
    private final Places places;
    private final ReasonNames qualifications;
    private final Zones zones;

    /**
     * The zones that the database knows by the same name: it counts the days of a shift too. Names without a region, such as
     * EET, are abbreviations to it, without summer time.
     */
    @Component
    static class Zones {
        private final JdbcClient sql;
        private volatile Set<String> known = Set.of();

        Zones(JdbcClient sql) {
            this.sql = sql;
        }

        boolean has(ZoneId zone) {
            if (known.isEmpty()) {
                known = Set.copyOf(sql.sql("select name from pg_timezone_names")
                        .query((rs, n) -> rs.getString("name"))
                        .list());
            }
            String name = zone.getId();
            return known.contains(name) && (name.contains("/") || name.equals("UTC"));
        }
    }

    Checks(Units units, Places places, ReasonNames qualifications, Zones zones) {
        this.units = units;
        this.places = places;
        this.qualifications = qualifications;
        this.zones = zones;
    }

    /** @throws Refusal INVALID with a fault for each field */
    void check(NewOpportunity o) {
        Faults faults = new Faults();
        faults.when(units.find(o.unit()).isEmpty(), "unit", "not-a-choice");
        faults.when(blank(o.title()), "titleAr", "required");
        faults.when(longer(o.title(), 200), "titleAr", "too-long");
        faults.when(longer(o.text(), 4000), "textAr", "too-long");
        faults.when(longer(o.may(), 2000), "mayAr", "too-long");
        faults.when(longer(o.mayNot(), 2000), "mayNotAr", "too-long");
        faults.when(!PILLARS.contains(o.pillar()), "pillar", "not-a-choice");
        faults.when(places.find(o.place()).isEmpty(), "place", "not-a-choice");
        faults.raise();
    }

    /** @throws Refusal INVALID with a fault for each field */
    void check(NewShift s) {
        Faults faults = new Faults();
        faults.when(!s.startsAt().isBefore(s.endsAt()), "endsAt", "ends-before-start");
        faults.when(Duration.between(s.startsAt(), s.endsAt()).compareTo(LONGEST) > 0, "endsAt", "shift-too-long");
        faults.when(!zones.has(s.zone()), "zone", "not-a-choice");
        faults.when(s.place() != null && places.find(s.place()).isEmpty(), "place", "not-a-choice");
        faults.when(
                !qualifications.qualifications().keySet().containsAll(s.qualifications()),
                "qualifications",
                "not-a-choice");
        faults.when(s.minimumAge() < 0 || s.minimumAge() > 99, "minimumAge", "age-out-of-range");
        faults.when(s.roles().isEmpty(), "roles", "role-needed");
        for (NewRole r : s.roles()) {
            faults.when(blank(r.name()), "roles", "role-name-needed");
            faults.when(longer(r.name(), 100), "roles", "too-long");
            faults.when(r.maximum() < 1 || r.maximum() > 10_000, "roles", "maximum-out-of-range");
            faults.when(r.minimum() < 0 || r.minimum() > r.maximum(), "roles", "minimum-over-maximum");
        }
        faults.raise();
    }

    private static boolean blank(LocalizedText text) {
        return text.ar().isBlank() && text.en().isBlank();
    }

    private static boolean longer(LocalizedText text, int limit) {
        return text.ar().length() > limit || text.en().length() > limit;
    }
}
