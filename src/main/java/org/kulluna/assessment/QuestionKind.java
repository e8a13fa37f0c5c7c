package org.kulluna.assessment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a question is answered. */
public enum QuestionKind {
    /** One option is right. */
    SINGLE,
    /** One or more are right, and only all of them together. */
    SEVERAL,
    TRUE_FALSE;

    /** As stored, and as part of message keys. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<QuestionKind> find(String text) {
        return Arrays.stream(values()).filter(k -> k.text().equals(text)).findFirst();
    }
}
