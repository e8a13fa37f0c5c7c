package org.kulluna.paper;

import java.awt.font.GlyphVector;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Text of one direction and one face, to be shaped by the JDK. */
record Run(String text, Face face, int level) {
    /** The JDK's sign for a glyph that another took in. */
    private static final int GONE = 0xfffe;

    /** Of a slot, in ems: what has no room of its own must still be found. */
    private static final float LEAST = 0.01f;

    boolean isRightToLeft() {
        return (level & 1) == 1;
    }

    /** Adds glyphs and slots from {@code x} on, all in ems. @return its width */
    float shape(float x, List<Line.Glyph> glyphs, List<Line.Slot> slots) {
        FontFile file = face.file();
        float em = file.unitsPerEm;
        GlyphVector shaped = file.shape(text.toCharArray(), isRightToLeft());
        int count = shaped.getNumGlyphs();
        float width = (float) shaped.getGlyphPosition(count).getX() / em;
        int[] group = groups(shaped, file);
        float[] starts = new float[text.length()];
        Arrays.fill(starts, Float.NaN);
        boolean[] said = new boolean[text.length()];
        for (int i = 0; i < count; i++) {
            int id = shaped.getGlyphCode(i);
            if (id >= GONE) {
                continue;
            }
            float at = (float) shaped.getGlyphPosition(i).getX() / em;
            int first = group[shaped.getGlyphCharIndex(i)];
            if (file.advance(id) > 0) {
                starts[first] = Float.isNaN(starts[first]) ? at : Math.min(starts[first], at);
            }
            float up = -(float) shaped.getGlyphPosition(i).getY() / em;
            glyphs.add(new Line.Glyph(face, id, x + at, up, said[first] ? "" : source(group, first)));
            said[first] = true;
        }
        slot(x, width, group, starts, slots);
        return width;
    }

    /** For each character the first of those that share its room: a ligature's letters, a letter's marks. */
    private int[] groups(GlyphVector shaped, FontFile file) {
        boolean[] wide = new boolean[text.length()];
        for (int i = 0; i < shaped.getNumGlyphs(); i++) {
            int id = shaped.getGlyphCode(i);
            wide[shaped.getGlyphCharIndex(i)] |= id < GONE && file.advance(id) > 0;
        }
        int[] group = new int[text.length()];
        int open = 0;
        for (int c = 0; c < group.length; c++) {
            open = wide[c] ? c : open;
            group[c] = open;
        }
        return group;
    }

    private String source(int[] group, int first) {
        int end = first;
        while (end < group.length && group[end] == first) {
            end++;
        }
        return text.substring(first, end);
    }

    /** Lays the groups' slots side by side from left to right, without gap or overlap. */
    private void slot(float x, float width, int[] group, float[] starts, List<Line.Slot> slots) {
        int[] firsts =
                IntStream.range(0, group.length).filter(c -> group[c] == c).toArray();
        float from = 0;
        for (int i = 0; i < firsts.length; i++) {
            int[] characters = source(group, visual(firsts, i)).codePoints().toArray();
            float next = i + 1 == firsts.length ? width : starts[visual(firsts, i + 1)];
            float each = Math.max(LEAST, ((Float.isNaN(next) ? width : next) - from) / characters.length);
            for (int n = 0; n < characters.length; n++) {
                slots.add(new Line.Slot(Character.toString(visual(characters, n)), x + from + n * each, each));
            }
            from += characters.length * each;
        }
    }

    private int visual(int[] logical, int fromLeft) {
        return logical[isRightToLeft() ? logical.length - 1 - fromLeft : fromLeft];
    }
}
