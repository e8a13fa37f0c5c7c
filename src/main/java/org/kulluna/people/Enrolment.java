package org.kulluna.people;

import org.jspecify.annotations.Nullable;

/** {@code secret} (base 32) and {@code address} (otpauth) only until the first right code; null afterwards. */
public record Enrolment(
        boolean confirmed,
        @Nullable String secret,
        @Nullable String address) {}
