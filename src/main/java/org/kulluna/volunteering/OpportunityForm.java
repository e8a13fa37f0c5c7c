package org.kulluna.volunteering;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Typed;

/**
 * An opportunity as typed, on the page and in the API.
 *
 * @param id made by the client when it is new: sent again, it makes no second one
 * @param version of what is changed, as it was read; not needed for a new one
 * @param pillar stakeholders, prevention or responsibility
 * @param mayAr, mayEn what a volunteer may do
 * @param mayNotAr, mayNotEn what a volunteer may not do
 */
public record OpportunityForm(
        @Nullable String id,
        @Nullable String version,
        @NotBlank(message = "required") @Nullable String unit,

        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String titleAr,

        @NotBlank(message = "required") @Size(max = 200, message = "too-long") @Nullable
        String titleEn,

        @Size(max = 4000, message = "too-long") @Nullable String textAr,
        @Size(max = 4000, message = "too-long") @Nullable String textEn,
        @Size(max = 2000, message = "too-long") @Nullable String mayAr,
        @Size(max = 2000, message = "too-long") @Nullable String mayEn,
        @Size(max = 2000, message = "too-long") @Nullable String mayNotAr,
        @Size(max = 2000, message = "too-long") @Nullable String mayNotEn,
        @NotBlank(message = "required") @Nullable String pillar,
        @NotBlank(message = "required") @Nullable String place) {

    static OpportunityForm empty(String id, String unit) {
        return new OpportunityForm(id, null, unit, "", "", "", "", "", "", "", "", "", "");
    }

    static OpportunityForm of(Opportunity o) {
        return new OpportunityForm(
                o.id().toString(),
                String.valueOf(o.version()),
                o.unit(),
                o.title().ar(),
                o.title().en(),
                o.text().ar(),
                o.text().en(),
                o.may().ar(),
                o.may().en(),
                o.mayNot().ar(),
                o.mayNot().en(),
                o.pillar(),
                o.place());
    }

    NewOpportunity wanted() {
        return new NewOpportunity(
                Typed.text(unit),
                "",
                null,
                new LocalizedText(Typed.text(titleAr), Typed.text(titleEn)),
                new LocalizedText(Typed.text(textAr), Typed.text(textEn)),
                new LocalizedText(Typed.text(mayAr), Typed.text(mayEn)),
                new LocalizedText(Typed.text(mayNotAr), Typed.text(mayNotEn)),
                Typed.text(pillar),
                Typed.text(place));
    }
}
