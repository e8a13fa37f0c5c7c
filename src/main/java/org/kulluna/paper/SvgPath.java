package org.kulluna.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few path commands of SVG that the house's own drawings use, as operators of PDF. */
final class SvgPath {
    private static final Pattern COMMAND = Pattern.compile("([A-Za-z])([^A-Za-z]*)");

    private final StringBuilder ops = new StringBuilder();
    private float x;
    private float y;

    private SvgPath() {}

    static String operators(String d) {
        SvgPath path = new SvgPath();
        Matcher m = COMMAND.matcher(d);
        while (m.find()) {
            path.command(m.group(1).charAt(0), numbers(m.group(2)));
        }
        return path.ops.toString();
    }

    private void command(char name, float[] n) {
        switch (name) {
            case 'M' -> to(n[0], n[1], "m ");
            case 'L' -> to(n[0], n[1], "l ");
            case 'h' -> to(x + n[0], y, "l ");
            case 'v' -> to(x, y + n[0], "l ");
            case 'Q' -> quadratic(n);
            case 'Z', 'z' -> ops.append("h ");
            default -> throw new IllegalArgumentException("path command " + name);
        }
    }

    private void to(float nextX, float nextY, String operator) {
        x = nextX;
        y = nextY;
        point(x, y);
        ops.append(operator);
    }

    /** PDF knows cubic curves only: their handles lie two thirds of the way to the one handle of this one. */
    private void quadratic(float[] n) {
        point(x + (n[0] - x) * 2 / 3, y + (n[1] - y) * 2 / 3);
        point(n[2] + (n[0] - n[2]) * 2 / 3, n[3] + (n[1] - n[3]) * 2 / 3);
        to(n[2], n[3], "c ");
    }

    private void point(float px, float py) {
        Numbers.append(ops, px).append(' ');
        Numbers.append(ops, py).append(' ');
    }

    private static float[] numbers(String text) {
        String[] parts = text.replace("-", " -").replace(',', ' ').strip().split("\\s+");
        float[] n = new float[parts.length];
        for (int i = 0; i < n.length && !parts[i].isEmpty(); i++) {
            n[i] = Float.parseFloat(parts[i]);
        }
        return n;
    }
}
