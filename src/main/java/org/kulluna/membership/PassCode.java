package org.kulluna.membership;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text in a pass's QR: {@code KULLUNA1:publicId:device:step:mac}. A step is 30 seconds of Unix time; the mac is the
 * first 10 bytes of HMAC-SHA256 (RFC 2104) under the device's secret over {@code publicId:device:step}, in base 32
 * (RFC 4648, no padding). Upper case keeps the QR in its compact alphanumeric mode.
 */
record PassCode(String publicId, String device, long step, String mac) {
    static final String MARK = "KULLUNA1";
    static final int STEP_SECONDS = 30;
    /** Clocks of phones and gates differ a little: one step either side still counts. */
    private static final int TOLERANCE = 1;

    private static final int MAC_BYTES = 10;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static PassCode of(String publicId, String device, byte[] secret, Instant now) {
        long step = stepAt(now);
        return new PassCode(publicId, device, step, mac(publicId, device, step, secret));
    }

    /** Empty when it is no pass at all. A code without device, step and mac (a printed one) is one that is never live. */
    static Optional<PassCode> parse(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length < 2 || !parts[0].equals(MARK) || parts[1].isEmpty() || text.length() > 200) {
            return Optional.empty();
        }
        boolean whole = parts.length == 5 && parts[3].matches("[0-9]{1,12}");
        return Optional.of(
                whole
                        ? new PassCode(parts[1], parts[2], Long.parseLong(parts[3]), parts[4])
                        : new PassCode(parts[1], "", 0, ""));
    }

    static long stepAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    boolean isLive(byte[] secret, Instant now) {
        boolean near = Math.abs(step - stepAt(now)) <= TOLERANCE;
        byte[] right = mac(publicId, device, step, secret).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, mac.getBytes(StandardCharsets.UTF_8)) && near;
    }

    String text() {
        return MARK + ":" + publicId + ":" + device + ":" + step + ":" + mac;
    }

    private static String mac(String publicId, String device, long step, byte[] secret) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] all = hmac.doFinal((publicId + ":" + device + ":" + step).getBytes(StandardCharsets.UTF_8));
            return base32(Arrays.copyOf(all, MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base32(byte[] bytes) {
        StringBuilder b = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8) | (one & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                b.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return bits == 0
                ? b.toString()
                : b.append(ALPHABET.charAt((buffer << (5 - bits)) & 31)).toString();
    }
}
