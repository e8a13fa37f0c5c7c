package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.people.Person;

/**
 * Who somebody is, as typed. At the desk all of it is corrected; of themselves people change the languages, the skills
 * and the neighbourhood, and the other fields are not read.
 */
public record DetailsForm(
        @Schema(description = "Full name in Arabic letters, at most 120. The desk only.") @Nullable
        String nameAr,

        @Schema(description = "Full name in Latin letters, at most 120. The desk only.") @Nullable
        String nameEn,

        @Schema(description = "ISO 3166-1 alpha-2. The desk only.", example = "AE") @Nullable
        String nationality,

        @Schema(description = "ISO 8601 day. The desk only.", example = "1990-05-24") @Nullable
        String bornOn,

        @Schema(
                description = "female or male. The desk only.",
                allowableValues = {"female", "male"})
        @Nullable
        String gender,

        @Schema(description = "ISO 639 codes of the languages spoken; at least one") @Nullable
        List<String> languages,

        @Schema(description = "Codes of declared skills; may be empty") @Nullable
        List<String> skills,

        @Schema(description = "Code of the home neighbourhood", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String homePlace,

        @Schema(description = "The person's version as it was read; without it the newest counts") @Nullable
        String version) {

    static DetailsForm of(Person p) {
        return new DetailsForm(
                p.name().ar(),
                p.name().en(),
                p.nationality(),
                p.bornOn() == null ? "" : p.bornOn().toString(),
                p.gender(),
                p.languages(),
                p.skills(),
                p.homePlace(),
                String.valueOf(p.version()));
    }

    /** What the application form asks of the same fields. */
    ApplicationForm asApplication() {
        return new ApplicationForm(
                "",
                nameAr,
                nameEn,
                nationality,
                bornOn,
                gender,
                languages,
                skills,
                homePlace,
                "",
                "",
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                "");
    }

    /** The form's fields beside their faults, one each. */
    static Map<String, List<String>> beside(Map<String, String> faults) {
        Map<String, List<String>> lists = new java.util.LinkedHashMap<>();
        faults.forEach((field, fault) -> lists.put(field, List.of(fault)));
        return lists;
    }
}
