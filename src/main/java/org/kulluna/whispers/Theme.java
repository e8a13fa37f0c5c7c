package org.kulluna.whispers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a whisper is about: members may do without a theme. */
public enum Theme {
    VOLUNTEERING,
    SOCIAL_RESPONSIBILITY,
    POSITIVE_CITIZENSHIP,
    SAFETY;

    /** As stored, as programs read it, and as part of message keys. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Theme> find(String text) {
        return Arrays.stream(values()).filter(t -> t.text().equals(text)).findFirst();
    }
}
