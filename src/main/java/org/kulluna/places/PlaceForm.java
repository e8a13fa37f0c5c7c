package org.kulluna.places;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;

/** A place as typed. Degrees are WGS 84; {@code version} is what the editor saw, empty for a new one. */
public record PlaceForm(
        @NotBlank(message = "required") @Pattern(regexp = "[a-zA-Z0-9-]{1,60}|\\s*", message = "not-a-code") @Nullable
        String code,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @Size(max = 300, message = "too-long") @Nullable String altNames,

        @NotBlank(message = "required")
        @Pattern(regexp = "abu_dhabi|al_ain|al_dhafra|\\s*", message = "not-a-choice")
        @Nullable
        String region,

        @NotBlank(message = "required") @Nullable String lat,

        @NotBlank(message = "required") @Nullable String lng,

        @Nullable String version) {

    static PlaceForm empty() {
        return new PlaceForm("", "", "", "", "", "", "", "");
    }

    static PlaceForm of(PlaceEntry e) {
        Place p = e.place();
        return new PlaceForm(
                p.code(),
                p.name().ar(),
                p.name().en(),
                e.altNames(),
                p.region(),
                String.valueOf(p.lat()),
                String.valueOf(p.lng()),
                String.valueOf(e.version()));
    }

    PlaceForm withCode(String fixed) {
        return new PlaceForm(fixed, nameAr, nameEn, altNames, region, lat, lng, version);
    }

    String alt() {
        return altNames == null ? "" : altNames.strip();
    }

    /** @throws Refusal INVALID when a coordinate is no number or not on the earth */
    Place place() {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        double north = degrees("lat", lat, 90, faults);
        double east = degrees("lng", lng, 180, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Place(
                String.valueOf(code).toLowerCase(Locale.ROOT),
                new LocalizedText(
                        String.valueOf(nameAr).strip(), String.valueOf(nameEn).strip()),
                String.valueOf(region),
                north,
                east);
    }

    /** Arabic-Indic digits and the Arabic decimal point are understood. */
    private static double degrees(String field, @Nullable String text, int most, Map<String, List<String>> faults) {
        StringBuilder b = new StringBuilder();
        for (char c : String.valueOf(text).strip().toCharArray()) {
            b.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c == '\u066b' ? '.' : c);
        }
        if (!b.toString().matches("-?[0-9]{1,3}([.][0-9]{1,15})?")) {
            faults.put(field, List.of("not-degrees"));
            return 0;
        }
        double degrees = Double.parseDouble(b.toString());
        if (Math.abs(degrees) > most) {
            faults.put(field, List.of("not-on-earth"));
        }
        return degrees;
    }
}
