package org.kulluna.paper;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.HorizontalHeaderTable;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;

/**
 * A font ready to be put into a file: Type0 over CIDFontType2, its streams deflated already. It knows no file, so one may
 * go into many.
 *
 * @param widths the W array of its codes, as written: {@code 1 [600 250 …]}
 */
record FontData(
        String name,
        int[] box,
        int ascent,
        int descent,
        byte[] program,
        byte[] toGlyph,
        String widths,
        byte[] toUnicode) {
    /**
     * What a reader copies: invisible characters one em wide, each code the UTF-16 unit it stands for. Its glyph is the
     * space of a face without hints, the smallest there is.
     */
    static final FontData SLOTS = slots();

    static FontData of(FontFile file, byte[] program, byte[] toGlyph, String widths, byte[] toUnicode) {
        try {
            HeaderTable head = file.ttf.getHeader();
            HorizontalHeaderTable lines = file.ttf.getHorizontalHeader();
            float scale = 1000f / file.unitsPerEm;
            int[] box = {
                Math.round(head.getXMin() * scale), Math.round(head.getYMin() * scale),
                Math.round(head.getXMax() * scale), Math.round(head.getYMax() * scale)
            };
            return new FontData(
                    file.name,
                    box,
                    Math.round(lines.getAscender() * scale),
                    Math.round(lines.getDescender() * scale),
                    Streams.deflate(program),
                    Streams.deflate(toGlyph),
                    widths,
                    Streams.deflate(toUnicode));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FontData slots() {
        Face face = Face.AMIRI_BOLD;
        FontSubset blank = new FontSubset(face);
        blank.code(face.file().shape(new char[] {' '}, false).getGlyphCode(0), " ");
        FontData data = blank.finish();
        byte[] toGlyph = new byte[2 * 0x10000];
        for (int i = 1; i < toGlyph.length; i += 2) {
            toGlyph[i] = 1;
        }
        List<String> ranges = IntStream.range(0, 256)
                .mapToObj(high -> "<%02X00> <%02XFF> <%02X00>".formatted(high, high, high))
                .toList();
        byte[] map = CMaps.toUnicode("bfrange", ranges).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return new FontData(
                "Slots",
                data.box,
                data.ascent,
                data.descent,
                data.program,
                Streams.deflate(toGlyph),
                "",
                Streams.deflate(map));
    }

    /** Its dictionary for a file's resources. Six letters before the name say that it is a part (9.6.4). */
    COSDictionary dictionary(int number) {
        String full = tag(number) + "+" + name;
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, full);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.TO_UNICODE, Streams.stored(toUnicode));
        COSArray descendants = new COSArray();
        descendants.add(descendant(full));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }

    private COSDictionary descendant(String full) {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "Identity");
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setName(COSName.BASE_FONT, full);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.FONT_DESC, descriptor(full));
        font.setItem(COSName.CID_TO_GID_MAP, Streams.stored(toGlyph));
        font.setInt(COSName.DW, 1000);
        if (!widths.isEmpty()) {
            font.setItem(COSName.W, widthArray());
        }
        return font;
    }

    private COSArray widthArray() {
        COSArray each = new COSArray();
        String inner =
                widths.substring(widths.indexOf('[') + 1, widths.indexOf(']')).strip();
        for (String width : inner.split(" ")) {
            each.add(COSInteger.get(Long.parseLong(width)));
        }
        COSArray all = new COSArray();
        all.add(COSInteger.ONE);
        all.add(each);
        return all;
    }

    private COSDictionary descriptor(String full) {
        COSDictionary d = new COSDictionary();
        d.setItem(COSName.TYPE, COSName.FONT_DESC);
        d.setName(COSName.FONT_NAME, full);
        d.setInt(COSName.FLAGS, 4);
        COSArray bounds = new COSArray();
        for (int edge : box) {
            bounds.add(COSInteger.get(edge));
        }
        d.setItem(COSName.FONT_BBOX, bounds);
        d.setInt(COSName.ITALIC_ANGLE, 0);
        d.setInt(COSName.ASCENT, ascent);
        d.setInt(COSName.DESCENT, descent);
        d.setInt(COSName.CAP_HEIGHT, ascent);
        d.setInt(COSName.STEM_V, 80);
        d.setItem(COSName.FONT_FILE2, Streams.stored(program));
        return d;
    }

    private static String tag(int number) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0, rest = number; i < 6; i++, rest /= 26) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
