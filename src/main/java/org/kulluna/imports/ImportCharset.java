package org.kulluna.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;

/**
 * Which letters the bytes stand for. A byte-order mark decides; else UTF-8 when it fits; else Windows-1256 when letters
 * above ASCII stand in runs, as in Arabic words, and Windows-1252 (a wider Latin-1) when they stand alone, as accents do.
 */
final class ImportCharset {
    record Decoded(String text, String charset) {}

    static final int MAX_BYTES = 5 * 1024 * 1024;

    private ImportCharset() {}

    /** @throws Refusal INVALID when it is too large, empty or no text */
    static Decoded decode(byte[] content) {
        if (content.length > MAX_BYTES) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "too-large");
        }
        if (content.length == 0) {
            throw Refusal.invalid("file", "import-empty");
        }
        Decoded decoded = guess(content);
        if (!isText(decoded.text())) {
            throw Refusal.invalid("file", "import-not-text");
        }
        return decoded;
    }

    private static Decoded guess(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return new Decoded(new String(b, 3, b.length - 3, StandardCharsets.UTF_8), "UTF-8");
        }
        if (b.length >= 2
                && (b[0] == (byte) 0xff && b[1] == (byte) 0xfe || b[0] == (byte) 0xfe && b[1] == (byte) 0xff)) {
            return new Decoded(new String(b, StandardCharsets.UTF_16), "UTF-16");
        }
        Charset wide = wide(b);
        if (wide != null) {
            return new Decoded(new String(b, wide), wide.name());
        }
        try {
            return new Decoded(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(b))
                            .toString(),
                    "UTF-8");
        } catch (CharacterCodingException e) {
            String name = isCutUtf8(b) ? "UTF-8" : isArabic(b) ? "windows-1256" : "windows-1252";
            return new Decoded(new String(b, Charset.forName(name)), name);
        }
    }

    /** Two bytes a letter without a mark: commas, digits and line ends then have a zero always on the same side. */
    private static @Nullable Charset wide(byte[] b) {
        int[] zeros = new int[2];
        int looked = Math.min(b.length, 8192);
        for (int i = 0; i < looked; i++) {
            zeros[i % 2] += b[i] == 0 ? 1 : 0;
        }
        if (zeros[0] > 0 && zeros[1] > 0 || (zeros[0] + zeros[1]) * 20 < looked) {
            return null;
        }
        return zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /** UTF-8 but for the last letter, which was cut in two. */
    private static boolean isCutUtf8(byte[] b) {
        for (int cut = 1; cut <= 3 && cut < b.length; cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, 0, b.length - cut));
                return b[b.length - cut] < 0
                        && new String(b, 0, b.length - cut, StandardCharsets.UTF_8)
                                .codePoints()
                                .anyMatch(c -> c > 127);
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return false;
    }

    private static boolean isArabic(byte[] bytes) {
        int runs = 0;
        int high = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean letter = (bytes[i] & 0xff) >= 0xc0;
            high += letter ? 1 : 0;
            runs += letter && i > 0 && (bytes[i - 1] & 0xff) >= 0xc0 ? 1 : 0;
        }
        return runs * 2 > high;
    }

    private static boolean isText(String text) {
        long strange = text.codePoints()
                .filter(c -> c == 0 || c == 0xfffd || Character.isISOControl(c) && !Character.isWhitespace(c))
                .count();
        return text.indexOf('\0') < 0 && strange * 50 <= text.length() + 100;
    }
}
