package org.kulluna.paper;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV (RFC 4180) that spreadsheets open rightly: UTF-8 with a byte-order mark, and no cell that would run as a formula. */
public final class Csv {
    private Csv() {}

    public static void write(OutputStream out, List<String> header, List<? extends List<String>> rows)
            throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(header);
        for (List<String> row : rows) {
            csv.writeRecord(row.stream().map(Csv::harmless).toList());
        }
        csv.flush();
    }

    /** Says that the answer is a file to keep. */
    public static void attach(HttpServletResponse response, String fileName) {
        Attachment.of(response, "text/csv;charset=UTF-8", fileName);
    }

    /** A cell that begins like a formula gets an apostrophe before it; a plain number stays a number. */
    public static String harmless(String cell) {
        if (cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 || cell.matches("-\\d+(\\.\\d+)?")) {
            return cell;
        }
        return "'" + cell;
    }
}
