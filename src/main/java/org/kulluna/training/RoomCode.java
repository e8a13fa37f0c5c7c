package org.kulluna.training;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.kulluna.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * The code shown in a room: six letters and digits that change every 30 seconds by the server's clock. The one before is
 * still accepted, so that whoever reads it has half a minute to type. It is made from a key outside the database (HMAC,
 * RFC 2104), the session and the step; nobody can work out the next one.
 */
@Component
class RoomCode {
    static final int STEP_SECONDS = 30;
    /** Without 0, 1, I and O, which people mistake for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private final Keys keys;

    RoomCode(Keys keys) {
        this.keys = keys;
    }

    String at(UUID session, Instant now) {
        return code(session, step(now));
    }

    /** When the code changes next. */
    static Instant changesAt(Instant now) {
        return Instant.ofEpochSecond((step(now) + 1) * STEP_SECONDS);
    }

    boolean isRight(UUID session, String typed, Instant now) {
        String text = typed.strip().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        long step = step(now);
        // Both are compared, whichever is right, so that time tells nothing.
        return same(text, code(session, step)) | same(text, code(session, step - 1));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                b.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String code(UUID session, long step) {
        byte[] mac = keys.hash(
                Keys.Purpose.PASS,
                ("room:" + session + ":" + step).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            b.append(ALPHABET.charAt(mac[i] & 31));
        }
        return b.toString();
    }

    private static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }
}
