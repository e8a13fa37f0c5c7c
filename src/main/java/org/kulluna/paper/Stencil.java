package org.kulluna.paper;

import java.util.Map;
import java.util.function.Consumer;

/** What many pages share (a frame, headings), drawn once: it goes into each file as it is. */
public record Stencil(float width, float height, byte[] content, Map<String, FontData> fonts) {
    public static Stencil of(float width, float height, Consumer<Sheet> draw) {
        Sheet sheet = new Sheet(width, height);
        draw.accept(sheet);
        return new Stencil(width, height, sheet.content(), Map.copyOf(sheet.fonts()));
    }
}
