package org.kulluna.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gate's form posts when no script sends it.
 *
 * @param act the button pressed: a kind and the UUID made for it when the page was drawn, "in 0198…"
 */
public record GateForm(
        @Nullable String act,
        @Nullable String personId,
        @Nullable String membershipNumber,
        @Nullable String passCode,
        @Nullable String voids,
        @Nullable String means) {

    FactForm fact(String duty, Instant now) {
        String[] parts = String.valueOf(act).split(" ", -1);
        return new FactForm(
                parts.length == 2 ? parts[1] : null,
                duty,
                personId,
                membershipNumber,
                passCode,
                parts[0],
                voids,
                now.toString(),
                means,
                null);
    }
}
