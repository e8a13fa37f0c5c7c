package org.kulluna.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void speaksTheTerminalsLanguageWhetherOrNotTheSystemKnowsThatLocale() {
        assertThat(Words.terminalLanguage(Map.of("LANG", "ar_AE.UTF-8"))).isEqualTo("ar");
        assertThat(Words.terminalLanguage(Map.of("LANG", "ar_AE.UTF-8", "LC_ALL", "en_GB.UTF-8")))
                .isEqualTo("en");
        assertThat(Words.terminalLanguage(Map.of("LANG", "C", "KULLUNA_LANG", "ur")))
                .isEqualTo("ur");
        assertThat(Words.terminalLanguage(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo("en");
        assertThat(Words.terminalLanguage(Map.of())).isEqualTo("en");
    }
}
