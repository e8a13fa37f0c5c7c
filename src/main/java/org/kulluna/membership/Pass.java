package org.kulluna.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What one device of a member shows now. {@code code} holds until {@code renewsAt}; {@code validUntil} is the last day of the clearance. */
public record Pass(
        Member member,
        PassDevice device,
        byte[] secret,
        String code,
        Instant renewsAt,
        int devices,
        @Nullable LocalDate validUntil) {
    /** For the script that goes on making codes on the device. */
    public String secretBase64() {
        return Base64.getEncoder().encodeToString(secret);
    }
}
