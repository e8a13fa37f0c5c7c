package org.kulluna.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kulluna.shared.LocalizedText;

/** Codes by name, for templates. {@code openPlaces} are those in use, {@code ways} the addresses of maps that lead there. */
public record CodeNames(
        Map<String, LocalizedText> units,
        Map<String, LocalizedText> places,
        List<String> openPlaces,
        Map<String, String> ways,
        Map<String, LocalizedText> qualifications) {

    public LocalizedText unit(String code) {
        return units.getOrDefault(code, new LocalizedText(code, code));
    }

    public LocalizedText place(String code) {
        return places.getOrDefault(code, new LocalizedText(code, code));
    }

    /** Empty when no map is to be linked. */
    public String way(String place) {
        return ways.getOrDefault(place, "");
    }

    public LocalizedText qualification(String code) {
        return qualifications.getOrDefault(code, new LocalizedText(code, code));
    }

    /** Code to name, by name, for a choice of one. */
    public Map<String, String> placeOptions(Frame frame) {
        Map<String, LocalizedText> open = new LinkedHashMap<>(places);
        open.keySet().retainAll(openPlaces);
        return options(frame, open);
    }

    public Map<String, String> unitOptions(Frame frame, List<String> codes) {
        Map<String, LocalizedText> some = new LinkedHashMap<>(units);
        some.keySet().retainAll(codes);
        return options(frame, some);
    }

    private static Map<String, String> options(Frame frame, Map<String, LocalizedText> names) {
        Map<String, String> byName = new TreeMap<>(
                com.ibm.icu.text.Collator.getInstance(com.ibm.icu.util.ULocale.forLanguageTag(frame.language())));
        names.forEach((code, name) -> byName.put(frame.text(name) + "\u0000" + code, code));
        Map<String, String> all = new LinkedHashMap<>();
        byName.values()
                .forEach(code -> all.put(code, frame.text(names.getOrDefault(code, new LocalizedText(code, code)))));
        return all;
    }
}
