package org.kulluna.screens;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.kulluna.keys.Keys;
import org.springframework.stereotype.Component;

/** What a player shows, asks with and is known by. The database holds keyed hashes only. */
@Component
class Secrets {
    /** Without 0, 1, I and O, which people mistake for each other. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Keys keys;

    Secrets(Keys keys) {
        this.keys = keys;
    }

    static String newCode() {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            b.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return b.toString();
    }

    /** 256 bits. */
    static String newPoll() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    byte[] hashCode(String typed) {
        return hash("code", typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    byte[] hashPoll(String poll) {
        return hash("poll", poll);
    }

    byte[] hashKey(String key) {
        return hash("key", key);
    }

    /** The key a pairing leads to: 256 bits that only this house can work out, the same whenever the player asks again. */
    String keyOf(UUID pairing, byte[] pollHash) {
        return text(keys.hash(
                Keys.Purpose.TOKEN,
                "screens.device".getBytes(StandardCharsets.US_ASCII),
                pairing.toString().getBytes(StandardCharsets.US_ASCII),
                pollHash));
    }

    private byte[] hash(String of, String secret) {
        return keys.hash(
                Keys.Purpose.TOKEN,
                ("screens." + of).getBytes(StandardCharsets.US_ASCII),
                secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
