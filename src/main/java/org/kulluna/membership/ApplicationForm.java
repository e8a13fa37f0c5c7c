package org.kulluna.membership;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to join, as typed. The page and the API send the same fields.
 *
 * @param password for following the application; never shown again
 */
@CheckedApplication
public record ApplicationForm(
        @Schema(
                description = "UUID made by the client: sent again, the same application answers",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String id,

        @Schema(description = "Full name in Arabic letters, at most 120", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String nameAr,

        @Schema(description = "Full name in Latin letters, at most 120", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String nameEn,

        @Schema(description = "ISO 3166-1 alpha-2", example = "AE", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String nationality,

        @Schema(description = "ISO 8601 day", example = "1990-05-24", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String bornOn,

        @Schema(
                description = "female or male",
                allowableValues = {"female", "male"},
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String gender,

        @Schema(description = "ISO 639 codes of the languages spoken; at least one") @Nullable List<String> languages,

        @Schema(description = "Codes of declared skills, see the application page; may be empty") @Nullable
        List<String> skills,

        @Schema(description = "Code of the home neighbourhood", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String homePlace,

        @Schema(description = "Needed when contactBy names it, or without a phone") @Nullable String email,
        @Schema(description = "International form, 7 to 15 digits", example = "+971500000000") @Nullable String phone,

        @Schema(description = "Ways to be told besides the inbox: email, phone") @Nullable List<String> contactBy,

        @Schema(description = "Language to be written to in: ar or en; ar when absent") @Nullable String language,

        @Schema(
                description = "Fifteen digits with their check digit; dashes and spaces are ignored",
                example = "784-1990-1234567-6",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String emiratesId,

        @Schema(description = "First valid day of the residence visa; today when absent. Not for citizens.") @Nullable
        String visaValidFrom,

        @Schema(description = "Last valid day of the residence visa. Needed unless nationality is AE.") @Nullable
        String visaValidTo,

        @Schema(description = "Why the person wants to join, at most 2,000 letters") @Nullable String motivation,

        @Schema(
                description = "3 to 40 letters a-z, digits, dot, dash or underline",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String username,

        @Schema(description = "10 to 200 characters", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String password) {

    static ApplicationForm empty(String id, String language) {
        return new ApplicationForm(
                id, "", "", "", "", "", List.of(), List.of(), "", "", "", List.of(), language, "", "", "", "", "", "");
    }

    public boolean speaks(String code) {
        return languages != null && languages.contains(code);
    }

    public boolean knows(String skill) {
        return skills != null && skills.contains(skill);
    }

    public boolean wants(String way) {
        return contactBy != null && contactBy.contains(way);
    }
}
