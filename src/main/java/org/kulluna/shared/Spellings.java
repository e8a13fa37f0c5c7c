package org.kulluna.shared;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The {@code like} patterns under which one typed word may stand in a {@link SearchText#stored} column: as typed, by its
 * consonants, and as other people write it. Joined or apart (عبدالرحمن, عبد الرحمن; Abdulrahman, Abdul Rahman), with the
 * article or without (المنصوري, منصوري; Almansoori, Al Mansouri), with the final hamza or the h of a taa marbuta or
 * without them (شيماء, شيما; Sarah, Sara).
 */
final class Spellings {
    /** The Arabic word for servant, with which many names begin. */
    private static final String SERVANT = "\u0639\u0628\u062f";

    /** The Arabic article. */
    static final String ARTICLE = "\u0627\u0644";

    private Spellings() {}

    static Set<String> patterns(String word) {
        Set<String> patterns = new LinkedHashSet<>();
        patterns.add("%" + SearchText.likeWord(word) + "%");
        if (word.length() > 3 && word.charAt(word.length() - 1) == 'ء') {
            patterns.add("%" + word.substring(0, word.length() - 1) + "%");
        }
        if (word.length() > 5 && word.startsWith(SERVANT)) {
            patterns.add("%" + SERVANT + " " + word.substring(3) + "%");
        }
        if (word.length() > 4 && word.startsWith(ARTICLE)) {
            patterns.add("% " + word.substring(2) + "%");
        }
        String key = SearchText.key(word);
        if (key.length() > 1) {
            latin(word, key).forEach(k -> patterns.add(pattern(k)));
            servant(key, patterns);
        }
        return patterns;
    }

    /** A whole key is safe at any length; the beginning of one only when it says enough. */
    private static String pattern(String key) {
        return "%~" + SearchText.likeWord(key) + (key.length() > 2 ? "%" : " %");
    }

    private static Set<String> latin(String word, String key) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key);
        if (word.matches(".*[aeiou]h") && key.length() > 2) {
            keys.add(key.substring(0, key.length() - 1));
        }
        if (word.endsWith("a")) {
            keys.add(key + "h");
        }
        if (key.startsWith("al") && key.length() > 3) {
            keys.add(key.substring(2));
            keys.add("a" + key.substring(2));
        } else if (key.length() > 2) {
            keys.add("al" + (key.startsWith("a") ? key.substring(1) : key));
        }
        return keys;
    }

    /** Abdul Rahman, Abdel-Rahman, Abd al-Rahman and Abdurrahman are one name. */
    private static void servant(String key, Set<String> patterns) {
        if (key.equals("abdl")) {
            patterns.add("%~abd%");
        }
        if (!key.startsWith("abd") || key.length() < 6) {
            return;
        }
        String of = key.substring(key.charAt(3) == 'l' ? 4 : 3);
        if (of.length() > 1) {
            patterns.add(pattern("abdl" + of));
            patterns.add(pattern("abd" + of));
            patterns.add("%~abdl ~" + SearchText.likeWord(of) + " %");
            patterns.add("%~abd ~" + SearchText.likeWord(of) + " %");
            patterns.add("%~abd ~al ~" + SearchText.likeWord(of) + " %");
        }
    }
}
