package org.kulluna.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kulluna.support.PaperTools;

/** A file as other programs read it: unmodified pdftotext, zbarimg and qpdf. */
@Tag("slow")
class PdfTest {
    private static byte[] page(Consumer<Sheet> draw) {
        return Pdf.page(Pdf.A4_LONG, Pdf.A4_SHORT, "محاولة", draw);
    }

    private static byte[] lines(List<String> texts, Typeface typeface) {
        return page(sheet -> {
            float y = 30;
            for (String text : texts) {
                boolean arabic = text.codePoints().anyMatch(c -> c >= 0x600 && c < 0x700);
                Sheet.Align align = arabic ? Sheet.Align.RIGHT : Sheet.Align.LEFT;
                sheet.text(Line.of(text, typeface, arabic), arabic ? 820 : 20, y, 11, Ink.BLACK, align);
                y += 30;
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "سارة محمد خان",
                "مُحَمَّدُ بْنُ عَبْدِ اللهِ السَّلامِيّ",
                "عبد الرحمٰن (أبو خالد) آل نهيان",
                "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ",
                "لأجل الإسلام والآلاء لا للإهمال",
                "Łukasz O’Connor (née Žižek)"
            })
    void a_name_is_found_as_typed_before_any_normalisation(String name) {
        for (Typeface typeface : List.of(Typeface.DISPLAY, Typeface.BOLD)) {
            assertThat(PaperTools.text(lines(List.of(name), typeface))).contains(name);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_written_is_read_back_in_order(long seed) {
        AnyName any = new AnyName(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            names.addAll(List.of(any.arabic(), any.latin(), any.mixed()));
        }
        for (Typeface typeface : List.of(Typeface.DISPLAY, Typeface.TEXT)) {
            assertThat(PaperTools.letters(lines(names, typeface))).contains(names);
        }
    }

    @Test
    void letters_no_face_has_show_a_box_and_are_still_read_back() {
        byte[] pdf = lines(List.of("سارة 山田 \uD83D\uDE00 خان"), Typeface.TEXT);
        assertThat(PaperTools.letters(pdf)).contains("山田").contains("\uD83D\uDE00");
    }

    @Test
    void english_may_outweigh_arabic_and_dates_in_arabic_stay_in_order() {
        byte[] pdf = lines(
                List.of(
                        "English ".repeat(15).strip(),
                        "في 24 مايو 2022",
                        "Latin ".repeat(15).strip()),
                Typeface.TEXT);
        assertThat(PaperTools.letters(pdf)).contains("في 24 مايو 2022");
    }

    @Test
    void the_file_is_sound_and_the_same_drawing_gives_the_same_bytes() {
        byte[] pdf = lines(List.of("سارة خان", "Sara Khan (2)"), Typeface.DISPLAY);
        assertThat(PaperTools.faults(pdf)).isEmpty();
        assertThat(lines(List.of("سارة خان", "Sara Khan (2)"), Typeface.DISPLAY))
                .isEqualTo(pdf);
    }

    @Test
    void a_code_is_read_from_the_page() {
        String address = "https://kulluna.example/certificates/3f9c2b7a41d84e0c9a77c5d2e18b6f04";
        assertThat(PaperTools.codes(page(sheet -> sheet.qr(Qr.of(address), 300, 300, 66))))
                .isEqualTo(address);
    }

    @Test
    void every_font_is_embedded_in_parts_and_a_stencil_may_go_into_many_files() throws IOException {
        Stencil stencil = Stencil.of(
                100, 100, s -> s.text(Line.of("كلنا", Typeface.TEXT, true), 50, 50, 12, Ink.GOLD, Sheet.Align.CENTRE));
        for (int i = 0; i < 2; i++) {
            byte[] pdf = page(sheet -> {
                sheet.stamp(stencil);
                sheet.text(Line.of("معًا", Typeface.TEXT, true), 400, 50, 12, Ink.BLACK, Sheet.Align.CENTRE);
            });
            assertThat(PaperTools.letters(pdf)).contains("كلنا").contains("معًا");
            assertThat(pdf.length).isLessThan(40_000);
            try (PDDocument read = Loader.loadPDF(pdf)) {
                assertThat(read.getNumberOfPages()).isEqualTo(1);
                for (var name : read.getPage(0).getResources().getFontNames()) {
                    assertThat(read.getPage(0).getResources().getFont(name).isEmbedded())
                            .isTrue();
                }
            }
        }
    }
}
