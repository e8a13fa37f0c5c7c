package org.kulluna.people;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;

/** A human being as the programme knows them. Everything but the id is gone once erased. */
public record Person(
        PersonId id,
        LocalizedText name,
        @Nullable String nationality,
        @Nullable LocalDate bornOn,
        @Nullable String gender,
        List<String> languages,
        List<String> skills,
        @Nullable String homePlace,
        @Nullable String email,
        @Nullable String phone,
        List<String> contactBy,
        String language,
        String digits,
        boolean erased,
        @Nullable PersonId mergedInto,
        int version) {

    /** The same person with other details; how they are reached stays as it is. */
    public Person with(
            LocalizedText name,
            @Nullable String nationality,
            @Nullable LocalDate bornOn,
            @Nullable String gender,
            List<String> languages,
            List<String> skills,
            @Nullable String homePlace) {
        return new Person(
                id,
                name,
                nationality,
                bornOn,
                gender,
                List.copyOf(languages),
                List.copyOf(skills),
                homePlace,
                email,
                phone,
                contactBy,
                language,
                digits,
                erased,
                mergedInto,
                version);
    }

    /** Names of the details, as stored, that are not the same in the other. */
    List<String> changedFrom(Person other) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("name_ar", name.ar().equals(other.name.ar()));
        same.put("name_en", name.en().equals(other.name.en()));
        same.put("nationality", Objects.equals(nationality, other.nationality));
        same.put("born_on", Objects.equals(bornOn, other.bornOn));
        same.put("gender", Objects.equals(gender, other.gender));
        same.put("languages", languages.equals(other.languages));
        same.put("skills", skills.equals(other.skills));
        same.put("home_place", Objects.equals(homePlace, other.homePlace));
        return same.keySet().stream()
                .filter(field -> Boolean.FALSE.equals(same.get(field)))
                .toList();
    }

    /** Whole years on that day; -1 when the birth date is unknown. */
    public int ageOn(LocalDate day) {
        return bornOn == null ? -1 : Period.between(bornOn, day).getYears();
    }

    /** As fixed on facts: under-18, 18-24, 25-34, 35-44, 45-54, 55-over, or unknown. */
    public static String ageGroup(int age) {
        if (age < 0) {
            return "unknown";
        }
        return age < 18
                ? "under-18"
                : age < 25 ? "18-24" : age < 35 ? "25-34" : age < 45 ? "35-44" : age < 55 ? "45-54" : "55-over";
    }
}
