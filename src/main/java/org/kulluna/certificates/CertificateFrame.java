package org.kulluna.certificates;

import org.kulluna.paper.Ink;
import org.kulluna.paper.Mark;
import org.kulluna.paper.Sheet;

/** The frame of dots: people side by side around the sheet, the mark where they meet, and fans of them in the corners. */
final class CertificateFrame {
    private static final float EDGE = 28;
    private static final float STEP = 9.4f;
    private static final float DOT = 2.4f;
    /** How far the fans reach along the edges, and the rings of each. */
    private static final float FAN = 74;

    private static final int RINGS = 5;
    private static final float MARK = 0.9f;
    /** Half of the gap the mark stands in. */
    private static final float GAP = 54;
    /** Half of the gap below, where the code is printed. */
    private static final float CODE = 112;

    private final Sheet sheet;
    private final float right;
    private final float bottom;

    private CertificateFrame(Sheet sheet) {
        this.sheet = sheet;
        this.right = sheet.width() - EDGE;
        this.bottom = sheet.height() - EDGE;
    }

    static void draw(Sheet sheet) {
        CertificateFrame frame = new CertificateFrame(sheet);
        frame.rows();
        frame.rules();
        frame.fan(EDGE, EDGE, 0);
        frame.fan(frame.right, EDGE, 1);
        frame.fan(frame.right, frame.bottom, 2);
        frame.fan(EDGE, frame.bottom, 3);
        Mark.draw(sheet, sheet.width() / 2 - Mark.WIDTH * MARK / 2, EDGE - 8, MARK);
    }

    private void rows() {
        float centre = sheet.width() / 2;
        for (float away = GAP; away <= centre - EDGE - FAN - STEP; away += STEP) {
            sheet.dot(centre - away, EDGE, DOT, Ink.SOFT);
            sheet.dot(centre + away, EDGE, DOT, Ink.SOFT);
        }
        for (float away = 0; away <= centre - EDGE - FAN - STEP; away += STEP) {
            sheet.dot(centre - away, bottom, DOT, away == 0 ? Ink.GOLD : Ink.SOFT);
            sheet.dot(centre + away, bottom, DOT, away == 0 ? Ink.GOLD : Ink.SOFT);
        }
        float middle = sheet.height() / 2;
        for (float away = 0; away <= middle - EDGE - FAN - STEP; away += STEP) {
            for (float x : new float[] {EDGE, right}) {
                sheet.dot(x, middle - away, DOT, away == 0 ? Ink.GOLD : Ink.SOFT);
                sheet.dot(x, middle + away, DOT, away == 0 ? Ink.GOLD : Ink.SOFT);
            }
        }
    }

    /** A fine line of gold inside the rows. */
    private void rules() {
        float in = EDGE + 9;
        float end = EDGE + FAN + STEP;
        float centre = sheet.width() / 2;
        float far = sheet.width();
        sheet.line(end, in, centre - GAP, in, 0.7f, Ink.GOLD);
        sheet.line(centre + GAP, in, far - end, in, 0.7f, Ink.GOLD);
        float low = sheet.height() - in;
        sheet.line(end, low, centre - CODE, low, 0.7f, Ink.GOLD);
        sheet.line(centre + CODE, low, far - end, low, 0.7f, Ink.GOLD);
        sheet.line(in, end, in, sheet.height() - end, 0.7f, Ink.GOLD);
        sheet.line(far - in, end, far - in, sheet.height() - end, 0.7f, Ink.GOLD);
    }

    /** Rings of a quarter around that corner; in each somebody stands out, and none beside the one before. */
    private void fan(float x, float y, int quarter) {
        for (int ring = 0; ring < RINGS; ring++) {
            double radius = 12 + ring * (FAN - 14) / (RINGS - 1.0);
            int people = Math.max(2, (int) Math.round(radius * Math.PI / 2 / (STEP + 0.8)));
            int gold = (ring * 5 + 1) % (people + 1);
            for (int i = 0; i <= people; i++) {
                double angle = Math.PI / 2 * (quarter + i / (double) people);
                sheet.dot(
                        x + (float) (radius * Math.cos(angle)),
                        y + (float) (radius * Math.sin(angle)),
                        DOT + 0.5f - ring * 0.3f,
                        i == gold ? Ink.GOLD : ring % 2 == 0 ? Ink.SOFT : Ink.GREY);
            }
        }
        sheet.dot(x, y, DOT + 0.9f, Ink.BLACK);
    }
}
