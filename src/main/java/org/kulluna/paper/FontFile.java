package org.kulluna.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One TrueType file, twice: as the JDK shapes text with it and as PDFBox cuts it down. Both name glyphs by the same ids. */
final class FontFile {
    /** Unhinted, so that positions are those of the file's own units. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    final String name;
    final TrueTypeFont ttf;
    final int unitsPerEm;
    private final Font font;

    private FontFile(String name, TrueTypeFont ttf, Font font) throws IOException {
        this.name = name;
        this.ttf = ttf;
        this.unitsPerEm = ttf.getUnitsPerEm();
        this.font = font.deriveFont((float) unitsPerEm)
                .deriveFont(Map.of(
                        TextAttribute.KERNING,
                        TextAttribute.KERNING_ON,
                        TextAttribute.LIGATURES,
                        TextAttribute.LIGATURES_ON));
    }

    static FontFile read(String name) {
        try (InputStream in = FontFile.class.getResourceAsStream("/paper/" + name + ".ttf")) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            TrueTypeFont ttf = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Read now what is read lazily, before threads share it.
            ttf.getHorizontalMetrics();
            ttf.getGlyph();
            ttf.getOS2Windows();
            return new FontFile(name, ttf, Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(name, e);
        }
    }

    boolean has(int codePoint) {
        return font.canDisplay(codePoint);
    }

    /** Glyphs from left to right, at positions in units of the em. */
    GlyphVector shape(char[] text, boolean rightToLeft) {
        return font.layoutGlyphVector(
                EXACT, text, 0, text.length, rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
    }

    int advance(int glyph) {
        try {
            return ttf.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
