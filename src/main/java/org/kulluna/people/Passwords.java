package org.kulluna.people;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Argon2id with 19 MiB, 2 passes, 1 lane: the first choice of the OWASP password storage advice. */
@Configuration(proxyBeanMethods = false)
class Passwords {
    @Bean
    PasswordEncoder passwordEncoder() {
        PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
        return new PasswordEncoder() {
            @Override
            public @Nullable String encode(@Nullable CharSequence password) {
                return argon2.encode(text(password));
            }

            @Override
            public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
                return argon2.matches(text(password), hash);
            }
        };
    }

    /** Half a surrogate pair is no character; the hash would break on it. */
    private static String text(@Nullable CharSequence typed) {
        return new String(String.valueOf(typed).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
