package org.kulluna.people;

import java.util.Optional;

/**
 * An Emirates ID number: 784 (the country), the birth year, seven digits and a Luhn check digit (ISO/IEC 7812-1,
 * annex B), fifteen digits in all.
 */
public record EmiratesId(String digits) {
    /** Accepts dashes, spaces and Arabic-Indic digits; empty when it is no such number. */
    public static Optional<EmiratesId> parse(String text) {
        StringBuilder d = new StringBuilder();
        for (char c : text.toCharArray()) {
            int n = Character.digit(c, 10);
            if (n >= 0) {
                d.append(n);
            } else if (c != '-' && c != ' ' && c != '\u200e' && c != '\u200f') {
                return Optional.empty();
            }
        }
        String digits = d.toString();
        boolean good = digits.length() == 15
                && digits.startsWith("784")
                && checkDigit(digits.substring(0, 14)) == digits.charAt(14) - '0';
        return good ? Optional.of(new EmiratesId(digits)) : Optional.empty();
    }

    public int birthYear() {
        return Integer.parseInt(digits.substring(3, 7));
    }

    /** As printed on the card. */
    public String formatted() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 7) + "-" + digits.substring(7, 14) + "-"
                + digits.substring(14);
    }

    /** For eyes that need only recognise it: 784-••••-••••••7-2. */
    public String masked() {
        return "784-••••-••••••" + digits.charAt(13) + "-" + digits.charAt(14);
    }

    /** Luhn over the digits before it. */
    public static int checkDigit(String before) {
        int sum = 0;
        boolean doubled = true;
        for (int i = before.length() - 1; i >= 0; i--) {
            int n = before.charAt(i) - '0';
            if (doubled) {
                n *= 2;
                n = n > 9 ? n - 9 : n;
            }
            sum += n;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
