package org.kulluna.attendance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.SearchText;

/** A counter-entry as it is typed. {@code sign} is minus or plus; hours and minutes are whole. */
public record CorrectionForm(
        @Nullable String id,
        @Nullable String sign,
        @Nullable String hours,
        @Nullable String minutes,

        @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
        String reason) {
    /** A claim never holds more than a day; a correction of one needs no more. */
    static final int MOST = 1440;

    /** @throws Refusal INVALID when it is no number of minutes */
    int total() {
        int total = number(hours, "hours") * 60 + number(minutes, "minutes");
        if (total == 0 || total > MOST) {
            throw Refusal.invalid("minutes", "not-minutes");
        }
        return "plus".equals(sign) ? total : -total;
    }

    private static int number(@Nullable String typed, String field) {
        String digits = typed == null ? "" : SearchText.fold(typed);
        if (digits.isEmpty()) {
            return 0;
        }
        if (!digits.matches("\\d{1,4}")) {
            throw Refusal.invalid(field, "not-a-number");
        }
        return Integer.parseInt(digits);
    }
}
