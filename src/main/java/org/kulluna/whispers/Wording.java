package org.kulluna.whispers;

import com.ibm.icu.util.ULocale;

/**
 * What a whisper says in one language.
 *
 * @param language ISO 639
 * @param pictureAlt what the picture shows, for whoever does not see it; empty without a picture
 */
public record Wording(String language, String title, String body, String pictureAlt) {
    /** rtl or ltr, by the language's own script. */
    public String direction() {
        return direction(language);
    }

    public static String direction(String language) {
        return new ULocale(language).isRightToLeft() ? "rtl" : "ltr";
    }
}
