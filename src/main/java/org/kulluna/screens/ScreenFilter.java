package org.kulluna.screens;

import java.util.Locale;

/**
 * Which screens an officer looks at; empty for all that are in use. {@code q} is forgiving of spelling.
 *
 * @param health a code of {@link Health}; retired ones are listed only when asked for
 */
public record ScreenFilter(String q, String unit, String place, String health) {
    static final ScreenFilter ALL = new ScreenFilter("", "", "", "");

    /** Nonsense asks for all. */
    String asked() {
        try {
            return Health.valueOf(health.toUpperCase(Locale.ROOT).replace('-', '_'))
                    .code();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
