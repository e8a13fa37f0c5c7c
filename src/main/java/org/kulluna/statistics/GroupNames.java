package org.kulluna.statistics;

import java.util.Map;
import org.kulluna.places.Place;
import org.kulluna.shared.LocalizedText;
import org.kulluna.units.Unit;

/** Names of what only has a code on a fact. What is not here has its words in messages/ or in CLDR. */
public record GroupNames(
        Map<String, Unit> units,
        Map<String, Place> places,
        Map<String, LocalizedText> courses,
        Map<String, LocalizedText> whispers,
        Map<String, LocalizedText> screens) {
    public LocalizedText unit(String code) {
        Unit unit = units.get(code);
        return unit == null ? new LocalizedText(code, code) : unit.name();
    }

    public LocalizedText place(String code) {
        Place place = places.get(code);
        return place == null ? new LocalizedText(code, code) : place.name();
    }

    public LocalizedText course(String code) {
        return courses.getOrDefault(code, new LocalizedText(code, code));
    }

    /** Of a screen or a group of screens. */
    public LocalizedText screen(String id) {
        return screens.getOrDefault(id, new LocalizedText(id, id));
    }

    public LocalizedText whisper(String id) {
        return whispers.getOrDefault(id, new LocalizedText(id, id));
    }
}
