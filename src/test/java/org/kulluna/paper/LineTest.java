package org.kulluna.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Glyphs and places, without a picture: ids and positions say whether a word is joined, mirrored and marked. */
class LineTest {
    private static final List<Typeface> ALL = List.of(Typeface.TEXT, Typeface.BOLD, Typeface.DISPLAY);

    private static List<Integer> ids(String text, Typeface typeface) {
        return Line.of(text, typeface, true).glyphs().stream()
                .map(Line.Glyph::id)
                .toList();
    }

    private static String slots(Line line) {
        return line.slots().stream().map(Line.Slot::character).collect(Collectors.joining());
    }

    @Test
    void lam_alef_is_one_glyph() {
        for (Typeface typeface : List.of(Typeface.TEXT, Typeface.BOLD)) {
            assertThat(ids("سلام", typeface)).hasSize(3);
            assertThat(Line.of("سلام", typeface, true).glyphs())
                    .anySatisfy(g -> assertThat(g.source()).isEqualTo("لا"));
        }
    }

    @Test
    void where_a_face_draws_lam_alef_of_two_glyphs_they_are_made_for_each_other() {
        assertThat(ids("لا", Typeface.DISPLAY))
                .doesNotContainAnyElementsOf(ids("لب", Typeface.DISPLAY))
                .doesNotContainAnyElementsOf(ids("با", Typeface.DISPLAY));
    }

    @Test
    void letters_join_letters_and_stand_alone_alone() {
        for (Typeface typeface : ALL) {
            int alone = ids("ع", typeface).getFirst();
            List<Integer> word = ids("ععع", typeface);
            assertThat(word).hasSize(3).doesNotHaveDuplicates().doesNotContain(alone);
        }
    }

    @Test
    void brackets_open_towards_what_they_hold_in_both_directions() {
        for (Typeface typeface : ALL) {
            Line latin = Line.of("(a)", typeface, false);
            int opens = latin.glyphs().getFirst().id();
            int closes = latin.glyphs().getLast().id();
            List<Integer> arabic = ids("(ع)", typeface);
            assertThat(List.of(arabic.getFirst(), arabic.getLast())).containsExactly(opens, closes);
            assertThat(slots(Line.of("(ع)", typeface, true)).replaceAll("[\u200e\u200f]", ""))
                    .isEqualTo(")ع(");
        }
    }

    @Test
    void a_mark_stands_over_its_own_letter() {
        for (Typeface typeface : ALL) {
            Line line = Line.of("بَتُ", typeface, true);
            List<Line.Slot> slots = line.slots();
            assertThat(slots(line).replace("\u200f", "")).isEqualTo("\u064fت\u064eب");
            Line.Glyph fatha = line.glyphs().stream()
                    .filter(g -> advance(g) == 0)
                    .max(Comparator.comparing(Line.Glyph::x))
                    .orElseThrow();
            Line.Slot ba = slots.getLast();
            float letter = ba.x() + ba.width() - 2 * ba.width();
            assertThat(fatha.x()).isBetween(letter - 0.2f, ba.x() + ba.width());
        }
    }

    private static int advance(Line.Glyph glyph) {
        return glyph.face().file().advance(glyph.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "عبد الرحمٰن آل نهيان (أبو خالد) ٢٠٢٦ 2026",
                "مُحَمَّدٌ، إِدْرِيسًا؛ «ليلى» ـــ رؤى؟ 50% [ب] لإنجاز",
                "پیمان چراغی گوهر ژاله کهکشان ٹیپو ڈاکٹر",
                "Łukasz Žižek, José O’Connor-Ñuñez & Søren (née Ünal) 3rd"
            })
    void no_face_lacks_a_letter_of_any_language_of_the_house(String text) {
        assertThat(Line.of(text, Typeface.TEXT, true).glyphs())
                .allSatisfy(g -> assertThat(g.id()).as(g.source()).isPositive());
        assertThat(Line.of(text, Typeface.DISPLAY, true).glyphs())
                .allSatisfy(g -> assertThat(g.id()).as(g.source()).isPositive());
    }

    @Test
    void digits_run_from_left_to_right_inside_arabic() {
        String line = slots(Line.of("دورة 2026 الأمن", Typeface.TEXT, true)).replaceAll("[\u200e\u200f]", "");
        assertThat(line).isEqualTo("نمألا 2026 ةرود");
    }

    @Test
    void an_identity_number_keeps_its_order_when_it_is_isolated() {
        String isolated = slots(Line.of("رقم \u2066784-1990-1\u2069 هنا", Typeface.TEXT, true));
        assertThat(isolated).contains("784-1990-1").doesNotContain("\u2066").doesNotContain("\u2069");
    }

    @Test
    void what_only_orders_text_draws_nothing_and_takes_no_room() {
        Line plain = Line.of("سارة", Typeface.DISPLAY, true);
        Line ordered = Line.of("\u200fسا\u061cرة\u202c\n", Typeface.DISPLAY, true);
        assertThat(ordered.glyphs()).isEqualTo(plain.glyphs());
        assertThat(Line.of("", Typeface.TEXT, true).width()).isZero();
        assertThat(Line.of("\u200f", Typeface.TEXT, true).glyphs()).isEmpty();
    }

    @Test
    void slots_lie_side_by_side_over_the_whole_line_whatever_is_written() {
        AnyName any = new AnyName(7);
        for (int i = 0; i < 300; i++) {
            String name = i % 3 == 0 ? any.arabic() : i % 3 == 1 ? any.latin() : any.mixed();
            Line line = Line.of(name, Typeface.DISPLAY, i % 3 != 1);
            float at = 0;
            for (Line.Slot slot : line.slots()) {
                assertThat(slot.x()).as(name).isCloseTo(at, within());
                assertThat(slot.width()).as(name).isPositive();
                at = slot.x() + slot.width();
            }
            assertThat(at).as(name).isCloseTo(line.width(), org.assertj.core.api.Assertions.within(0.3f));
            assertThat(sorted(slots(line).replaceAll("[\u200e\u200f]", "")))
                    .as(name)
                    .isEqualTo(sorted(name));
        }
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.api.Assertions.within(0.2f);
    }

    private static String sorted(String text) {
        return text.codePoints().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }
}
