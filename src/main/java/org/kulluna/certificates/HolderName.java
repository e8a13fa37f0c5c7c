package org.kulluna.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.SearchText;

/** As little of a holder's name as will do. */
record HolderName(LocalizedText name) {
    private static final String ARTICLE = "\u0627\u0644";

    /** With which many names begin, joined to the next word or apart. */
    private static final String SERVANT = "\u0639\u0628\u062f";

    private static final String HAMZA = "\u0621";

    /** First letters of the first and the last word. Empty when the person was erased. */
    LocalizedText initials() {
        return new LocalizedText(initials(name.ar()), initials(name.en()));
    }

    private static String initials(String text) {
        List<String> words = Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(HolderName::withoutArticle)
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        String first = letter(words.get(0));
        return words.size() == 1 ? first : first + " " + letter(words.get(words.size() - 1));
    }

    private static String letter(String word) {
        return Character.toString(word.codePointAt(0)) + ".";
    }

    /** In each script it is known in. */
    List<String> spellings() {
        return Stream.of(name.ar(), name.en())
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    /** Erased people have none to compare. */
    boolean isKnown() {
        return !name.ar().isBlank() || !name.en().isBlank();
    }

    /**
     * The whole name in either script, forgiving what the house's search forgives of a name that is read from paper:
     * tashkeel, forms of hamza, taa marbuta, case, accents, words joined or apart, the article, a final hamza.
     */
    boolean matches(String typed) {
        String plain = plain(typed);
        return !plain.isEmpty() && (plain.equals(plain(name.ar())) || plain.equals(plain(name.en())));
    }

    private static String plain(String text) {
        return Arrays.stream(SearchText.fold(text).split(" "))
                .map(HolderName::withoutArticle)
                .map(word -> word.endsWith(HAMZA) ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.joining());
    }

    private static String withoutArticle(String word) {
        if (word.startsWith(SERVANT + ARTICLE)) {
            return SERVANT + word.substring(SERVANT.length() + ARTICLE.length());
        }
        return word.startsWith(ARTICLE) && word.length() > 4 ? word.substring(2) : word;
    }
}
