package org.kulluna.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** UUID version 7 (RFC 9562, section 5.7), made here because PostgreSQL before 18 cannot. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id that sorts by the millisecond it was made in. */
    public static UUID next() {
        return at(System.currentTimeMillis());
    }

    /** An id as if made at that millisecond since 1970: for rows that tell of the past. */
    public static UUID at(long millis) {
        long high = (millis << 16) | 0x7000L | (RANDOM.nextLong() & 0x0fffL);
        long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** @throws Refusal not-found when the text is no UUID: a wrong address is nobody's fault */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
