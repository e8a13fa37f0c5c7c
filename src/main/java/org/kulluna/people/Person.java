package org.kulluna.people;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
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
