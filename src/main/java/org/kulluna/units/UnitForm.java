package org.kulluna.units;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;

/** A unit as typed. {@code version} is what the editor saw; empty for a new one. */
public record UnitForm(
        @NotBlank(message = "required") @Pattern(regexp = "[a-zA-Z0-9-]{1,60}|\\s*", message = "not-a-code") @Nullable
        String code,

        @NotBlank(message = "required") @Pattern(regexp = "police|partner|\\s*", message = "not-a-choice") @Nullable
        String kind,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @NotBlank(message = "required")
        @Pattern(regexp = "abu_dhabi|al_ain|al_dhafra|\\s*", message = "not-a-choice")
        @Nullable
        String region,

        @Nullable String version) {

    static UnitForm empty() {
        return new UnitForm("", "police", "", "", "", "");
    }

    static UnitForm of(UnitEntry e) {
        Unit u = e.unit();
        return new UnitForm(u.code(), u.kind(), u.name().ar(), u.name().en(), u.region(), String.valueOf(e.version()));
    }

    UnitForm withCode(String fixed) {
        return new UnitForm(fixed, kind, nameAr, nameEn, region, version);
    }

    Unit unit() {
        return new Unit(
                String.valueOf(code).toLowerCase(Locale.ROOT),
                String.valueOf(kind),
                new LocalizedText(
                        String.valueOf(nameAr).strip(), String.valueOf(nameEn).strip()),
                String.valueOf(region),
                false);
    }
}
