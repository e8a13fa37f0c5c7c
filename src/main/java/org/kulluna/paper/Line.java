package org.kulluna.paper;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of text, shaped: its glyphs and, for each character as typed, the slot in which a reader's copy finds it.
 * Both run from left to right; all measures are in ems, so that a line is shaped once for every size.
 */
public final class Line {
    /** @param source the characters this glyph stands for; empty when an earlier one of its group says them */
    record Glyph(Face face, int id, float x, float y, String source) {}

    /** One character as typed (two UTF-16 units beyond the first plane). */
    record Slot(String character, float x, float width) {}

    private final List<Glyph> glyphs;
    private final List<Slot> slots;
    private final float width;

    private Line(List<Glyph> glyphs, List<Slot> slots, float width) {
        this.glyphs = List.copyOf(glyphs);
        this.slots = List.copyOf(slots);
        this.width = width;
    }

    /**
     * @param rightToLeft the direction of the whole line (UAX #9, paragraph level), whatever it begins with; a text
     *     that has no letter of that direction goes its own way
     */
    public static Line of(String text, Typeface typeface, boolean rightToLeft) {
        List<Run> runs = runs(text, typeface, rightToLeft);
        if (runs.isEmpty()) {
            return new Line(List.of(), List.of(), 0);
        }
        byte[] levels = new byte[runs.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) runs.get(i).level();
        }
        Run[] visual = runs.toArray(Run[]::new);
        Bidi.reorderVisually(levels, 0, visual, 0, visual.length);
        List<Glyph> glyphs = new ArrayList<>();
        List<Slot> slots = new ArrayList<>();
        float x = 0;
        List<Slot> ofOneDirection = new ArrayList<>();
        for (int i = 0; i < visual.length; i++) {
            x += visual[i].shape(x, glyphs, ofOneDirection);
            boolean rtl = visual[i].isRightToLeft();
            if (i + 1 == visual.length || visual[i + 1].isRightToLeft() != rtl) {
                slots.addAll(Reading.sure(ofOneDirection, rtl));
                ofOneDirection.clear();
            }
        }
        return new Line(glyphs, slots, x);
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Slot> slots() {
        return slots;
    }

    /** In ems: times the size it is in points. */
    public float width() {
        return width;
    }

    /** Pieces of one direction and one face, as typed. What only orders text has done its work then, and is left out. */
    private static List<Run> runs(String text, Typeface typeface, boolean rightToLeft) {
        boolean stands = text.codePoints().anyMatch(c -> isLetter(c, rightToLeft))
                || text.codePoints().noneMatch(c -> isLetter(c, !rightToLeft));
        Bidi bidi = new Bidi(text, rightToLeft == stands ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < bidi.getRunCount(); i++) {
            Face face = null;
            StringBuilder piece = new StringBuilder();
            for (int at = bidi.getRunStart(i); at < bidi.getRunLimit(i); ) {
                int c = text.codePointAt(at);
                at += Character.charCount(c);
                if (!isShown(c)) {
                    continue;
                }
                Face next = face != null && stays(c, face) ? face : typeface.of(c);
                if (face != null && next != face) {
                    runs.add(new Run(piece.toString(), face, bidi.getRunLevel(i)));
                    piece.setLength(0);
                }
                face = next;
                piece.appendCodePoint(c);
            }
            if (face != null) {
                runs.add(new Run(piece.toString(), face, bidi.getRunLevel(i)));
            }
        }
        return runs;
    }

    private static boolean isLetter(int c, boolean rightToLeft) {
        byte direction = Character.getDirectionality(c);
        return rightToLeft
                ? direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                : direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    /** A mark stays with its letter, and what every face has (a space, a dot) with its neighbour. */
    private static boolean stays(int c, Face face) {
        return isMark(c) || !Character.isLetterOrDigit(c) && face.file().has(c);
    }

    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200c || c == 0x200d;
    }

    private static boolean isShown(int c) {
        boolean orders = c == 0x061c || c == 0x200e || c == 0x200f || c >= 0x202a && c <= 0x202e;
        return !orders && !(c >= 0x2066 && c <= 0x2069) && !Character.isISOControl(c);
    }
}
