package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;
import org.kulluna.shared.Time;
import tools.jackson.databind.json.JsonMapper;

/** Whom a whisper means: every list narrows, an empty one does not. */
record DemoAudience(
        List<String> regions,
        List<String> places,
        List<String> ages,
        List<String> genders,
        List<String> languages,
        @Nullable Integer activeDays,
        @Nullable Integer idleDays) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static DemoAudience of(List<String> regions, List<String> ages, List<String> genders) {
        return new DemoAudience(regions, List.of(), ages, genders, List.of(), null, null);
    }

    static DemoAudience in(List<String> places) {
        return new DemoAudience(List.of(), places, List.of(), List.of(), List.of(), null, null);
    }

    /** As the room of audiences stores a filter. */
    String json() {
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("regions", regions);
        filter.put("places", places);
        filter.put("languages", languages);
        filter.put("nationalities", List.of());
        filter.put("ageGroups", ages);
        filter.put("units", List.of());
        filter.put("qualifications", List.of());
        filter.put("idleDays", idleDays);
        filter.put("activeDays", activeDays);
        return JSON.writeValueAsString(filter);
    }

    /** Was a member then and is meant. Who left since is not asked: when depends on the day the demo was loaded. */
    boolean means(DemoMember m, Instant at) {
        return m.acceptedAt.isBefore(at)
                && m.standing.status().equals("active")
                && has(regions, m.who.homeRegion())
                && has(places, m.who.home())
                && has(genders, m.who.gender())
                && has(ages, ageGroup(m, LocalDate.ofInstant(at, Time.PROGRAMME_ZONE)));
    }

    static String ageGroup(DemoMember m, LocalDate day) {
        return Person.ageGroup(m.ageOn(day));
    }

    private static boolean has(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
