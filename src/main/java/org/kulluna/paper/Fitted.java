package org.kulluna.paper;

import java.util.ArrayList;
import java.util.List;

/** A text made to fit a box: first smaller on one line, then on several, then smaller still; never cut, never over. */
public record Fitted(List<Line> lines, float size) {
    /** From baseline to baseline, in sizes: room for the tallest letter with its marks. */
    public static final float LEADING = 1.45f;

    /** From the top of a line's room to its baseline, in sizes. */
    private static final float ASCENT = 1.02f;

    /** How much smaller one line may become before there are two. */
    private static final float ONE_LINE = 0.68f;

    private static final float STEP = 0.96f;

    /** @param size in points, when there is room for it */
    public static Fitted in(
            String text, Typeface typeface, boolean rightToLeft, float width, float height, float size) {
        Line whole = Line.of(text, typeface, rightToLeft);
        float one = Math.min(size, width / Math.max(whole.width(), 0.001f));
        if (one >= size * ONE_LINE) {
            return new Fitted(List.of(whole), one);
        }
        for (float smaller = size * ONE_LINE; ; smaller *= STEP) {
            Fitted wrapped = new Fitted(wrap(text, typeface, rightToLeft, width / smaller), smaller);
            if (wrapped.height() <= height) {
                return wrapped.lines.size() < 2 ? wrapped : wrapped.balanced(text, typeface, rightToLeft, width);
            }
        }
    }

    public float height() {
        return lines.size() * size * LEADING;
    }

    /** In the middle of a box {@code high} points high whose upper edge is at {@code top}, around {@code x}. */
    public void draw(Sheet sheet, float x, float top, float high, Ink ink) {
        float baseline = top + (high - height()) / 2 + size * ASCENT;
        for (Line line : lines) {
            sheet.text(line, x, baseline, size, ink, Sheet.Align.CENTRE);
            baseline += size * LEADING;
        }
    }

    /** As many lines, but all about as long. */
    private Fitted balanced(String text, Typeface typeface, boolean rightToLeft, float width) {
        float enough = width / size;
        float tooLittle = 0;
        List<Line> best = lines;
        for (int i = 0; i < 6; i++) {
            float middle = (enough + tooLittle) / 2;
            List<Line> tried = wrap(text, typeface, rightToLeft, middle);
            if (tried.size() > lines.size()) {
                tooLittle = middle;
            } else {
                enough = middle;
                best = tried;
            }
        }
        return new Fitted(best, size);
    }

    /** Fills lines of that many ems word by word; a word longer than a line is parted between letters. */
    private static List<Line> wrap(String text, Typeface typeface, boolean rightToLeft, float ems) {
        List<Line> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = rest.length();
            Line line = Line.of(rest, typeface, rightToLeft);
            while (line.width() > ems && end > 1) {
                end = earlier(rest, end);
                line = Line.of(rest.substring(0, end).strip(), typeface, rightToLeft);
            }
            lines.add(line);
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** The last place before {@code end} where a line may end. */
    private static int earlier(String text, int end) {
        int space = text.substring(0, end).stripTrailing().lastIndexOf(' ');
        if (space > 0) {
            return space;
        }
        int at = text.offsetByCodePoints(end, -1);
        while (at > 1 && Line.isMark(text.codePointAt(at))) {
            at = text.offsetByCodePoints(at, -1);
        }
        return Math.max(at, 1);
    }
}
