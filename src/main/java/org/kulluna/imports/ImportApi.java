package org.kulluna.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bringing a file by program. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {
    /**
     * @param counts lines by outcome: create, update, unchanged, refuse
     * @param toDo lines that applying does something with
     * @param done of them so far
     * @param made opportunities that it made
     * @param withdrawn of them since
     */
    record Run(
            UUID id,
            String unit,
            String format,
            String fileName,
            String state,
            int lines,
            Map<String, Integer> counts,
            int toDo,
            int done,
            int shifts,
            int made,
            int withdrawn,
            ImportMapping mapping,
            int version,
            Instant createdAt,
            @Nullable Instant appliedAt) {
        static Run of(ImportRun r) {
            return new Run(
                    r.id(),
                    r.unit(),
                    r.format(),
                    r.fileName(),
                    r.state(),
                    r.lines(),
                    r.counts(),
                    r.toDo(),
                    r.done(),
                    r.shifts(),
                    r.made(),
                    r.withdrawn(),
                    r.mapping(),
                    r.version(),
                    r.createdAt(),
                    r.appliedAt());
        }
    }

    /** {@code key} and {@code args} for programs, {@code said} for people. */
    record Note(String key, Map<String, String> args, LocalizedText said) {}

    record Line(
            int line,
            String outcome,
            String externalId,
            String title,
            int shifts,
            List<String> changes,
            List<Note> notes,
            @Nullable UUID opportunity,
            boolean done,
            boolean withdrawn) {
        static Line of(ImportLine l) {
            return new Line(
                    l.line(),
                    l.outcome(),
                    l.externalId(),
                    l.title(),
                    l.shifts(),
                    l.changes(),
                    l.notes().stream()
                            .map(n -> new Note(n.key(), n.args(), n.said()))
                            .toList(),
                    l.opportunity(),
                    l.done(),
                    l.withdrawn());
        }
    }

    /**
     * @param columns field to the heading of its column; none for a calendar
     * @param order day-first or month-first
     * @param defaultPillar stakeholders, prevention or responsibility
     * @param defaultPlace code of a place
     * @param zone IANA name, of times that name none
     * @param defaultSeats 1 to 999
     * @param source the name under which the file's ids are kept
     */
    record MappingRequest(
            @Nullable Map<String, @Nullable String> columns,
            @Nullable String order,
            @Nullable String defaultPillar,
            @Nullable String defaultPlace,
            @Nullable String zone,
            @Nullable Integer defaultSeats,
            @Nullable String source) {
        ImportMapping mapping() {
            Map<String, String> values = new HashMap<>();
            if (columns != null) {
                columns.forEach((field, heading) -> values.put(field, heading == null ? "" : heading));
            }
            values.values().removeIf(String::isBlank);
            return new ImportMapping(
                    values,
                    order == null ? ImportMapping.DAY_FIRST : order,
                    text(defaultPillar),
                    text(defaultPlace),
                    zone == null ? Time.PROGRAMME_ZONE.getId() : zone,
                    defaultSeats == null ? 0 : defaultSeats,
                    text(source));
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    /**
     * @param mapping how to read the file; without it, the saved one of that name, or the one the run has
     * @param mappingName a saved mapping of the unit
     * @param saveAs keeps the mapping under that name
     */
    record PlanRequest(
            @Nullable MappingRequest mapping,
            @Nullable String mappingName,
            @Nullable String saveAs) {}

    /** @param version of the dry run that was looked at; left out, the last one is taken */
    record ApplyRequest(@Nullable Integer version) {}

    private final Imports imports;
    private final ImportUpload upload;

    ImportApi(Imports imports, ImportUpload upload) {
        this.imports = imports;
        this.upload = upload;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "uploadImport",
            summary =
                    "Bring a CSV or iCalendar file of at most 5 MB and 20,000 rows for a unit. The same file, or the"
                            + " same id, again answers the same run. 404 not your unit, 409 id-used, 413 too-large, 422 not readable.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = ImportUpload.Body.class)),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = ImportUpload.Parts.class))
                            }))
    Run uploadImport(HttpServletRequest request, Viewer viewer) {
        ImportUpload.Read read = upload.read(request);
        UUID id = imports.upload(viewer, read.id(), read.unit(), read.fileName(), read.content());
        return Run.of(imports.get(viewer, id));
    }

    @GetMapping
    @Operation(
            operationId = "listImports",
            summary = "Runs of your units, newest first; `after` takes `next` of the page before.")
    Page<Run> listImports(@RequestParam(required = false) @Nullable String after, Viewer viewer) {
        Page<ImportRun> page = imports.list(viewer, after);
        return new Page<>(page.rows().stream().map(Run::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getImport", summary = "A run with its counts, and how far applying has come.")
    Run getImport(@PathVariable String id, Viewer viewer) {
        return Run.of(imports.get(viewer, Ids.parse(id)));
    }

    @GetMapping("/{id}/lines")
    @Operation(
            operationId = "listImportLines",
            summary = "What becomes of each line, in the file's order. `outcome`: create, update, unchanged or refuse.")
    Page<Line> listImportLines(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer) {
        int from = after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
        Page<ImportLine> page = imports.listLines(viewer, Ids.parse(id), outcome, from);
        return new Page<>(page.rows().stream().map(Line::of).toList(), page.next());
    }

    @GetMapping(value = "/{id}/lines.csv", produces = "text/csv")
    @Operation(operationId = "getImportReport", summary = "All lines as CSV; `words` is ar or en.")
    void getImportReport(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "en") String words,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        UUID run = Ids.parse(id);
        ImportReport.write(imports.get(viewer, run), imports.report(viewer, run, outcome), words, response);
    }

    @GetMapping("/mappings")
    @Operation(operationId = "listImportMappings", summary = "Saved mappings of a unit, by name.")
    Map<String, ImportMapping> listImportMappings(@RequestParam String unit, Viewer viewer) {
        return imports.listMappings(viewer, unit);
    }

    @PostMapping("/{id}/plan")
    @Operation(
            operationId = "planImport",
            summary = "Dry run: what would be created, changed, left as it is and refused. Changes nothing; may be"
                    + " repeated. 409 import-done, 422 with the mapping's faults.")
    Run planImport(
            @PathVariable String id, @RequestBody(required = false) @Nullable PlanRequest request, Viewer viewer) {
        PlanRequest asked = request == null ? new PlanRequest(null, null, null) : request;
        ImportRun run = imports.get(viewer, Ids.parse(id));
        ImportMapping mapping = asked.mapping() == null ? null : asked.mapping().mapping();
        if (mapping == null && asked.mappingName() != null) {
            mapping = imports.listMappings(viewer, run.unit()).get(asked.mappingName());
            if (mapping == null) {
                throw Refusal.invalid("mappingName", "not-a-choice");
            }
        }
        String saveAs = asked.saveAs() == null ? "" : asked.saveAs();
        return Run.of(imports.plan(viewer, run.id(), mapping == null ? run.mapping() : mapping, saveAs));
    }

    @PostMapping("/{id}/apply")
    @Operation(
            operationId = "applyImport",
            summary = "Have the dry run done; long ones go on after the answer (state applying). Again changes nothing."
                    + " 409 import-not-planned, import-done, changed-meanwhile.")
    Run applyImport(
            @PathVariable String id, @RequestBody(required = false) @Nullable ApplyRequest request, Viewer viewer) {
        return Run.of(imports.apply(viewer, Ids.parse(id), request == null ? null : request.version()));
    }

    @PostMapping("/{id}/withdraw")
    @Operation(
            operationId = "withdrawImport",
            summary = "Take an applied import back: drafts that it made and nobody changed since are deleted with their"
                    + " shifts, the rest stays. Again changes nothing. 409 import-not-applied.")
    Run withdrawImport(@PathVariable String id, Viewer viewer) {
        return Run.of(imports.withdraw(viewer, Ids.parse(id)));
    }

    @PostMapping("/{id}/discard")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "discardImport", summary = "Put an import away that was not applied. 409 import-done.")
    void discardImport(@PathVariable String id, Viewer viewer) {
        imports.discard(viewer, Ids.parse(id));
    }
}
