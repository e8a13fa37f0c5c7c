package org.kulluna.shared;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Folds names so that a search forgives tashkeel, hamza forms, taa marbuta, alif maqsura, Latin accents and the usual
 * transliteration variants: Mohammed, Muhammad and Mohamed share the consonant key "mhmd".
 */
public final class SearchText {
    private static final int MOST_WORDS = 8;
    private static final Set<String> ARTICLES = Set.of("al", "el", Spellings.ARTICLE);

    private SearchText() {}

    /** What is stored: the folded words, and for Latin words their consonant keys after a bar. */
    public static String stored(String... texts) {
        StringBuilder words = new StringBuilder();
        StringBuilder keys = new StringBuilder();
        for (String text : texts) {
            String folded = fold(text);
            words.append(' ').append(folded);
            for (String word : folded.split(" ")) {
                String key = key(word);
                if (key.length() > 1) {
                    keys.append(" ~").append(key);
                }
            }
        }
        return (words + " " + keys + " ").replaceAll(" +", " ");
    }

    /** A {@code like} pattern for one typed word that matches {@link #stored}, on the word itself. */
    public static String fold(String text) {
        String t = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder b = new StringBuilder(t.length());
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK || c == 'ـ') {
                continue;
            }
            b.append(letter(c));
        }
        return b.toString().replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static char letter(char c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ئ', 'ی' -> 'ي';
            case 'ؤ' -> 'و';
            case 'ة' -> 'ه';
            case 'ک' -> 'ك';
            // Arabic, Persian, Urdu and any other script's digits.
            default -> Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }

    /** The consonants of a Latin word with doubled and confusable letters joined; empty for other scripts. */
    public static String key(String folded) {
        if (folded.isEmpty() || folded.charAt(0) > 'z' || !Character.isLetter(folded.charAt(0))) {
            return "";
        }
        String joined = folded.replace("kh", "x")
                .replace("gh", "g")
                .replace("sh", "c")
                .replace("ch", "c")
                .replace("th", "t")
                .replace("dh", "d")
                .replace("ph", "f")
                .replace('q', 'k')
                .replace('z', 's')
                .replace('j', 'g')
                .replace('v', 'f')
                .replace('p', 'b');
        String first = "aeiouy".indexOf(joined.charAt(0)) >= 0 ? "a" : "";
        return first + joined.replaceAll("[aeiouyw]", "").replaceAll("(.)\\1+", "$1");
    }

    /** Latin letters for a name that has only Arabic ones, for sorting and for people who cannot read it. */
    public static String latin(String arabic) {
        return Transliterator.getInstance("Arabic-Latin; Latin-ASCII").transliterate(arabic);
    }

    /**
     * A condition that every typed word stands in the {@link #stored} column, in one of its {@link Spellings}.
     * Adds its parameters to {@code params}; "true" when nothing was typed.
     */
    public static String where(String column, String typed, java.util.Map<String, Object> params) {
        StringBuilder b = new StringBuilder("true");
        String[] words = fold(typed.substring(0, Math.min(200, typed.length()))).split(" ");
        int n = 0;
        for (String word : words) {
            boolean tellsNothing = word.isEmpty() || words.length > 1 && ARTICLES.contains(word);
            if (!tellsNothing && n < MOST_WORDS) {
                String name = "word" + n++;
                params.put(name, Spellings.patterns(word).toArray(String[]::new));
                b.append(" and %s like any(:%s::text[])".formatted(column, name));
            }
        }
        return b.toString();
    }

    /** Escapes {@code % _ \} for a {@code like} pattern. */
    public static String likeWord(String folded) {
        return folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
