package org.kulluna.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first rows of a table, for choosing columns.
 *
 * @param charset in which the file was found to be written
 */
public record ImportPreview(List<String> header, List<List<String>> rows, String charset) {
    private static final int SHOWN = 5;

    static ImportPreview of(CsvTable table) {
        return new ImportPreview(
                table.header(),
                table.rows().stream()
                        .limit(SHOWN)
                        .map(r -> cells(r, table.header().size()))
                        .toList(),
                table.charset());
    }

    private static List<String> cells(CsvTable.Row row, int width) {
        return row.cells().stream().limit(width).map(ImportNote::cut).toList();
    }

    /** Heading to heading with a sample of what stands under it. */
    public Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String sample = sample(i);
            options.put(header.get(i), sample.isEmpty() ? header.get(i) : header.get(i) + " (" + sample + ")");
        }
        return options;
    }

    private String sample(int column) {
        for (List<String> row : rows) {
            if (column < row.size() && !row.get(column).isBlank()) {
                String cell = row.get(column);
                return cell.codePointCount(0, cell.length()) <= 24
                        ? cell
                        : cell.substring(0, cell.offsetByCodePoints(0, 24)) + "…";
            }
        }
        return "";
    }
}
