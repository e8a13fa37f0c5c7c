package org.kulluna;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kulluna.shared.Words;

class MessagesTest {
    private final Words ar = Words.in("ar");
    private final Words en = Words.in("en");

    @Test
    void every_text_stands_in_arabic_and_in_english() {
        assertThat(new TreeSet<>(ar.keys())).isEqualTo(new TreeSet<>(en.keys()));
    }

    @Test
    void arguments_have_the_same_names_in_both_languages() {
        for (String key : ar.keys()) {
            assertThat(new MessageFormat(raw(ar, key)).getArgumentNames())
                    .as(key)
                    .isEqualTo(new MessageFormat(raw(en, key)).getArgumentNames());
        }
    }

    @Test
    void arabic_plurals_name_all_six_forms() {
        for (String key : ar.keys()) {
            String text = raw(ar, key);
            if (text.contains(", plural,")) {
                assertThat(text).as(key).contains("zero {", "one {", "two {", "few {", "many {", "other {");
            }
        }
    }

    @Test
    void a_key_stands_in_one_file_only() throws Exception {
        for (String suffix : new String[] {"", "_en"}) {
            java.util.Map<String, String> seen = new java.util.HashMap<>();
            try (var files = java.nio.file.Files.list(java.nio.file.Path.of("src/main/resources/messages"))) {
                for (var file : files.filter(f -> f.toString().matches(".*/[a-z]+" + suffix + "\\.properties"))
                        .toList()) {
                    for (String line : java.nio.file.Files.readAllLines(file)) {
                        String key = line.split("=", 2)[0].strip();
                        if (line.contains("=") && !line.startsWith(" ") && !key.startsWith("#")) {
                            assertThat(seen.put(key, file.toString()))
                                    .as(key + " in " + file)
                                    .isNull();
                        }
                    }
                }
            }
        }
    }

    /** What is put together from parts is walked by {@link NonsenseTest}. */
    @Test
    void every_no_has_its_words() throws Exception {
        Pattern refusal = Pattern.compile("Refusal\\.(?:conflict\\(|of\\([^,\"]+,)\\s*\"([a-z.-]+)\"\\s*[,)]");
        Pattern fault = Pattern.compile(
                "(?:Refusal\\.invalid\\(\\s*\"[^\"]+\",|message =|add\\(\"\\w+\",[^\";]+,)\\s*\"([a-z-]+)\"\\)?");
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                refusal.matcher(text).results().forEach(m -> missing.add("refusal." + m.group(1)));
                fault.matcher(text).results().forEach(m -> missing.add("fault." + m.group(1)));
            }
        }
        assertThat(missing).contains("fault.bad-username", "refusal.opportunity-cancelled");
        missing.removeIf(ar::has);
        assertThat(missing).isEmpty();
    }

    private static String raw(Words words, String key) {
        return words.pattern(key);
    }
}
