package org.kulluna.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kulluna.keys.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says who pushes (RFC 8292): a signed word for each push service, told again for half a day. */
@Component
class Vapid {
    /** Nowhere is more than 24 hours taken. */
    private static final Duration LIFE = Duration.ofHours(12);

    private static final Duration RENEWED_BEFORE = Duration.ofHours(1);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private record Pair(byte[] publicKey, PrivateKey secret) {}

    private record Word(String header, Instant until) {}

    private final VapidRows rows;
    private final Keys keys;
    private final Clock clock;
    private final String contact;
    private final Map<String, Word> words = new ConcurrentHashMap<>();
    private volatile @Nullable Pair pair;

    Vapid(
            VapidRows rows,
            Keys keys,
            Clock clock,
            @Value("${kulluna.push.contact:}") String contact,
            @Value("${kulluna.public-address:}") String address) {
        this.rows = rows;
        this.keys = keys;
        this.clock = clock;
        this.contact = contact(contact.strip(), address.strip());
    }

    private static String contact(String contact, String address) {
        if (!contact.isEmpty() && !contact.matches("mailto:[^@\\s\"]+@[^@\\s\"]+|https://[^\\s\"]+")) {
            throw new IllegalArgumentException(
                    "kulluna.push.contact is neither mailto:somebody@somewhere nor https://...");
        }
        return !contact.isEmpty() ? contact : address.startsWith("https://") ? address : "mailto:push@kulluna.example";
    }

    /** 65 bytes: what browsers subscribe with. */
    byte[] publicKey() {
        return pair().publicKey().clone();
    }

    /** The {@code Authorization} header for a push to that address. */
    String header(URI endpoint) {
        String origin = endpoint.getScheme() + "://" + endpoint.getRawAuthority();
        Instant now = clock.instant();
        Word known = words.get(origin);
        if (known == null
                || known.until().minus(RENEWED_BEFORE).isBefore(now)
                || known.until().isAfter(now.plus(LIFE))) {
            known = sign(origin, now.plus(LIFE));
            words.put(origin, known);
        }
        return known.header();
    }

    private Word sign(String origin, Instant until) {
        Pair mine = pair();
        String claims = "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"%s\"}".formatted(origin, until.getEpochSecond(), contact);
        String text = base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(mine.secret());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            String token = text + "." + base64(signature.sign());
            return new Word("vapid t=" + token + ", k=" + base64(mine.publicKey()), until);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Pair pair() {
        Pair known = pair;
        if (known == null) {
            if (rows.find().isEmpty()) {
                KeyPair made = P256.generate();
                String secret = base64(P256.secret(made.getPrivate()));
                rows.insert(
                        new VapidRows.Row(P256.raw((ECPublicKey) made.getPublic()), keys.seal(secret)),
                        clock.instant());
            }
            VapidRows.Row row = rows.find().orElseThrow();
            byte[] secret = Base64.getUrlDecoder().decode(keys.open(row.secret()));
            known = new Pair(row.publicKey(), P256.secret(secret));
            pair = known;
        }
        return known;
    }

    private static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
