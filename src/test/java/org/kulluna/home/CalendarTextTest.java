package org.kulluna.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTextTest {
    private static final int[][] LETTERS = {
        {0x20, 0x7e},
        {0x621, 0x64a},
        {0x64b, 0x652},
        {0x1f300, 0x1f6ff},
        {0x4e00, 0x9fff},
        {0xa0, 0x2ff},
        {0x200c, 0x200f}
    };

    private static String random(Random dice, int length) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int[] range = LETTERS[dice.nextInt(LETTERS.length)];
            b.appendCodePoint(range[0] + dice.nextInt(range[1] - range[0] + 1));
        }
        return b.toString();
    }

    @Test
    void no_line_is_over_75_octets_no_letter_is_cut_and_unfolding_gives_what_was_written() throws Exception {
        for (int seed = 0; seed < 2000; seed++) {
            Random dice = new Random(seed);
            String value = random(dice, dice.nextInt(300));
            String folded = new CalendarText().line("SUMMARY", value).toString();
            assertThat(folded).endsWith("\r\n");
            String[] lines = folded.substring(0, folded.length() - 2).split("\r\n", -1);
            for (int i = 0; i < lines.length; i++) {
                byte[] octets = lines[i].getBytes(StandardCharsets.UTF_8);
                assertThat(octets.length).as("seed " + seed).isLessThanOrEqualTo(75);
                assertThat(i == 0 || lines[i].startsWith(" ")).isTrue();
                assertThat(decoded(octets)).isEqualTo(lines[i]);
            }
            assertThat(String.join("\r\n", lines).replace("\r\n ", "")).isEqualTo("SUMMARY:" + value);
        }
    }

    @Test
    void a_line_is_as_long_as_it_may_be() {
        String line = new CalendarText().line("X", "a".repeat(73)).toString();
        assertThat(line).isEqualTo("X:" + "a".repeat(73) + "\r\n");
        assertThat(new CalendarText().line("X", "a".repeat(74)).toString())
                .isEqualTo("X:" + "a".repeat(73) + "\r\n a\r\n");
    }

    @ParameterizedTest
    @CsvSource({"'a,b;c\\d', 'a\\,b\\;c\\\\d'", "'a\nb', 'a\\nb'", "'a\r\nb\rc', 'a\\nb\\nc'", "'a\u0000\u0007b', ab"})
    void what_has_a_meaning_is_escaped_and_what_has_none_is_left_out(String typed, String written) {
        assertThat(CalendarText.escape(typed)).isEqualTo(written);
    }

    @Test
    void nobody_types_a_line_of_their_own() {
        String text = new CalendarText()
                .words("SUMMARY", "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:a@b")
                .toString();
        assertThat(text.replace("\r\n ", "").split("\r\n")).hasSize(1);
    }

    private static String decoded(byte[] octets) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(octets))
                .toString();
    }
}
