package org.kulluna.support;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The browser's end of Web Push: makes its keys and reads what is pushed (RFC 8291), apart from the house's own code. */
public final class PushReader {
    private static final int HEAD = 16 + 4 + 1 + 65;
    private final KeyPair mine;
    private final byte[] auth = new byte[16];

    public PushReader() throws GeneralSecurityException {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
        maker.initialize(new ECGenParameterSpec("secp256r1"));
        mine = maker.generateKeyPair();
        new SecureRandom().nextBytes(auth);
    }

    public String p256dh() {
        return base64(raw((ECPublicKey) mine.getPublic()));
    }

    public String auth() {
        return base64(auth);
    }

    /** The text of a body of one record. */
    public String read(byte[] body) throws GeneralSecurityException {
        byte[] salt = Arrays.copyOf(body, 16);
        byte[] theirs = Arrays.copyOfRange(body, 21, HEAD);
        byte[] info = ByteBuffer.allocate(14 + 65 + 65)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(raw((ECPublicKey) mine.getPublic()))
                .put(theirs)
                .array();
        byte[] secret = derive(auth, agree(theirs), info, 32);
        byte[] key = derive(salt, secret, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = derive(salt, secret, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] padded = aes.doFinal(body, HEAD, body.length - HEAD);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return new String(padded, 0, end, StandardCharsets.UTF_8);
    }

    private byte[] agree(byte[] point) throws GeneralSecurityException {
        ECPoint w = new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65)));
        var params = ((ECPublicKey) mine.getPublic()).getParams();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(mine.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, params)), true);
        return agreement.generateSecret();
    }

    private static byte[] derive(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addSalt(salt)
                        .addIKM(secret)
                        .thenExpand(info, length));
    }

    private static byte[] raw(ECPublicKey key) {
        ByteBuffer point = ByteBuffer.allocate(65).put((byte) 4);
        point.put(fixed(key.getW().getAffineX())).put(fixed(key.getW().getAffineY()));
        return point.array();
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
