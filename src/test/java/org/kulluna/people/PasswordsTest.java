package org.kulluna.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {
    private final PasswordEncoder passwords = new Passwords().passwordEncoder();

    @Test
    void a_password_is_matched_by_its_own_hash_only() {
        String hash = passwords.encode("seven green doors");
        assertThat(passwords.matches("seven green doors", hash)).isTrue();
        assertThat(passwords.matches("eight green doors", hash)).isFalse();
    }

    @Test
    void a_hash_that_is_none_is_opened_by_no_password() {
        for (String typed : List.of("", "!", "null", "kulluna-demo")) {
            assertThat(passwords.matches(typed, "!")).as(typed).isFalse();
        }
        assertThat(passwords.matches(null, "!")).isFalse();
    }
}
