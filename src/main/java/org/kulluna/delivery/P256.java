package org.kulluna.delivery;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** The curve of Web Push, its points written as 65 bytes: 4, x, y (SEC 1, section 2.3.3, uncompressed). */
final class P256 {
    static final int POINT = 65;
    private static final int HALF = 32;
    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(CURVE);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] raw(ECPublicKey key) {
        byte[] raw = new byte[POINT];
        raw[0] = 4;
        put(key.getW().getAffineX(), raw, 1);
        put(key.getW().getAffineY(), raw, 1 + HALF);
        return raw;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(HALF, bytes.length);
        System.arraycopy(bytes, bytes.length - length, into, at + HALF - length, length);
    }

    /** Whether these bytes are a point of the curve: any other would give the house's secret away bit by bit. */
    static boolean isPoint(byte[] raw) {
        if (raw.length != POINT || raw[0] != 4) {
            return false;
        }
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger x = new BigInteger(1, raw, 1, HALF);
        BigInteger y = new BigInteger(1, raw, 1 + HALF, HALF);
        BigInteger right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
    }

    static ECPublicKey point(byte[] raw) {
        if (!isPoint(raw)) {
            throw new IllegalArgumentException("no point of P-256");
        }
        ECPoint point = new ECPoint(new BigInteger(1, raw, 1, HALF), new BigInteger(1, raw, 1 + HALF, HALF));
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey secret(byte[] number) {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] secret(PrivateKey key) {
        byte[] raw = new byte[HALF];
        put(((java.security.interfaces.ECPrivateKey) key).getS(), raw, 0);
        return raw;
    }

    static byte[] agree(PrivateKey mine, ECPublicKey theirs) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(mine);
            agreement.doPhase(theirs, true);
            byte[] shared = agreement.generateSecret();
            return Arrays.copyOf(shared, HALF);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
