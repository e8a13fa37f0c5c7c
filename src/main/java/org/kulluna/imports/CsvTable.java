package org.kulluna.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;

/** A delimited file with a header: its rows with the line each begins on, and what is wrong with a row's shape. */
record CsvTable(List<String> header, List<Row> rows, String charset, char delimiter) {
    static final int MAX_ROWS = 20_000;
    private static final int MAX_COLUMNS = 200;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    /** {@code fault} is set when the row does not fit the header. */
    record Row(int line, List<String> cells, @Nullable ImportNote fault) {}

    /** @throws Refusal INVALID when the file as a whole cannot be a table */
    static CsvTable read(byte[] content) {
        ImportCharset.Decoded file = ImportCharset.decode(content);
        String text = file.text();
        // Excel's own line "sep=;" names the delimiter.
        boolean named = text.startsWith("sep=") && text.length() > 4;
        char delimiter = named ? text.charAt(4) : delimiter(text);
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                if (named && record.getStartingLineNumber() == 1 || isBlank(record)) {
                    continue;
                }
                if (header == null) {
                    header = header(record);
                } else if (rows.size() >= MAX_ROWS) {
                    throw Refusal.invalid("file", "import-too-many-rows");
                } else {
                    rows.add(row(record, header.size()));
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw Refusal.invalid("file", "import-not-a-table");
        }
        if (header == null || header.size() < 2 || rows.isEmpty()) {
            throw Refusal.invalid("file", header == null ? "import-empty" : "import-no-rows");
        }
        if (endsInsideQuotes(text, delimiter)) {
            Row last = rows.removeLast();
            rows.add(new Row(last.line(), last.cells(), ImportNote.of("row-cut")));
        }
        return new CsvTable(header, List.copyOf(rows), file.charset(), delimiter);
    }

    /** The column of that name, or -1. */
    int column(@Nullable String name) {
        return name == null ? -1 : header.indexOf(name);
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static List<String> header(CsvRecord record) {
        if (record.getFieldCount() > MAX_COLUMNS) {
            throw Refusal.invalid("file", "import-too-many-columns");
        }
        Map<String, Integer> seen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String cell : record.getFields()) {
            String name = ImportText.line(cell);
            name = name == null ? "#" + (names.size() + 1) : ImportNote.cut(name);
            int times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + " (" + times + ")");
        }
        return List.copyOf(names);
    }

    private static Row row(CsvRecord record, int width) {
        List<String> cells = record.getFields();
        ImportNote fault = null;
        if (cells.size() < width) {
            fault = new ImportNote(
                    "too-few-cells", Map.of("found", String.valueOf(cells.size()), "expected", String.valueOf(width)));
        } else if (cells.subList(width, cells.size()).stream().anyMatch(c -> !c.isBlank())) {
            fault = new ImportNote(
                    "too-many-cells", Map.of("found", String.valueOf(cells.size()), "expected", String.valueOf(width)));
        }
        return new Row(Math.toIntExact(record.getStartingLineNumber()), cells, fault);
    }

    /** The delimiter that splits the header most often outside quotes. */
    private static char delimiter(String text) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r') && counts[0] + counts[1] + counts[2] + counts[3] > 0) {
                break;
            } else if (!quoted) {
                for (int d = 0; d < DELIMITERS.length; d++) {
                    counts[d] += c == DELIMITERS[d] ? 1 : 0;
                }
            }
        }
        int best = 0;
        for (int d = 1; d < counts.length; d++) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    /** A file cut off inside a quoted cell: its last row is not to be trusted. */
    private static boolean endsInsideQuotes(String text, char delimiter) {
        boolean quoted = false;
        boolean cellStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"';
                cellStart = false;
            } else if (c == '"' && (cellStart || text.charAt(i - 1) == '"')) {
                quoted = true;
            } else {
                cellStart = c == delimiter || c == '\n' || c == '\r';
            }
        }
        return quoted;
    }
}
