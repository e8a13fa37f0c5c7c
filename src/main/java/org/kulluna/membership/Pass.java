package org.kulluna.membership;

import java.time.Instant;
import java.util.Base64;

/** What one device of a member shows now. {@code code} holds until {@code renewsAt}. */
public record Pass(Member member, PassDevice device, byte[] secret, String code, Instant renewsAt, int devices) {
    /** For the script that goes on making codes on the device. */
    public String secretBase64() {
        return Base64.getEncoder().encodeToString(secret);
    }
}
