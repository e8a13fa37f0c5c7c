package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kulluna.shared.LocalizedText;

/** What the invented people and officers wrote, by kind. */
final class Texts {
    private final Map<String, List<LocalizedText>> byKind = new TreeMap<>();

    Texts() {
        for (NamedCsvRecord r : Sheets.read("demo/texts")) {
            byKind.computeIfAbsent(r.getField("kind"), k -> new ArrayList<>())
                    .add(new LocalizedText(r.getField("ar"), r.getField("en")));
        }
    }

    LocalizedText draw(String kind, Dice dice) {
        return dice.pick(byKind.getOrDefault(kind, List.of(new LocalizedText("", ""))));
    }

    /** The only one of its kind, in Arabic. */
    String arabic(String kind) {
        return byKind.getOrDefault(kind, List.of(new LocalizedText("", "")))
                .getFirst()
                .ar();
    }
}
