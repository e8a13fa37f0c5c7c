package org.kulluna.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What the house does with its secrets. Nobody else holds one. */
public final class Keys {
    /** A text encrypted under the key {@code keyId}: 12 bytes nonce, then AES-256-GCM output with its 16-byte tag. */
    public record Sealed(byte[] cipher, String keyId) {}

    /** Purposes of keyed hashes (HMAC-SHA256, 32 bytes): each has a key of its own. */
    public enum Purpose {
        /** Finds an identity number without storing it. */
        IDENTITY,
        /** Links audit entries. */
        AUDIT,
        /** Derives each device's pass secret, and the codes shown in rooms. */
        PASS,
        /** Hashes session tokens and one-time links. */
        TOKEN
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Supplier<KeyRing> source;
    private volatile KeyRing ring;

    Keys(KeyRing ring) {
        this(() -> ring);
    }

    /** @param source read again when a key was added: by {@code keys rotate}, in another process */
    Keys(Supplier<KeyRing> source) {
        this.source = source;
        this.ring = source.get();
    }

    /** Takes the keys as they stand in the file now. */
    void reload() {
        ring = source.get();
    }

    /** The id of the key that seals now. */
    public String newestId() {
        return String.valueOf(ring.newest());
    }

    public byte[] hash(Purpose purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ring.secret(purpose.name().toLowerCase(java.util.Locale.ROOT)), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(ByteBuffer.allocate(4).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] hash(Purpose purpose, String text) {
        return hash(purpose, text.getBytes(StandardCharsets.UTF_8));
    }

    public Sealed seal(String text) {
        String keyId = newestId();
        byte[] nonce = new byte[12];
        RANDOM.nextBytes(nonce);
        try {
            Cipher aes = cipher(Cipher.ENCRYPT_MODE, keyId, nonce);
            byte[] body = aes.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return new Sealed(
                    ByteBuffer.allocate(12 + body.length).put(nonce).put(body).array(), keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String open(Sealed sealed) {
        byte[] all = sealed.cipher();
        try {
            Cipher aes = cipher(Cipher.DECRYPT_MODE, sealed.keyId(), java.util.Arrays.copyOf(all, 12));
            return new String(aes.doFinal(all, 12, all.length - 12), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed value does not open with key " + sealed.keyId(), e);
        }
    }

    /** Whether the value was sealed under an older key and should be sealed again. */
    public boolean isStale(Sealed sealed) {
        return !sealed.keyId().equals(newestId());
    }

    /** Ed25519 (RFC 8032) over the bytes. */
    public byte[] sign(byte[] bytes) {
        return Ed25519.sign(ring.secret("signing.private"), bytes);
    }

    public boolean isSigned(byte[] bytes, byte[] signature) {
        return Ed25519.isSigned(ring.secret("signing.public"), bytes, signature);
    }

    /** An Ed25519 signature of 64 bytes and the 32 bytes of the public key it is checked with. */
    public record CredentialSignature(byte[] signature, byte[] publicKey) {
        boolean isBy(byte[] bytes) {
            return Ed25519.isSigned(Ed25519.x509(publicKey), bytes, signature);
        }
    }

    /** With the newest key of credentials. */
    public CredentialSignature signCredential(byte[] bytes) {
        KeyRing now = ring;
        String newest = now.credentialNames().get(0);
        return new CredentialSignature(
                Ed25519.sign(now.secret(newest + ".private"), bytes), Ed25519.raw(now.secret(newest + ".public")));
    }

    /** The public keys of credentials, newest first, 32 bytes each: retired ones too, since what they signed lives on. */
    public List<byte[]> credentialKeys() {
        KeyRing now = ring;
        return now.credentialNames().stream()
                .map(name -> Ed25519.raw(now.secret(name + ".public")))
                .toList();
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
        if (!ring.has("encryption." + keyId)) {
            reload();
        }
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(mode, new SecretKeySpec(ring.secret("encryption." + keyId), "AES"), new GCMParameterSpec(128, nonce));
        return aes;
    }
}
