package org.kulluna.imports;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * How a file is to be read. Saved by name for a unit's next file of the same make.
 *
 * @param columns field key to the heading of its column; empty for iCalendar
 * @param order day-first or month-first: what 03/04/2022 means
 * @param defaultPillar of what does not say its own
 * @param defaultPlace of what names none of our places
 * @param zone of times that name none
 * @param defaultSeats of a shift that does not say how many, or says that there is no limit
 * @param source the name under which this file's ids are kept: two systems may both number from 1
 */
public record ImportMapping(
        Map<String, String> columns,
        String order,
        String defaultPillar,
        String defaultPlace,
        String zone,
        int defaultSeats,
        String source) {
    static final List<String> PILLARS = List.of("stakeholders", "prevention", "responsibility");
    static final int MAX_SEATS = 999;
    static final String DAY_FIRST = "day-first";
    static final String MONTH_FIRST = "month-first";

    public ImportMapping {
        columns = Map.copyOf(columns);
    }

    static ImportMapping start(String source) {
        return new ImportMapping(Map.of(), DAY_FIRST, "responsibility", "", Time.PROGRAMME_ZONE.getId(), 20, source);
    }

    /** The heading chosen for a field, null when none is. */
    public @Nullable String column(String field) {
        return columns.get(field);
    }

    ImportDates.Order dateOrder() {
        return order.equals(MONTH_FIRST) ? ImportDates.Order.MONTH_FIRST : ImportDates.Order.DAY_FIRST;
    }

    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    /** Field to keys under {@code fault.}; empty when a dry run may begin. */
    Map<String, List<String>> faults(@Nullable CsvTable table, java.util.Set<String> places) {
        Map<String, List<String>> faults = new TreeMap<>();
        if (!places.contains(defaultPlace)) {
            faults.put("defaultPlace", List.of("not-a-choice"));
        }
        if (!PILLARS.contains(defaultPillar)) {
            faults.put("defaultPillar", List.of("not-a-choice"));
        }
        if (!order.equals(DAY_FIRST) && !order.equals(MONTH_FIRST)) {
            faults.put("order", List.of("not-a-choice"));
        }
        if (defaultSeats < 1 || defaultSeats > MAX_SEATS) {
            faults.put("defaultSeats", List.of("import-seats"));
        }
        if (!source.matches("[\\p{L}\\p{N} ._-]{1,40}")) {
            faults.put("source", List.of("import-source"));
        }
        if (!isZone(zone)) {
            faults.put("zone", List.of("import-zone"));
        }
        if (table != null) {
            columnFaults(table, faults);
        }
        return faults;
    }

    private void columnFaults(CsvTable table, Map<String, List<String>> faults) {
        for (var column : columns.entrySet()) {
            if (ImportField.find(column.getKey()).isEmpty() || table.column(column.getValue()) < 0) {
                faults.put(column.getKey(), List.of("import-no-such-column"));
            }
        }
        if (!columns.containsKey(ImportField.TITLE_AR.key()) && !columns.containsKey(ImportField.TITLE_EN.key())) {
            faults.put(ImportField.TITLE_AR.key(), List.of("import-title-column"));
        }
    }

    static boolean isZone(String zone) {
        try {
            return !ZoneId.of(zone).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The columns a person would choose: by their headings, and by the script of what stands under "title". */
    ImportMapping guessing(CsvTable table) {
        Map<ImportField, String> chosen = new EnumMap<>(ImportField.class);
        Map<String, Integer> taken = new HashMap<>();
        for (int sure = 100; sure > 60; sure--) {
            for (ImportField field : ImportField.values()) {
                for (String heading : table.header()) {
                    if (!chosen.containsKey(field) && !taken.containsKey(heading) && field.fit(heading) == sure) {
                        chosen.put(field, heading);
                        taken.put(heading, sure);
                    }
                }
            }
        }
        byScript(table, chosen, ImportField.TITLE_EN, ImportField.TITLE_AR);
        byScript(table, chosen, ImportField.TEXT_EN, ImportField.TEXT_AR);
        Map<String, String> named = new TreeMap<>();
        chosen.forEach((field, heading) -> named.put(field.key(), heading));
        return new ImportMapping(
                named, guessOrder(table, chosen), defaultPillar, defaultPlace, zone, defaultSeats, source);
    }

    private static void byScript(CsvTable table, Map<ImportField, String> chosen, ImportField en, ImportField ar) {
        swap(table, chosen, en, ar, true);
        swap(table, chosen, ar, en, false);
    }

    private static void swap(
            CsvTable table, Map<ImportField, String> chosen, ImportField from, ImportField to, boolean arabic) {
        String heading = chosen.get(from);
        if (heading != null && !chosen.containsKey(to) && isArabic(sample(table, heading)) == arabic) {
            boolean empty = sample(table, heading).isBlank();
            if (!empty) {
                chosen.remove(from);
                chosen.put(to, heading);
            }
        }
    }

    private static boolean isArabic(String text) {
        return ImportText.isArabic(text);
    }

    private static String sample(CsvTable table, String heading) {
        return String.join(" ", cells(table, heading, 20));
    }

    private static List<String> cells(CsvTable table, String heading, int limit) {
        int column = table.column(heading);
        List<String> cells = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            if (column < row.cells().size() && cells.size() < limit) {
                cells.add(row.cells().get(column));
            }
        }
        return cells;
    }

    /** Month-first only when some date of the file can be nothing else and none contradicts it. */
    private static String guessOrder(CsvTable table, Map<ImportField, String> chosen) {
        String heading = chosen.get(ImportField.START_DATE);
        if (heading == null) {
            return DAY_FIRST;
        }
        List<String> dates = cells(table, heading, 2000);
        long month = dates.stream()
                .filter(d -> ImportDates.fitsOtherOrder(d, ImportDates.Order.DAY_FIRST))
                .count();
        long day = dates.stream()
                .filter(d -> ImportDates.fitsOtherOrder(d, ImportDates.Order.MONTH_FIRST))
                .count();
        return month > day ? MONTH_FIRST : DAY_FIRST;
    }
}
