package org.kulluna.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Where a browser is pushed to, and the keys only it can read with. */
record Subscription(String endpoint, byte[] point, byte[] auth, String language) {
    /** One browser, one address: whoever signs in there has it now. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(endpoint.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
