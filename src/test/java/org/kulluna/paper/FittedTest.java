package org.kulluna.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FittedTest {
    private static final float WIDTH = 500;
    private static final float HEIGHT = 60;

    private static Fitted fit(String text) {
        return Fitted.in(text, Typeface.DISPLAY, true, WIDTH, HEIGHT, 36);
    }

    private static void assertInside(Fitted fitted) {
        assertThat(fitted.height()).isLessThanOrEqualTo(HEIGHT + 0.01f);
        assertThat(fitted.lines())
                .allSatisfy(l -> assertThat(l.width() * fitted.size()).isLessThanOrEqualTo(WIDTH + 0.01f));
    }

    private static String letters(Fitted fitted) {
        return fitted.lines().stream()
                .flatMap(l -> l.slots().stream())
                .map(Line.Slot::character)
                .filter(c -> !c.isBlank() && !c.matches("[\u200e\u200f]"))
                .sorted()
                .collect(Collectors.joining());
    }

    private static String letters(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(c -> !c.isBlank())
                .sorted()
                .collect(Collectors.joining());
    }

    @Test
    void a_short_name_keeps_its_size() {
        Fitted fitted = fit("سارة خان");
        assertThat(fitted.size()).isEqualTo(36);
        assertThat(fitted.lines()).hasSize(1);
    }

    @Test
    void a_longer_name_shrinks_on_one_line_first() {
        Fitted fitted = fit("عبد الرحمن بن محمد بن عبد الله بن سلطان الظاهري");
        assertThat(fitted.lines()).hasSize(1);
        assertThat(fitted.size()).isLessThan(36).isGreaterThan(20);
        assertInside(fitted);
    }

    @Test
    void a_very_long_name_takes_lines_of_about_one_length() {
        String name = "عبد الرحمن بن محمد ".repeat(6).strip();
        Fitted fitted = fit(name);
        assertThat(fitted.lines().size()).isBetween(2, 3);
        double[] widths = fitted.lines().stream().mapToDouble(Line::width).toArray();
        assertThat(java.util.Arrays.stream(widths).min().orElseThrow())
                .isGreaterThan(0.6 * java.util.Arrays.stream(widths).max().orElseThrow());
        assertInside(fitted);
        assertThat(letters(fitted)).isEqualTo(letters(name));
    }

    @Test
    void one_endless_word_is_parted_between_letters_never_before_a_mark() {
        String word = "مُحَمَّدٌ".repeat(40);
        Fitted fitted = fit(word);
        assertInside(fitted);
        assertThat(letters(fitted)).isEqualTo(letters(word));
        assertThat(fitted.lines())
                .allSatisfy(l -> assertThat(l.slots().getLast().character()).matches("\\p{L}|\u200f"));
    }

    @Test
    void whatever_is_written_stays_inside_and_loses_no_letter() {
        AnyName any = new AnyName(3);
        for (int i = 0; i < 60; i++) {
            StringBuilder name = new StringBuilder(any.mixed());
            for (int more = 0; more < i % 12; more++) {
                name.append(' ').append(i % 2 == 0 ? any.arabic() : any.mixed());
            }
            Fitted fitted = fit(name.toString());
            assertInside(fitted);
            assertThat(letters(fitted)).as(name.toString()).isEqualTo(letters(name.toString()));
        }
    }

    @Test
    void nothing_written_is_nothing_drawn() {
        assertThat(fit("").lines()).allSatisfy(l -> assertThat(l.glyphs()).isEmpty());
        assertThat(fit("   ").size()).isPositive();
    }
}
