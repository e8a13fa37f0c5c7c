package org.kulluna.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kulluna.places.Place;
import org.kulluna.shared.SearchText;

/**
 * Finds the place a text means: by code, by a name in either script, forgiving spelling and transliteration, or by a
 * name standing inside a longer address. An address packed as JSON text is unpacked first.
 */
final class ImportPlaces {
    private static final Pattern PACKED = Pattern.compile("\"(?:address|city|state)\"\\s*:\\s*\"([^\"]+)\"");

    private final Map<String, String> byName = new LinkedHashMap<>();
    private final Map<String, String> bySound = new HashMap<>();
    private final Map<String, Optional<String>> found = new HashMap<>();

    /** @param otherNames place code to further names, each after a semicolon */
    ImportPlaces(Collection<Place> places, Map<String, String> otherNames) {
        for (Place place : places) {
            byName.putIfAbsent(SearchText.fold(place.code()), place.code());
            String names =
                    place.name().ar() + ";" + place.name().en() + ";" + otherNames.getOrDefault(place.code(), "");
            for (String name : names.split("[;/]")) {
                String bare = bare(SearchText.fold(name));
                if (bare.length() > 1) {
                    byName.putIfAbsent(bare, place.code());
                    String sound = sound(bare);
                    // A sound that two places share says nothing.
                    bySound.merge(sound, place.code(), (a, b) -> a.equals(b) ? a : "");
                }
            }
        }
    }

    Optional<String> find(String text) {
        return found.computeIfAbsent(text, this::search);
    }

    /** What a person would read of it. */
    static String readable(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        Matcher m = PACKED.matcher(text.replace("\"\"", "\""));
        String unpacked = m.results().map(r -> r.group(1)).collect(Collectors.joining(", "));
        return unpacked.isEmpty() ? text : unpacked;
    }

    private Optional<String> search(String text) {
        String folded = SearchText.fold(readable(text));
        String bare = bare(folded);
        String code = byName.getOrDefault(folded, byName.get(bare));
        if (code == null) {
            String sound = bySound.getOrDefault(sound(bare), "");
            code = sound.isEmpty() ? null : sound;
        }
        return code != null ? Optional.of(code) : inside(folded);
    }

    private Optional<String> inside(String folded) {
        String padded = " " + folded + " ";
        String best = "";
        for (String name : byName.keySet()) {
            if (name.length() > Math.max(3, best.length())
                    && (padded.contains(" " + name + " ") || padded.contains(" \u0627\u0644" + name + " "))) {
                best = name;
            }
        }
        return Optional.ofNullable(byName.get(best));
    }

    private static String bare(String folded) {
        return folded.replaceFirst("^(al |el |\\u0627\\u0644(?=\\p{L}{3}))", "").strip();
    }

    private static String sound(String bare) {
        StringBuilder b = new StringBuilder();
        for (String word : bare.split(" ")) {
            String key = SearchText.key(word);
            b.append(key.isEmpty() ? word : key).append(' ');
        }
        return b.toString();
    }
}
