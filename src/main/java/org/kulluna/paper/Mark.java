package org.kulluna.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The house's own mark, read from the one drawing that icons and pages use: a word, and dots side by side, one gold. */
public final class Mark {
    public static final float WIDTH = 80;
    public static final float HEIGHT = 64;
    private static final Mark DRAWN = read();

    private record Dot(float x, float y, float radius, Ink ink) {}

    private final String word;
    private final List<Dot> dots;

    private Mark(String word, List<Dot> dots) {
        this.word = word;
        this.dots = dots;
    }

    /** @param x its left edge; {@code y} its upper one */
    public static void draw(Sheet sheet, float x, float y, float scale) {
        sheet.path(DRAWN.word, x, y, scale, Ink.BLACK);
        for (Dot d : DRAWN.dots) {
            sheet.dot(x + d.x * scale, y + d.y * scale, d.radius * scale, d.ink);
        }
    }

    private static Mark read() {
        String svg;
        try (InputStream in = Mark.class.getResourceAsStream("/static/mark.svg")) {
            svg = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher word = Pattern.compile(" d=\"([^\"]+)\"").matcher(svg);
        if (!word.find()) {
            throw new IllegalStateException("the mark has no word");
        }
        List<Dot> dots = new ArrayList<>();
        Matcher circle = Pattern.compile("<circle([^>]+)>").matcher(svg);
        while (circle.find()) {
            String said = circle.group(1);
            Ink ink = said.contains("#b68a35") ? Ink.GOLD : Ink.BLACK;
            dots.add(new Dot(number(said, "cx"), number(said, "cy"), number(said, "r"), ink));
        }
        return new Mark(word.group(1), List.copyOf(dots));
    }

    private static float number(String circle, String name) {
        Matcher m = Pattern.compile(" " + name + "=\"([0-9.]+)\"").matcher(circle);
        if (!m.find()) {
            throw new IllegalStateException("a dot of the mark has no " + name);
        }
        return Float.parseFloat(m.group(1));
    }
}
