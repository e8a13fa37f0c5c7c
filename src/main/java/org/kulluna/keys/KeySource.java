package org.kulluna.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the secrets come from: {@code KULLUNA_KEYS} (the lines themselves) or the file {@code kulluna.keys-file}. Only
 * the demo and the tests make a missing file; production refuses to start without one.
 */
@Configuration(proxyBeanMethods = false)
class KeySource {
    private final String inline;
    private final Path file;
    private final boolean mayMake;

    KeySource(
            @Value("${kulluna.keys:}") String inline,
            @Value("${kulluna.keys-file:./data/keys}") String file,
            @Value("${kulluna.demo:false}") boolean mayMake) {
        this.inline = inline;
        this.file = Path.of(file);
        this.mayMake = mayMake;
    }

    @Bean
    Keys keys() {
        return new Keys(this::ring);
    }

    /** Where the keys can be written; null when the environment holds them. */
    @Nullable
    Path file() {
        return inline.isBlank() ? file : null;
    }

    KeyRing ring() {
        if (!inline.isBlank()) {
            return whole(inline);
        }
        if (!Files.exists(file)) {
            if (!mayMake) {
                throw new IllegalStateException(
                        "no keys: set KULLUNA_KEYS or KULLUNA_KEYS_FILE, or run: kulluna keys make");
            }
            KeyRing.fresh().save(file);
        }
        try {
            return whole(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A house with half its keys would start, and lose what it seals. */
    private static KeyRing whole(String text) {
        KeyRing ring;
        try {
            ring = KeyRing.parse(text);
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.conflict("keys-broken");
        }
        if (!ring.isWhole()) {
            throw Refusal.conflict("keys-broken");
        }
        return ring;
    }
}
