package org.kulluna.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with keys as the JDK writes them: PKCS#8 and X.509 (RFC 8410). */
final class Ed25519 {
    /** What stands before the 32 bytes of a public key in X.509. */
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;

    private Ed25519() {}

    static byte[] sign(byte[] pkcs8, byte[] bytes) {
        try {
            Signature s = Signature.getInstance("Ed25519");
            s.initSign(KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            s.update(bytes);
            return s.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isSigned(byte[] x509, byte[] bytes, byte[] signature) {
        try {
            Signature s = Signature.getInstance("Ed25519");
            s.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            s.update(bytes);
            return s.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The key itself, without its wrapping. */
    static byte[] raw(byte[] x509) {
        if (x509.length != X509_HEAD.length + LENGTH
                || !Arrays.equals(x509, 0, X509_HEAD.length, X509_HEAD, 0, X509_HEAD.length)) {
            throw new IllegalStateException("no Ed25519 public key");
        }
        return Arrays.copyOfRange(x509, X509_HEAD.length, x509.length);
    }

    static byte[] x509(byte[] raw) {
        byte[] all = Arrays.copyOf(X509_HEAD, X509_HEAD.length + raw.length);
        System.arraycopy(raw, 0, all, X509_HEAD.length, raw.length);
        return all;
    }
}
