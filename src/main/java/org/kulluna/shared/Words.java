package org.kulluna.shared;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every human text of the house, by language and key, in ICU MessageFormat with named arguments (six Arabic plural
 * forms). Arabic is the base: {@code messages/x.properties}; {@code x_en.properties} and {@code x_ur.properties} beside it.
 */
public final class Words {
    private static final Map<String, Words> LANGUAGES = load();

    private final String language;
    private final Map<String, String> texts;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Words(String language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The languages a person may choose. */
    public static Set<String> languages() {
        return LANGUAGES.keySet();
    }

    /** Texts in that language ("ar" when it is none of ours). Urdu falls back to Arabic, text by text. */
    public static Words in(String language) {
        Words words = LANGUAGES.get(LANGUAGES.containsKey(language) ? language : "ar");
        return java.util.Objects.requireNonNull(words);
    }

    /** Texts for whoever started this program at a terminal. */
    public static Words ofThisTerminal() {
        return in(terminalLanguage(System.getenv()));
    }

    /** Arabic and Urdu when the terminal asks for them; English otherwise, as many terminals cannot shape Arabic. */
    static String terminalLanguage(Map<String, String> env) {
        String locale = Stream.of("KULLUNA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> env.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return Stream.of("ar", "ur").filter(locale::startsWith).findFirst().orElse("en");
    }

    public String language() {
        return language;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    public Set<String> keys() {
        return texts.keySet();
    }

    /** The text as written, with its arguments still named. */
    public String pattern(String key) {
        return texts.getOrDefault(key, "");
    }

    public String say(String key) {
        return say(key, Map.of());
    }

    /** A missing key shows itself: the tests look for the marks. */
    public String say(String key, Map<String, ?> args) {
        String pattern = texts.get(key);
        if (pattern == null) {
            return "⟦" + key + "⟧";
        }
        MessageFormat format = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, locale()));
        synchronized (format) {
            return format.format(args);
        }
    }

    /** Locale with Latin digits: what a person types and reads aloud at a gate. */
    public ULocale locale() {
        return ULocale.forLanguageTag(
                language.equals("en") ? "en-AE" : language.equals("ur") ? "ur-PK-u-nu-latn" : "ar-AE-u-nu-latn");
    }

    private static Map<String, Words> load() {
        Map<String, String> ar = read("ar");
        Map<String, String> ur = new HashMap<>(ar);
        ur.putAll(read("ur"));
        Map<String, Words> all = new LinkedHashMap<>();
        all.put("ar", new Words("ar", Map.copyOf(ar)));
        all.put("en", new Words("en", Map.copyOf(read("en"))));
        all.put("ur", new Words("ur", Map.copyOf(ur)));
        return all;
    }

    private static Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(Words.class.getClassLoader())
                    .getResources("classpath*:messages/*.properties");
            for (Resource file : files) {
                String name = String.valueOf(file.getFilename()).replace(".properties", "");
                String of = List.of("en", "ur").stream()
                        .filter(l -> name.endsWith("_" + l))
                        .findFirst()
                        .orElse("ar");
                if (of.equals(language)) {
                    Properties p = new Properties();
                    try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                        p.load(in);
                    }
                    p.forEach((k, v) -> texts.put((String) k, (String) v));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("messages/ cannot be read", e);
        }
        return texts;
    }
}
