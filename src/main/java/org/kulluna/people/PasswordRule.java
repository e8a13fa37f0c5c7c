package org.kulluna.people;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a password must be (NIST SP 800-63B, 5.1.1.2): long enough, not the name, not one everybody tries first. */
public final class PasswordRule {
    static final int LEAST = 10;
    static final int MOST = 200;
    private static final Set<String> COMMON = Set.of(
            "1234567890",
            "0123456789",
            "12345678910",
            "123456789a",
            "1q2w3e4r5t",
            "qwertyuiop",
            "qwerty1234",
            "qwerty12345",
            "qwertyuiop123",
            "password12",
            "password123",
            "password1234",
            "passw0rd123",
            "iloveyou12",
            "abcdefghij",
            "abcd123456",
            "abc1234567",
            "1111111111",
            "0000000000",
            "1122334455",
            "administrator",
            "admin12345",
            "admin123456",
            "welcome123",
            "welcome1234",
            "letmein1234",
            "changeme123",
            "sunshine12",
            "princess12",
            "football12",
            "monkey12345",
            "dragon12345",
            "q1w2e3r4t5",
            "zaq12wsx34",
            "1qaz2wsx3edc",
            "asdfghjkl1",
            "asdfghjkl;",
            "superman12",
            "emirates12",
            "abudhabi123",
            "dubai12345",
            "kulluna123",
            "kulluna-demo",
            "kullunademo",
            "volunteer1",
            "police12345",
            "secret12345",
            "google12345");

    private PasswordRule() {}

    /** A key under {@code fault.}; empty when the password is good. */
    public static Optional<String> fault(@Nullable String password, String username) {
        String text = password == null ? "" : password;
        String folded = text.toLowerCase(Locale.ROOT);
        if (text.length() < LEAST) {
            return Optional.of("password-under-ten");
        }
        if (text.length() > MOST) {
            return Optional.of("too-long");
        }
        if (folded.strip().equals(username.toLowerCase(Locale.ROOT))
                || (username.length() >= 5 && folded.replaceAll("[^\\p{L}]", "").equals(username))) {
            return Optional.of("password-as-name");
        }
        boolean poor = COMMON.contains(folded) || text.chars().distinct().count() < 4;
        return poor ? Optional.of("password-common") : Optional.empty();
    }
}
