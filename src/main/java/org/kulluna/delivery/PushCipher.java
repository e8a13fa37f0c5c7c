package org.kulluna.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what is pushed so that only the browser reads it (RFC 8291): one record of aes128gcm (RFC 8188). */
final class PushCipher {
    /** A body is 4096 bytes at most; 86 stand before the text, 1 and the tag's 16 behind it. */
    static final int MOST_TEXT = 4096 - 86 - 1 - 16;

    private static final int RECORD = 4096;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushCipher() {}

    /**
     * @param point the browser's {@code p256dh}, 65 bytes
     * @param auth its 16 bytes
     */
    static byte[] encrypt(byte[] point, byte[] auth, byte[] text) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return encrypt(point, auth, text, P256.generate(), salt);
    }

    static byte[] encrypt(byte[] point, byte[] auth, byte[] text, KeyPair mine, byte[] salt) {
        if (text.length > MOST_TEXT) {
            throw new IllegalArgumentException("a push holds " + MOST_TEXT + " bytes, not " + text.length);
        }
        byte[] myPoint = P256.raw((ECPublicKey) mine.getPublic());
        byte[] shared = P256.agree(mine.getPrivate(), P256.point(point));
        byte[] info = joined(ascii("WebPush: info\0"), point, myPoint);
        byte[] secret = expand(hmac(auth, shared), info, 32);
        ByteBuffer head = ByteBuffer.allocate(21 + myPoint.length);
        head.put(salt).putInt(RECORD).put((byte) myPoint.length).put(myPoint);
        return joined(head.array(), record(secret, salt, joined(text, new byte[] {2})));
    }

    /** The one and last record of RFC 8188; {@code padded} ends with its delimiter. */
    static byte[] record(byte[] secret, byte[] salt, byte[] padded) {
        byte[] prk = hmac(salt, secret);
        byte[] key = expand(prk, ascii("Content-Encoding: aes128gcm\0"), 16);
        byte[] nonce = expand(prk, ascii("Content-Encoding: nonce\0"), 12);
        try {
            Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            return aes.doFinal(padded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HKDF (RFC 5869) for at most 32 bytes. */
    private static byte[] expand(byte[] prk, byte[] info, int length) {
        return Arrays.copyOf(hmac(prk, joined(info, new byte[] {1})), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all =
                ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
