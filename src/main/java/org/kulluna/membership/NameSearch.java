package org.kulluna.membership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.SearchText;

/**
 * A search by name over {@code people.directory.search} (alias d): every word typed must be found, as written or by the
 * consonants a Latin spelling shares with its variants.
 */
record NameSearch(String condition, Map<String, Object> params) {
    private static final int MOST_WORDS = 6;

    static NameSearch of(@Nullable String typed) {
        List<String> conditions = new ArrayList<>();
        Map<String, Object> params = new LinkedHashMap<>();
        String folded = SearchText.fold(typed == null ? "" : typed.substring(0, Math.min(200, typed.length())));
        for (String word : folded.split(" ")) {
            if (word.isEmpty() || conditions.size() == MOST_WORDS) {
                continue;
            }
            String name = "word" + conditions.size();
            String key = SearchText.key(word);
            params.put(name, "%" + SearchText.likeWord(word) + "%");
            if (key.length() < 2) {
                conditions.add("d.search like :" + name);
            } else {
                // A whole key is safe at any length; the beginning of one only when it says enough.
                params.put(name + "key", "%~" + SearchText.likeWord(key) + (key.length() > 2 ? "%" : " %"));
                conditions.add("(d.search like :" + name + " or d.search like :" + name + "key)");
            }
        }
        return new NameSearch(conditions.isEmpty() ? "true" : String.join(" and ", conditions), params);
    }
}
