package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.shared.LocalizedText;

class HolderNameTest {
    private final HolderName name =
            new HolderName(new LocalizedText("شيماء عبد الرحمن المنصوري", "Shaimaa Abdul Rahman Al Mansoori"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "شيماء عبد الرحمن المنصوري",
                "شَيْماء عبدالرحمن المنصوري",
                "شيما عبد الرحمن منصوري",
                "  شيماء   عبد  الرحمن  المنصورى ",
                "shaimaa abdul rahman al mansoori",
                "Shaimaa Abdul-Rahman Al-Mansoori",
                "SHAIMAA ABDULRAHMAN ALMANSOORI"
            })
    void the_name_on_paper_matches_however_it_is_spelled(String typed) {
        assertThat(name.matches(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "شيماء",
                "شيماء المنصوري",
                "المنصوري",
                "شيماء عبد الرحيم المنصوري",
                "Shaimaa",
                "S A R A M",
                "%",
                "شيماء عبد الرحمن المنصوري الثاني"
            })
    void a_part_of_it_or_another_name_does_not(String typed) {
        assertThat(name.matches(typed)).isFalse();
    }

    @Test
    void initials_are_of_the_first_and_the_last_word_without_the_article() {
        assertThat(name.initials()).isEqualTo(new LocalizedText("ش. م.", "S. M."));
        assertThat(new HolderName(new LocalizedText("سارة", "Sara")).initials())
                .isEqualTo(new LocalizedText("س.", "S."));
    }

    @Test
    void who_was_erased_has_no_initials_and_matches_nothing() {
        HolderName nobody = new HolderName(new LocalizedText("", ""));
        assertThat(nobody.isKnown()).isFalse();
        assertThat(nobody.initials()).isEqualTo(new LocalizedText("", ""));
        assertThat(nobody.matches("")).isFalse();
        assertThat(nobody.spellings()).isEmpty();
    }
}
