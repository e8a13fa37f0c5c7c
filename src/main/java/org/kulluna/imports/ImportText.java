package org.kulluna.imports;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cleans what stands in the cells of other people's files. */
final class ImportText {
    private ImportText() {}

    /** Without control characters, and without the invisible ones that turn a line's direction; null when empty. */
    static @Nullable String clean(String cell) {
        StringBuilder b = new StringBuilder(cell.length());
        cell.codePoints().forEach(c -> {
            boolean turn = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0xfeff;
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
            boolean half = c >= 0xd800 && c <= 0xdfff;
            if (!turn && !control && !half) {
                b.appendCodePoint(c);
            }
        });
        String text = b.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** A cell as its writer meant it: without the apostrophe that keeps a formula from running, and without Excel's ="007". */
    static String bare(String cell) {
        if (cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0) {
            return cell.substring(1);
        }
        boolean text = cell.length() > 3 && cell.startsWith("=\"") && cell.endsWith("\"");
        return text ? cell.substring(2, cell.length() - 1) : cell;
    }

    /** One line of it. */
    static @Nullable String line(String cell) {
        String text = clean(cell);
        return text == null ? null : text.replaceAll("\\s+", " ");
    }

    static boolean isArabic(String text) {
        return text.codePoints()
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC)
                        .count()
                > text.codePoints()
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                        .count();
    }

    /** Latin digits, lower case, no tashkeel, tatweel or marks of direction. */
    static String plain(String text) {
        String t = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder b = new StringBuilder(t.length());
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            int type = Character.getType(c);
            if (Character.isDigit(c)) {
                b.append((char) ('0' + Character.digit(c, 10)));
            } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT && c != 'ـ') {
                b.append(letter(c));
            }
        }
        return b.toString().replaceAll("\\s+", " ").strip();
    }

    private static char letter(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case '،', '؛' -> ',';
            case '–', '—', '−', '‐', '‑' -> '-';
            default -> c;
        };
    }
}
