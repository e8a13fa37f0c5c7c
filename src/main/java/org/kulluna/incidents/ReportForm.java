package org.kulluna.incidents;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A report as typed. {@code id} is made by the client: sent again, it makes no second one.
 *
 * @param category a code of an open category
 * @param place a code; may be left out where {@code lat} and {@code lng} (WGS 84 degrees) are told
 * @param happenedAt a local time or an instant; now when left out
 * @param shielded whether the reporter is to be shown to the duty desk only
 */
public record ReportForm(
        @Nullable String id,

        @NotBlank(message = "required") @Nullable String category,

        @NotBlank(message = "required") @Size(max = 4000, message = "too-long") @Nullable
        String body,

        @Nullable String place,
        @Nullable String lat,
        @Nullable String lng,

        @Size(max = 200, message = "too-long") @Nullable String spot,

        @Nullable String happenedAt,
        @Nullable String shielded) {
    static ReportForm empty(String id, String place) {
        return new ReportForm(id, "", "", place, "", "", "", "", "");
    }
}
