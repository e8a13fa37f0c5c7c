package org.kulluna.membership;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a person may choose from on the forms: codes, and names from CLDR. */
public final class Choices {
    public static final List<String> GENDERS = List.of("female", "male");
    public static final List<String> CONTACT = List.of("email", "phone");
    /** Words under {@code membership.skill.}. */
    public static final List<String> SKILLS = List.of(
            "first_aid",
            "nursing",
            "crowd_guidance",
            "driving",
            "translation",
            "sign_language",
            "teaching",
            "it",
            "photography",
            "sports",
            "event_organisation",
            "counselling");
    /** ISO 639 codes, those most spoken in the emirate first. */
    public static final List<String> LANGUAGES = List.of(
            "ar", "en", "ur", "hi", "ml", "bn", "fil", "ta", "te", "fa", "ps", "pa", "ne", "si", "am", "so", "sw", "fr",
            "es", "pt", "ru", "uk", "de", "it", "tr", "zh", "ja", "ko", "id", "ms");

    /** So many of the languages stand open on the form; the rest are folded away. */
    public static final int COMMON_LANGUAGES = 10;

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Map<String, Map<String, String>> NATIONALITIES = new ConcurrentHashMap<>();

    private Choices() {}

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /** Country codes to names in that language, by name; the country itself first. */
    public static Map<String, String> nationalities(String language) {
        return NATIONALITIES.computeIfAbsent(language, Choices::sorted);
    }

    private static Map<String, String> sorted(String language) {
        ULocale locale = ULocale.forLanguageTag(language);
        List<String> codes = new ArrayList<>(COUNTRIES);
        Collator order = Collator.getInstance(locale);
        codes.sort((a, b) -> order.compare(name(a, locale), name(b, locale)));
        codes.remove("AE");
        codes.addFirst("AE");
        Map<String, String> names = new LinkedHashMap<>();
        codes.forEach(code -> names.put(code, name(code, locale)));
        return names;
    }

    private static String name(String code, ULocale locale) {
        return new ULocale("", code).getDisplayCountry(locale);
    }
}
