package org.kulluna.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kulluna.paper.Csv;
import org.kulluna.shared.Words;

/** The lines of a run as a file to keep, said in one language. */
final class ImportReport {
    private ImportReport() {}

    static void write(ImportRun run, List<ImportLine> lines, String language, HttpServletResponse response)
            throws IOException {
        Words words = Words.in(language);
        Csv.attach(response, "import-" + run.id() + ".csv");
        List<String> header =
                List.of("line", "outcome", "id", "title", "shifts", "changes", "notes", "opportunity").stream()
                        .map(column -> words.say("imports.report." + column))
                        .toList();
        Csv.write(
                response.getOutputStream(),
                header,
                lines.stream().map(l -> row(l, words)).toList());
    }

    private static List<String> row(ImportLine l, Words words) {
        return List.of(
                String.valueOf(l.line()),
                words.say("imports.outcome." + l.outcome()),
                l.externalId(),
                l.title(),
                String.valueOf(l.shifts()),
                l.changes().stream().map(c -> words.say("imports.field." + c)).collect(Collectors.joining("; ")),
                Stream.concat(
                                l.withdrawn() ? Stream.of(words.say("imports.note.withdrawn")) : Stream.of(),
                                l.notes().stream().map(n -> words.say(n.wordsKey(), n.wordsArgs())))
                        .collect(Collectors.joining("; ")),
                l.opportunity() == null ? "" : l.opportunity().toString());
    }
}
