package org.kulluna.certificates;

import java.math.BigInteger;
import java.util.Base64;

/** Bytes as text that says how it was written (W3C Controlled Identifiers 1.0, section 2.4). */
final class Multibase {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);

    /** Multicodec ed25519-pub, as a varint. */
    private static final byte[] ED25519 = {(byte) 0xed, 0x01};

    private Multibase() {}

    /** base58btc, marked z. */
    static String base58(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        BigInteger left = new BigInteger(1, bytes);
        while (left.signum() > 0) {
            BigInteger[] next = left.divideAndRemainder(FIFTY_EIGHT);
            text.append(BASE58.charAt(next[1].intValue()));
            left = next[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append(BASE58.charAt(0));
        }
        return text.append('z').reverse().toString();
    }

    /** base64url without padding, marked u. */
    static String base64(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A Multikey of the 32 bytes of an Ed25519 public key (section 2.2.2). */
    static String multikey(byte[] ed25519) {
        byte[] all = new byte[ED25519.length + ed25519.length];
        System.arraycopy(ED25519, 0, all, 0, ED25519.length);
        System.arraycopy(ed25519, 0, all, ED25519.length, ed25519.length);
        return base58(all);
    }
}
