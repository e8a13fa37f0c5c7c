package org.kulluna.certificates;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kulluna.paper.Fitted;
import org.kulluna.paper.Ink;
import org.kulluna.paper.Line;
import org.kulluna.paper.Pdf;
import org.kulluna.paper.Qr;
import org.kulluna.paper.Sheet;
import org.kulluna.paper.Stencil;
import org.kulluna.paper.Typeface;
import org.kulluna.shared.LocalizedText;

/**
 * The certificate on paper: A4 lying, Arabic leading and English beneath. The same certificate gives the same bytes.
 *
 * @param issuer the unit in both languages
 * @param day as of which it says how it stands
 * @param address where anybody may check it
 * @param demo says on the paper that all of it is invented
 */
record CertificatePaper(Certificate certificate, LocalizedText issuer, LocalDate day, String address, boolean demo) {
    private static final float MIDDLE = Pdf.A4_LONG / 2;
    private static final float WIDE = 600;
    private static final Map<CertificateWords.Kind, Stencil> STENCILS = new ConcurrentHashMap<>();

    byte[] pdf() {
        CertificateWords words = new CertificateWords(certificate, issuer, day);
        CertificateWords.Kind kind = new CertificateWords.Kind(certificate.course() != null, demo);
        Stencil stencil = STENCILS.computeIfAbsent(kind, CertificatePaper::stencil);
        return Pdf.page(Pdf.A4_LONG, Pdf.A4_SHORT, words.title(), sheet -> {
            sheet.stamp(stencil);
            standing(sheet, words.standing());
            holder(sheet);
            achievement(sheet, words);
            facts(sheet, words);
            proof(sheet);
        });
    }

    /** What is on every certificate of that kind. */
    private static Stencil stencil(CertificateWords.Kind kind) {
        return Stencil.of(Pdf.A4_LONG, Pdf.A4_SHORT, sheet -> {
            CertificateFrame.draw(sheet);
            pair(sheet, CertificateWords.house(), MIDDLE, 91, 9, Ink.GREY);
            LocalizedText heading = CertificateWords.heading(kind);
            ar(sheet, heading.ar(), Typeface.BOLD, MIDDLE, 134, 29, Ink.BLACK);
            en(sheet, heading.en(), Typeface.LATIN, MIDDLE, 153, 11.5f, Ink.GOLD_TEXT);
            pair(sheet, CertificateWords.of("awarded-to"), MIDDLE, 195, 11, Ink.GREY);
            pair(sheet, CertificateWords.purpose(kind), MIDDLE, 309, 11, Ink.GREY);
            if (kind.demo()) {
                LocalizedText demo = CertificateWords.demo();
                ar(sheet, demo.ar(), Typeface.BOLD, MIDDLE + 170, 58, 9, Ink.RED);
                en(sheet, demo.en(), Typeface.LATIN_BOLD, MIDDLE - 170, 58, 8, Ink.RED);
            }
            signature(sheet, CertificateWords.of("signature-issuer"), MIDDLE + 215);
            signature(sheet, CertificateWords.of("signature-training"), MIDDLE - 215);
            LocalizedText check = CertificateWords.of("check");
            en(sheet, check.en(), Typeface.LATIN, MIDDLE - 58, 548, 6.5f, Ink.GREY);
            ar(sheet, check.ar(), Typeface.TEXT, MIDDLE + 58, 548, 7, Ink.GREY);
        });
    }

    private static void signature(Sheet sheet, LocalizedText who, float x) {
        sheet.line(x - 85, 520, x + 85, 520, 0.6f, Ink.GREY);
        pair(sheet, who, x, 533, 9, Ink.GREY);
    }

    private static void standing(Sheet sheet, LocalizedText standing) {
        if (!standing.ar().isEmpty()) {
            ar(sheet, standing.ar(), Typeface.BOLD, MIDDLE, 168, 9, Ink.RED);
            en(sheet, standing.en(), Typeface.LATIN, MIDDLE, 178, 7.5f, Ink.RED);
        }
    }

    private void holder(Sheet sheet) {
        LocalizedText name = certificate.name();
        boolean two = !name.ar().isBlank() && !name.en().isBlank() && !name.ar().equals(name.en());
        fit(sheet, name.in("ar"), Typeface.DISPLAY, true, 212, two ? 56 : 80, 38, Ink.BLACK);
        if (two) {
            fit(sheet, name.en(), Typeface.DISPLAY, false, 266, 28, 19, Ink.BLACK);
        }
    }

    private void achievement(Sheet sheet, CertificateWords words) {
        LocalizedText what = words.achievement();
        fit(sheet, what.in("ar"), Typeface.BOLD, true, 324, 34, 22, Ink.BLACK);
        fit(sheet, what.in("en"), Typeface.LATIN, false, 357, 19, 13, Ink.BLACK);
        LocalizedText also = words.qualification();
        fit(sheet, also.ar(), Typeface.TEXT, true, 377, 16, 10.5f, Ink.GREY);
        fit(sheet, also.en(), Typeface.LATIN, false, 391, 13, 8.5f, Ink.GREY);
    }

    private static void facts(Sheet sheet, CertificateWords words) {
        List<CertificateWords.Fact> facts = words.facts();
        float each = 680f / facts.size();
        float right = MIDDLE + 340;
        for (CertificateWords.Fact fact : facts) {
            float x = right - each / 2;
            pair(sheet, fact.label(), x, 421, 8, Ink.GOLD_TEXT);
            Fitted.in(fact.value().ar(), Typeface.BOLD, true, each - 20, 18, 11).draw(sheet, x, 434, 18, Ink.BLACK);
            Fitted.in(fact.value().en(), Typeface.LATIN, false, each - 20, 13, 8.5f)
                    .draw(sheet, x, 451, 13, Ink.BLACK);
            right -= each;
            if (fact != facts.getLast()) {
                sheet.line(right, 414, right, 462, 0.5f, Ink.SOFT);
            }
        }
    }

    private void proof(Sheet sheet) {
        float side = 68;
        sheet.qr(Qr.of(address), MIDDLE - side / 2, 472, side);
        en(sheet, certificate.code(), Typeface.LATIN, MIDDLE, 558, 7.5f, Ink.BLACK);
    }

    private static void fit(
            Sheet sheet, String text, Typeface face, boolean ar, float top, float high, float size, Ink ink) {
        Fitted.in(text, face, ar, WIDE, high, size).draw(sheet, MIDDLE, top, high, ink);
    }

    private static void pair(Sheet sheet, LocalizedText text, float x, float y, float size, Ink ink) {
        ar(sheet, text.ar(), Typeface.TEXT, x, y, size, ink);
        en(sheet, text.en(), Typeface.LATIN, x, y + size * 1.2f, size * 0.8f, ink);
    }

    private static void ar(Sheet sheet, String text, Typeface face, float x, float y, float size, Ink ink) {
        sheet.text(Line.of(text, face, true), x, y, size, ink, Sheet.Align.CENTRE);
    }

    private static void en(Sheet sheet, String text, Typeface face, float x, float y, float size, Ink ink) {
        sheet.text(Line.of(text, face, false), x, y, size, ink, Sheet.Align.CENTRE);
    }
}
