package org.kulluna.incidents;

import java.security.SecureRandom;
import java.util.Locale;
import org.kulluna.shared.SearchText;

/** What a reporter is given and may speak of: 21 letters and digits that are not mistaken for one another, 103 random bits. */
final class ReportCode {
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 21;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReportCode() {}

    static String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** As typed by somebody who reads it aloud: blanks and dashes between, small letters, any script's digits; or empty. */
    static String read(String typed) {
        String code = SearchText.fold(typed).replace(" ", "").toUpperCase(Locale.ROOT);
        return code.matches("[" + LETTERS + "]{7,21}") ? code : "";
    }
}
