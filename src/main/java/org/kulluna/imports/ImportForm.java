package org.kulluna.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kulluna.shared.Time;

/** The mapping as typed: a field of the file or a choice, by name. What is no number stays to be shown again. */
public record ImportForm(Map<String, String> values) {
    public ImportForm {
        values = Map.copyOf(values);
    }

    static ImportForm of(ImportMapping mapping) {
        Map<String, String> values = new HashMap<>(mapping.columns());
        values.put("order", mapping.order());
        values.put("defaultPillar", mapping.defaultPillar());
        values.put("defaultPlace", mapping.defaultPlace());
        values.put("zone", mapping.zone());
        values.put("defaultSeats", String.valueOf(mapping.defaultSeats()));
        values.put("source", mapping.source());
        return new ImportForm(values);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whatever was typed: {@link ImportMapping#faults} says what is wrong with it. */
    ImportMapping mapping() {
        Map<String, String> columns = new TreeMap<>();
        for (ImportField field : ImportField.values()) {
            String column = value(field.key());
            if (!column.isBlank()) {
                columns.put(field.key(), column);
            }
        }
        String zone = value("zone").strip();
        return new ImportMapping(
                columns,
                value("order").isEmpty() ? ImportMapping.DAY_FIRST : value("order"),
                value("defaultPillar"),
                value("defaultPlace"),
                zone.isEmpty() ? Time.PROGRAMME_ZONE.getId() : zone,
                number(value("defaultSeats")),
                value("source").strip());
    }

    private static int number(String text) {
        String digits = ImportText.plain(text);
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
