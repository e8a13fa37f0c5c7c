package org.kulluna.screens;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screen as typed. {@code id} is made by the client: sent again, it makes no second one.
 *
 * @param code what the player shows; needed for a new screen only
 * @param orientation landscape or portrait
 * @param languages in the order in which they take turns, by their codes with blanks or commas between
 */
public record ScreenForm(
        @Nullable String id,

        @Size(max = 20, message = "too-long") @Nullable String code,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameAr,

        @NotBlank(message = "required") @Size(max = 120, message = "too-long") @Nullable
        String nameEn,

        @NotBlank(message = "required") @Nullable String unit,
        @NotBlank(message = "required") @Nullable String place,
        @Size(max = 200, message = "too-long") @Nullable String spot,
        @Nullable String orientation,

        @NotBlank(message = "required") @Size(max = 40, message = "too-long") @Nullable
        String languages,

        @Nullable String digits,
        @Nullable String zone,
        @NotBlank(message = "required") @Nullable String passersByHour,
        @Nullable String version) {
    static ScreenForm blank(String id) {
        return new ScreenForm(id, "", "", "", "", "", "", "landscape", "ar en", "latn", "Asia/Dubai", "0", "0");
    }

    static ScreenForm of(Screen s) {
        return new ScreenForm(
                s.id().toString(),
                "",
                s.name().ar(),
                s.name().en(),
                s.unit(),
                s.place(),
                s.spot(),
                s.landscape() ? "landscape" : "portrait",
                String.join(" ", s.languages()),
                s.digits(),
                s.zone().getId(),
                String.valueOf(s.passersByHour()),
                String.valueOf(s.version()));
    }

    /** The codes as typed, once each. */
    List<String> codes() {
        return java.util.Arrays.stream(org.kulluna.shared.Typed.text(languages)
                        .toLowerCase(java.util.Locale.ROOT)
                        .split("[\\s,;\\x{60c}]+"))
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList();
    }
}
