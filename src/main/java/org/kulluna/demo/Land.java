package org.kulluna.demo;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.SearchText;

/**
 * The 43 places and the 12 units. Where people live is an assumption (demo/README.md): regions by {@link #REGIONS},
 * inside a region by census population, and by {@link #UNCOUNTED} people where there is no census figure.
 */
final class Land {
    record Spot(String code, LocalizedText name, String region) {}

    record Owner(String code, String region) {}

    private static final Map<String, Double> REGIONS = Map.of("abu_dhabi", 0.62, "al_ain", 0.29, "al_dhafra", 0.09);
    private static final double UNCOUNTED = 20_000;

    final Map<String, Spot> spots = new LinkedHashMap<>();
    final Map<String, Owner> units = new LinkedHashMap<>();
    private final Map<String, Lots<Spot>> byRegion = new LinkedHashMap<>();
    private final Map<String, List<Spot>> listByRegion = new LinkedHashMap<>();
    private final Lots<String> regions = new Lots<>();

    Land() {
        for (NamedCsvRecord r : Sheets.read("places/places")) {
            Spot spot = new Spot(
                    r.getField("code"),
                    new LocalizedText(r.getField("name_ar"), r.getField("name_en")),
                    r.getField("region"));
            String population = r.getField("population");
            spots.put(spot.code(), spot);
            byRegion.computeIfAbsent(spot.region(), k -> new Lots<>())
                    .add(spot, population.isEmpty() ? UNCOUNTED : Double.parseDouble(population));
            listByRegion.computeIfAbsent(spot.region(), k -> new ArrayList<>()).add(spot);
        }
        for (NamedCsvRecord r : Sheets.read("demo/units")) {
            units.put(r.getField("code"), new Owner(r.getField("code"), r.getField("region")));
        }
        List.of("abu_dhabi", "al_ain", "al_dhafra")
                .forEach(region -> regions.add(region, Objects.requireNonNull(REGIONS.get(region))));
    }

    String region(Dice dice) {
        return regions.draw(dice);
    }

    Spot home(Dice dice) {
        return Objects.requireNonNull(byRegion.get(region(dice))).draw(dice);
    }

    /** Where a duty takes place: every place of the region as likely as another. */
    Spot venue(String region, Dice dice) {
        return dice.pick(Objects.requireNonNull(listByRegion.get(region)));
    }

    Owner unit(String code) {
        return Objects.requireNonNull(units.get(code));
    }

    Spot spot(String code) {
        return Objects.requireNonNull(spots.get(code));
    }

    void write(Tables tables) {
        for (NamedCsvRecord r : Sheets.read("places/places")) {
            String population = r.getField("population");
            tables.place.row(
                    r.getField("code"),
                    r.getField("name_ar"),
                    r.getField("name_en"),
                    r.getField("alt_names"),
                    SearchText.stored(r.getField("name_ar"), r.getField("name_en"), r.getField("alt_names")),
                    r.getField("region"),
                    r.getField("lat"),
                    r.getField("lng"),
                    population.isEmpty() ? null : population,
                    r.getField("source"));
        }
        for (NamedCsvRecord r : Sheets.read("demo/units")) {
            tables.unit.row(
                    r.getField("code"),
                    r.getField("kind"),
                    r.getField("name_ar"),
                    r.getField("name_en"),
                    r.getField("region"));
        }
    }
}
