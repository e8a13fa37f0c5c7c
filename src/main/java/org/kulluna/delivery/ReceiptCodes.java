package org.kulluna.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.kulluna.keys.Keys;
import org.springframework.stereotype.Component;

/** What a device proves with that this push came to it: a code only the house could have put into it. */
@Component
class ReceiptCodes {
    /** Letters of base64url: 128 bits. */
    static final int LENGTH = 22;

    private static final byte[] WHAT = "push receipt".getBytes(StandardCharsets.US_ASCII);
    private final Keys keys;

    ReceiptCodes(Keys keys) {
        this.keys = keys;
    }

    String of(UUID message, UUID subscription) {
        byte[] hash = keys.hash(Keys.Purpose.TOKEN, WHAT, bytes(message), bytes(subscription));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }

    boolean isRight(UUID message, UUID subscription, String code) {
        return MessageDigest.isEqual(
                of(message, subscription).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
