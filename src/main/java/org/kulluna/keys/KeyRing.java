package org.kulluna.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets as text lines {@code name=base64}: {@code encryption.N} (AES-256, the highest N encrypts, all decrypt),
 * {@code identity}, {@code audit}, {@code pass}, {@code token} (HMAC-SHA256), {@code signing.private} and
 * {@code signing.public} (Ed25519, PKCS#8 and X.509), {@code credential.N.private} and {@code credential.N.public} (the
 * same; the highest N signs credentials, of retired ones the public half stays). A file made before there were
 * credentials has none of the last: the signing key stands in for them.
 */
record KeyRing(Map<String, byte[]> secrets) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;
    private static final Set<String> NEEDED =
            Set.of("identity", "audit", "pass", "token", "signing.private", "signing.public");

    static KeyRing fresh() {
        Map<String, byte[]> made = new TreeMap<>();
        for (String name : new String[] {"encryption.1", "identity", "audit", "pass", "token"}) {
            made.put(name, random());
        }
        putPair(made, "signing");
        putPair(made, "credential.1");
        return new KeyRing(made);
    }

    private static void putPair(Map<String, byte[]> secrets, String name) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            secrets.put(name + ".private", pair.getPrivate().getEncoded());
            secrets.put(name + ".public", pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyRing parse(String text) {
        java.util.Properties lines = new java.util.Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, byte[]> read = new TreeMap<>();
        lines.forEach((k, v) -> read.put((String) k, Base64.getDecoder().decode((String) v)));
        return new KeyRing(read);
    }

    String text() {
        StringBuilder b = new StringBuilder();
        secrets.forEach((k, v) -> b.append(k)
                .append('=')
                .append(Base64.getEncoder().encodeToString(v))
                .append('\n'));
        return b.toString();
    }

    /**
     * Adds a newer encryption key; the older ones still decrypt. The key of credentials makes room for a new one too:
     * nothing is signed with the old one any more, and what it signed can still be checked.
     */
    KeyRing rotated() {
        Map<String, byte[]> more = new TreeMap<>(secrets);
        more.put("encryption." + (newest() + 1), random());
        List<String> credential = credentialNames();
        if (credential.get(0).equals("signing")) {
            more.put("credential.0.public", secret("signing.public"));
            putPair(more, "credential.1");
        } else {
            more.remove(credential.get(0) + ".private");
            putPair(more, "credential." + (number(credential.get(0)) + 1));
        }
        return new KeyRing(more);
    }

    /** Of the keys of credentials, newest first: the first one signs. */
    List<String> credentialNames() {
        List<String> names = secrets.keySet().stream()
                .filter(k -> k.matches("credential\\.[0-9]{1,6}\\.(private|public)"))
                .map(k -> k.substring(0, k.lastIndexOf('.')))
                .distinct()
                .sorted(Comparator.comparingInt(KeyRing::number).reversed())
                .toList();
        return names.isEmpty() ? List.of("signing") : names;
    }

    private static int number(String credentialName) {
        return Integer.parseInt(credentialName.substring("credential.".length()));
    }

    int newest() {
        return secrets.keySet().stream()
                .filter(k -> k.startsWith("encryption."))
                .mapToInt(k -> Integer.parseInt(k.substring("encryption.".length())))
                .max()
                .orElseThrow(() -> new IllegalStateException("no encryption key in the key file"));
    }

    /** Every purpose has its key of 256 bits, and the two halves of each signing key belong together. */
    boolean isWhole() {
        boolean sealing = secrets.keySet().stream().anyMatch(k -> k.matches("encryption\\.[0-9]{1,6}"));
        boolean rightLength = secrets.entrySet().stream()
                .filter(e -> !e.getKey().matches("(signing|credential)\\..*"))
                .allMatch(e -> e.getValue().length == LENGTH);
        if (!sealing || !rightLength || !secrets.keySet().containsAll(NEEDED)) {
            return false;
        }
        byte[] probe = random();
        try {
            Keys keys = new Keys(this);
            return keys.isSigned(probe, keys.sign(probe))
                    && keys.signCredential(probe).isBy(probe);
        } catch (IllegalStateException noSuchKey) {
            return false;
        }
    }

    boolean has(String name) {
        return secrets.containsKey(name);
    }

    /** Encryption key ids, oldest first. */
    List<String> encryptionIds() {
        return secrets.keySet().stream()
                .filter(k -> k.startsWith("encryption."))
                .map(k -> k.substring("encryption.".length()))
                .sorted(Comparator.comparingInt(Integer::parseInt))
                .toList();
    }

    KeyRing without(String encryptionId) {
        Map<String, byte[]> fewer = new TreeMap<>(secrets);
        fewer.remove("encryption." + encryptionId);
        return new KeyRing(fewer);
    }

    byte[] secret(String name) {
        byte[] secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalStateException("the key file has no key named " + name);
        }
        return secret;
    }

    /** Written beside, then moved over: a crash leaves the old file or the new one. */
    void save(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text(), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
