package org.kulluna.incidents;

import java.util.HashSet;
import java.util.Set;
import org.kulluna.shared.SearchText;

/** How much two reports speak of one thing, by their words; spelling and the Arabic article are forgiven. */
final class Likeness {
    private static final String ARTICLE = "\u0627\u0644";

    private Likeness() {}

    /** Shared words of those either has (Jaccard), 0 to 1. */
    static double of(String one, String other) {
        Set<String> a = words(one);
        Set<String> b = words(other);
        long shared = a.stream().filter(b::contains).count();
        long all = a.size() + b.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : SearchText.fold(text).split(" ")) {
            String bare = word.startsWith(ARTICLE) && word.length() > 4 ? word.substring(2) : word;
            if (bare.length() > 2) {
                words.add(bare);
            }
        }
        return words;
    }
}
