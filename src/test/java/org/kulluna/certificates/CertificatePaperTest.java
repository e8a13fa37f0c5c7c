package org.kulluna.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.support.PaperTools;

@Tag("slow")
class CertificatePaperTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 1);
    private static final LocalizedText COURSE =
            new LocalizedText("الإسعافات الأولية (المستوى 2)", "First aid (level 2)");
    private static final String LONG_AR =
            "عَبْدُ الرَّحْمٰنِ بْنُ مُحَمَّدِ بْنِ عَبْدِ اللهِ بْنِ سُلْطانَ الظّاهِرِيُّ (أَبُو خالِدٍ) "
                    + "بْنُ زايِدِ بْنِ خَليفَةَ بْنِ شَخْبوطَ بْنِ ذِيابِ بْنِ عِيسى";
    private static final String LONG_EN = "Abdulrahman bin Mohammed bin Abdullah bin Sultan Al Dhaheri (Abu Khalid) "
            + "bin Zayed bin Khalifa bin Shakhbut bin Dhiyab";

    private static Certificate certificate(
            String ar, String en, @Nullable LocalizedText course, @Nullable LocalDate to) {
        return certificate(ar, en, course, to, null);
    }

    private static Certificate certificate(
            String ar, String en, @Nullable LocalizedText course, @Nullable LocalDate to, @Nullable String newer) {
        return new Certificate(
                UUID.fromString("01890000-0000-7000-8000-000000000001"),
                "3f9c2b7a41d84e0c9a77c5d2e18b6f04",
                new PersonId(UUID.fromString("01890000-0000-7000-8000-000000000002")),
                new LocalizedText(ar, en),
                "first_aid",
                new LocalizedText("الإسعافات الأولية", "First aid"),
                course,
                course == null ? null : 750,
                "unit",
                "",
                LocalDate.of(2022, 5, 24),
                to,
                Instant.EPOCH,
                null,
                newer,
                newer == null ? null : LocalDate.of(2022, 5, 24));
    }

    private static byte[] pdf(Certificate c, boolean demo) {
        return new CertificatePaper(
                        c,
                        new LocalizedText("إدارة الشرطة المجتمعية", "Community Police Department"),
                        TODAY,
                        "https://kulluna.example/certificates/" + c.code(),
                        demo)
                .pdf();
    }

    @Test
    void it_says_who_holds_what_from_whom_since_when_and_until_when_in_both_languages() {
        String text = PaperTools.letters(
                pdf(certificate("سارة محمد خان", "Sara Mohammed Khan", COURSE, LocalDate.of(2024, 5, 23)), false));
        assertThat(text)
                .contains("سارة محمد خان", "Sara Mohammed Khan", COURSE.ar(), COURSE.en())
                .contains("ونيل مؤهل: الإسعافات الأولية", "and earning the qualification: First aid")
                .contains("إدارة الشرطة المجتمعية", "Community Police Department")
                .contains("12 ساعة و30 دقيقة", "12 hours 30 minutes")
                .contains("24 مايو 2022", "24 May 2022", "23 مايو 2024", "23 May 2024")
                .contains("3f9c2b7a41d84e0c9a77c5d2e18b6f04")
                .doesNotContain("⟦", "null");
    }

    @Test
    void without_a_course_it_proves_the_qualification_and_names_no_hours() {
        String text = PaperTools.letters(pdf(certificate("سارة", "Sara", null, null), false));
        assertThat(text)
                .contains(
                        "شهادة تأهيل",
                        "Certificate of qualification",
                        "الإسعافات الأولية",
                        "بلا تاريخ انتهاء",
                        "No end date")
                .doesNotContain("ساعات الحضور", "ونيل مؤهل");
    }

    @ParameterizedTest
    @CsvSource({
        "2022-06-30,, انتهت صلاحية هذه الشهادة في 30 يونيو 2022, This certificate expired on 30 June 2022",
        "2024-06-30,newer, حلّت محل هذه الشهادة شهادة أحدث, A newer certificate has taken the place of this one"
    })
    void how_it_stands_is_told_plainly(LocalDate to, @Nullable String newer, String ar, String en) {
        assertThat(PaperTools.letters(pdf(certificate("سارة", "Sara", COURSE, to, newer), false)))
                .contains(ar, en);
    }

    @Test
    void one_that_stands_says_nothing_of_the_kind() {
        assertThat(PaperTools.letters(pdf(certificate("سارة", "Sara", COURSE, TODAY), false)))
                .doesNotContain("انتهت", "expired", "newer");
    }

    @Test
    void in_the_demo_it_says_that_it_is_invented_and_nowhere_else() {
        Certificate c = certificate("سارة", "Sara", COURSE, null);
        assertThat(PaperTools.letters(pdf(c, true))).contains("كل الأشخاص والأرقام هنا مخترعة", "is invented");
        assertThat(PaperTools.letters(pdf(c, false))).doesNotContain("مخترعة", "invented");
    }

    @Test
    void its_code_leads_to_the_page_where_anybody_checks_it_and_the_file_is_sound() {
        byte[] pdf = pdf(certificate("سارة", "Sara", COURSE, null), true);
        assertThat(PaperTools.codes(pdf))
                .isEqualTo("https://kulluna.example/certificates/3f9c2b7a41d84e0c9a77c5d2e18b6f04");
        assertThat(PaperTools.faults(pdf)).isEmpty();
        assertThat(pdf.length).isLessThan(120_000);
    }

    @Test
    void the_same_certificate_gives_the_same_bytes() {
        Certificate c = certificate("سارة", "Sara", COURSE, null);
        assertThat(pdf(c, true)).isEqualTo(pdf(c, true));
    }

    /** The frame of a page with a short name, and of one with the longest, is the same picture: nothing runs into it. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "6,6"})
    void an_over_long_name_stays_in_its_box_and_loses_no_letter(int ar, int en) {
        String nameAr = (LONG_AR + " ").repeat(ar).strip();
        String nameEn = (LONG_EN + " ").repeat(en).strip();
        byte[] pdf = pdf(certificate(nameAr, nameEn, COURSE, null), false);
        assertThat(PaperTools.letters(pdf)).contains(nameAr, nameEn);
        BufferedImage usual = PaperTools.picture(pdf(certificate("سارة", "Sara", COURSE, null), false), 72);
        BufferedImage full = PaperTools.picture(pdf, 72);
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                boolean name = y > 205 && y < 300 && x > 118 && x < 724;
                if (!name && full.getRGB(x, y) != usual.getRGB(x, y)) {
                    throw new AssertionError("something runs over at " + x + ", " + y);
                }
            }
        }
    }

    @Test
    void the_picture_is_neither_blank_nor_black_and_has_gold_in_its_frame() {
        BufferedImage page = PaperTools.picture(pdf(certificate("سارة", "Sara", COURSE, null), false), 72);
        int dark = 0;
        int gold = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int rgb = page.getRGB(x, y) & 0xffffff;
                dark += (rgb >> 8 & 255) < 80 ? 1 : 0;
                gold += rgb == 0xb68a35 ? 1 : 0;
            }
        }
        assertThat(dark).isBetween(2_000, 60_000);
        assertThat(gold).isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({"1, 0001 سارة خان.pdf, سارة خان", "42, 0042 a b.pdf, a/..\\b", "7, 0007 محمد.pdf, '‏محمد '"})
    void a_file_in_the_batch_is_named_by_number_and_holder_with_nothing_a_file_may_not_hold(
            int number, String file, String name) {
        CertificatePaper paper = new CertificatePaper(
                certificate(name, "x", null, null), new LocalizedText("", ""), TODAY, "https://x", false);
        assertThat(CertificateFiles.name(number, paper)).isEqualTo(file);
    }
}
