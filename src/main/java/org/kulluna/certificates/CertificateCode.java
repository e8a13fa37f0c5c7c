package org.kulluna.certificates;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a certificate is checked by: 32 hexadecimal digits, 122 of their bits random. */
final class CertificateCode {
    private static final int LONGEST = 500;
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Cf}\\p{Pd}\u00a0]");

    private CertificateCode() {}

    static String random() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** Out of what people type or paste: an address, capital letters, spaces, dashes, any script's digits. */
    static Optional<String> read(@Nullable String typed) {
        String text = typed == null ? "" : typed.substring(0, Math.min(LONGEST, typed.length()));
        StringBuilder plain = new StringBuilder();
        BETWEEN.matcher(text)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
                    plain.appendCodePoint(digit < 0 ? c : '0' + digit);
                });
        Matcher found = DIGITS.matcher(plain);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
