package org.kulluna.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Words that are recognised in people's files, never said: {@code imports/vocabulary.properties}. */
final class ImportVocabulary {
    private static final Map<String, List<String>> WORDS = read();

    private ImportVocabulary() {}

    static List<String> words(String key) {
        return WORDS.getOrDefault(key, List.of());
    }

    /** Words of {@code key.1}, {@code key.2} and so on, to their number. */
    static Map<String, Integer> numbered(String key) {
        Map<String, Integer> numbered = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            for (String word : words(key + "." + i)) {
                numbered.put(word, i);
            }
        }
        return Map.copyOf(numbered);
    }

    private static Map<String, List<String>> read() {
        Properties file = new Properties();
        try (InputStream in = ImportVocabulary.class.getResourceAsStream("/imports/vocabulary.properties")) {
            file.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<String>> words = new HashMap<>();
        file.forEach((key, value) ->
                words.put((String) key, Arrays.asList(((String) value).strip().split("\\s*,\\s*"))));
        return words;
    }
}
