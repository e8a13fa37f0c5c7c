package org.kulluna.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFSubsetter;

/** The glyphs of one face that one file draws: each pair of glyph and source text is one character code of its font. */
final class FontSubset {
    private static final List<String> TABLES =
            List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep");

    private record Key(int glyph, String source) {}

    private final FontFile file;
    private final Map<Key, Integer> codes = new LinkedHashMap<>();

    FontSubset(Face face) {
        file = face.file();
    }

    /** Its code in this font; 0 is nobody's. */
    int code(int glyph, String source) {
        return codes.computeIfAbsent(new Key(glyph, source), k -> codes.size() + 1);
    }

    FontData finish() {
        List<Key> keys = new ArrayList<>(codes.keySet());
        TreeSet<Integer> glyphs = new TreeSet<>();
        keys.forEach(k -> glyphs.add(k.glyph()));
        ByteArrayOutputStream program = new ByteArrayOutputStream(32_768);
        Map<Integer, Integer> renamed = new HashMap<>();
        try {
            TTFSubsetter subsetter = new TTFSubsetter(file.ttf, TABLES);
            subsetter.addGlyphIds(glyphs);
            subsetter.getGIDMap().forEach((made, from) -> renamed.put(from, made));
            subsetter.writeToStream(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] toGlyph = new byte[2 * keys.size() + 2];
        StringBuilder widths = new StringBuilder("1 [");
        for (int i = 0; i < keys.size(); i++) {
            int glyph = keys.get(i).glyph();
            int made = renamed.getOrDefault(glyph, 0);
            toGlyph[2 * i + 2] = (byte) (made >> 8);
            toGlyph[2 * i + 3] = (byte) made;
            widths.append(Math.round(file.advance(glyph) * 1000f / file.unitsPerEm))
                    .append(' ');
        }
        return FontData.of(
                file, program.toByteArray(), toGlyph, widths.append(']').toString(), toUnicode(keys));
    }

    private static byte[] toUnicode(List<Key> keys) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).source().isEmpty()) {
                lines.add("<" + hex(i + 1) + "> <" + utf16(keys.get(i).source()) + ">");
            }
        }
        return CMaps.toUnicode("bfchar", lines).getBytes(StandardCharsets.US_ASCII);
    }

    static String utf16(String text) {
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(c -> hex.append(hex(c)));
        return hex.toString();
    }

    static String hex(int unit) {
        return java.util.HexFormat.of().withUpperCase().toHexDigits((char) unit);
    }
}
