package org.kulluna.paper;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is drawn on one page, in points from its upper left corner. Text is drawn twice: glyph by glyph where shaping put
 * it, which nobody copies, and over it invisibly character by character as typed, which is what readers copy.
 */
public final class Sheet {
    /** Where a text's given point lies. */
    public enum Align {
        LEFT(0f),
        CENTRE(0.5f),
        RIGHT(1f);

        final float part;

        Align(float part) {
            this.part = part;
        }
    }

    private final float width;
    private final float height;
    private final StringBuilder ops = new StringBuilder(32_768);
    private final Map<Face, FontSubset> fonts = new EnumMap<>(Face.class);
    private final Map<String, Stencil> stencils = new LinkedHashMap<>();
    private int directions;

    Sheet(float width, float height) {
        this.width = width;
        this.height = height;
    }

    public float width() {
        return width;
    }

    public float height() {
        return height;
    }

    /** Draws what was drawn once for many pages. */
    public void stamp(Stencil stencil) {
        String name = "S" + stencils.size();
        stencils.put(name, stencil);
        ops.append('/').append(name).append(" Do\n");
    }

    public void text(Line line, float x, float baseline, float size, Ink ink, Align align) {
        float from = x - line.width() * size * align.part;
        fill(ink);
        ops.append("/Span <</ActualText ()>> BDC\nBT\n");
        Face face = null;
        for (Line.Glyph g : line.glyphs()) {
            if (g.face() != face) {
                face = g.face();
                ops.append("/F").append(face.ordinal()).append(' ');
                number(size).append("Tf\n");
            }
            int code = fonts.computeIfAbsent(face, FontSubset::new).code(g.id(), g.source());
            matrix(1, 1, from + g.x() * size, height - baseline + g.y() * size);
            ops.append("Tm <").append(FontSubset.hex(code)).append("> Tj\n");
        }
        ops.append("ET\nEMC\n");
        slots(line.slots(), from, height - baseline, size);
    }

    private void slots(List<Line.Slot> slots, float x, float y, float size) {
        ops.append("BT 3 Tr /Slots 1 Tf\n");
        for (Line.Slot slot : slots) {
            String c = slot.character();
            boolean beyond = c.length() > 1;
            if (beyond) {
                ops.append("/Span <</ActualText <FEFF")
                        .append(FontSubset.utf16(c))
                        .append(">>> BDC\n");
            }
            directions += direction(c.codePointAt(0));
            matrix(slot.width() * size, size, x + slot.x() * size, y);
            ops.append("Tm <").append(FontSubset.hex(c.charAt(0))).append("> Tj\n");
            if (beyond) {
                ops.append("EMC\n");
            }
        }
        ops.append("0 Tr ET\n");
    }

    private static int direction(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> 1;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> -1;
            default -> 0;
        };
    }

    /**
     * A reader takes a page for right-to-left when most of its letters are, and garbles the dates in Arabic lines
     * otherwise. Beside the English beneath, marks in the lower margin make up for what Arabic writes without vowels.
     */
    private void lean() {
        if (directions < 0) {
            return;
        }
        String marks = "200F".repeat(directions + 1);
        ops.append("BT 3 Tr /Slots 1 Tf ");
        matrix(0.5f, 1, 20, 4);
        ops.append("Tm <").append(marks).append("> Tj 0 Tr ET\n");
        directions = -1;
    }

    /** The round cap of a line hardly long enough to be one: a tenth of the bytes of a circle's curves. */
    public void dot(float x, float y, float radius, Ink ink) {
        ops.append("1 J ");
        line(x - 0.01f, y, x + 0.01f, y, 2 * radius, ink);
        ops.append("0 J\n");
    }

    public void line(float x1, float y1, float x2, float y2, float weight, Ink ink) {
        colour(ink).append("RG ");
        number(weight).append("w ");
        number(x1);
        number(height - y1).append("m ");
        number(x2);
        number(height - y2).append("l S\n");
    }

    public void box(float x, float y, float wide, float high, Ink ink) {
        fill(ink);
        number(x);
        number(height - y - high);
        number(wide);
        number(high).append("re f\n");
    }

    /** A square with its quiet zone inside. */
    public void qr(Qr qr, float x, float y, float side) {
        box(x, y, side, side, Ink.WHITE);
        path(qr.path(), x, y, side / qr.size(), Ink.BLACK);
    }

    /** The path of an SVG: M, L, Q, Z with absolute and h, v with relative numbers. */
    public void path(String d, float x, float y, float scale, Ink ink) {
        ops.append("q ");
        fill(ink);
        matrix(scale, -scale, x, height - y);
        ops.append("cm ").append(SvgPath.operators(d)).append("f Q\n");
    }

    private void fill(Ink ink) {
        colour(ink).append("rg ");
    }

    private StringBuilder colour(Ink ink) {
        part(ink.rgb >> 16);
        part(ink.rgb >> 8);
        return part(ink.rgb);
    }

    private StringBuilder part(int channel) {
        return Numbers.appendScale(ops, (channel & 255) / 255f).append(' ');
    }

    private void matrix(float a, float d, float e, float f) {
        Numbers.appendScale(ops, a).append(" 0 0 ");
        Numbers.appendScale(ops, d).append(' ');
        number(e);
        number(f);
    }

    private StringBuilder number(float n) {
        return Numbers.append(ops, n).append(' ');
    }

    /** Its operators, deflated. */
    byte[] content() {
        lean();
        return Streams.deflate(ops.toString().getBytes(StandardCharsets.US_ASCII));
    }

    Map<String, Stencil> stencils() {
        return stencils;
    }

    /** The fonts it draws with, by their names in it. */
    Map<String, FontData> fonts() {
        Map<String, FontData> all = new LinkedHashMap<>();
        fonts.forEach((face, subset) -> all.put("F" + face.ordinal(), subset.finish()));
        all.put("Slots", FontData.SLOTS);
        return all;
    }
}
