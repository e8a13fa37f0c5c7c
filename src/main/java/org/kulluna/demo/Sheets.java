package org.kulluna.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The data files the programme is invented from; read by column name. */
final class Sheets {
    private Sheets() {}

    /** @param path under the class path, without its ending */
    static List<NamedCsvRecord> read(String path) {
        try (InputStream in = Sheets.class.getResourceAsStream("/" + path + ".csv")) {
            if (in == null) {
                throw new IllegalStateException("no data file " + path);
            }
            return CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
