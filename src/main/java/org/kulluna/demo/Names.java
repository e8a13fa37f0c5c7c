package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kulluna.shared.LocalizedText;

/** Plausible names by nationality, in both scripts, and the languages that go with them. */
final class Names {
    /** Who might come from there: pools of names with their shares. */
    record Nation(String code, int weight, Lots<String> pools) {}

    /** @param reads the language the person reads the house in */
    record Tongue(List<String> speaks, String sometimes, String reads) {}

    private final Map<String, Map<String, List<LocalizedText>>> pools = new HashMap<>();
    private final Map<String, Tongue> tongues = new HashMap<>();
    private final Map<String, Nation> nations = new LinkedHashMap<>();

    Names() {
        Map<String, Lots<String>> mixed = new HashMap<>();
        for (NamedCsvRecord r : Sheets.read("demo/nationality-pools")) {
            mixed.computeIfAbsent(r.getField("code"), k -> new Lots<>())
                    .add(r.getField("name_pool"), Double.parseDouble(r.getField("percent")));
        }
        for (NamedCsvRecord r : Sheets.read("demo/nationalities")) {
            String code = r.getField("code");
            Lots<String> of = mixed.getOrDefault(code, new Lots<String>().add(r.getField("name_pool"), 1));
            nations.put(code, new Nation(code, Integer.parseInt(r.getField("weight")), of));
        }
        for (NamedCsvRecord r : Sheets.read("demo/pool-languages")) {
            String pool = r.getField("pool");
            List<String> speaks = List.of(r.getField("speaks").split(";"));
            tongues.put(pool, new Tongue(speaks, r.getField("sometimes"), r.getField("reads")));
            pools.put(pool, readPool(pool));
        }
    }

    private static Map<String, List<LocalizedText>> readPool(String pool) {
        Map<String, List<LocalizedText>> kinds = new HashMap<>();
        for (NamedCsvRecord r : Sheets.read("demo/names/" + pool)) {
            kinds.computeIfAbsent(r.getField("kind"), k -> new ArrayList<>())
                    .add(new LocalizedText(r.getField("arabic"), r.getField("latin")));
        }
        return kinds;
    }

    List<Nation> nations() {
        return List.copyOf(nations.values());
    }

    String pool(String nationality, Dice dice) {
        return Objects.requireNonNull(nations.get(nationality)).pools().draw(dice);
    }

    LocalizedText draw(String pool, String gender, Dice dice) {
        LocalizedText given = draw(pool, gender.equals("female") ? "given_f" : "given_m", null, dice);
        LocalizedText family = draw(pool, "family", given, dice);
        return new LocalizedText(given.ar() + " " + family.ar(), given.en() + " " + family.en());
    }

    /** Not the given name again: some names are both. */
    private LocalizedText draw(
            String pool, String kind, @org.jspecify.annotations.Nullable LocalizedText not, Dice dice) {
        List<LocalizedText> of =
                Objects.requireNonNull(Objects.requireNonNull(pools.get(pool)).get(kind));
        LocalizedText drawn = dice.pick(of);
        return drawn.equals(not) ? dice.pick(of) : drawn;
    }

    Tongue tongue(String pool) {
        return Objects.requireNonNull(tongues.get(pool));
    }
}
