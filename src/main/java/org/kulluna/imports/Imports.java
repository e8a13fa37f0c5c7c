package org.kulluna.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.volunteering.Opportunities;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to imports: bring a file, look at what it would do (a dry run, as often as one likes), and have it done.
 * Nothing that members see changes before {@link #apply}, and what it makes are drafts.
 */
@Component
public class Imports {
    static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ImportRows rows;
    private final ImportLineRows lines;
    private final ImportPlanner planner;
    private final ImportApplier applier;
    private final Opportunities opportunities;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Imports(
            ImportRows rows,
            ImportLineRows lines,
            ImportPlanner planner,
            ImportApplier applier,
            Opportunities opportunities,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.lines = lines;
        this.planner = planner;
        this.applier = applier;
        this.opportunities = opportunities;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Keeps a file and guesses how to read it. The same file again, not applied yet, is the same run; so is the same id.
     *
     * @throws Refusal NOT_FOUND when the unit is not the viewer's; INVALID (field file) when it cannot be read; TOO_LARGE;
     *     CONFLICT id-used when the id stands for another file
     */
    @Transactional
    public UUID upload(Viewer viewer, UUID id, String unit, @Nullable String fileName, byte[] content) {
        viewer.must(Right.EDIT_OPPORTUNITIES, unit);
        ImportFile file = ImportFile.of(unit, fileName, content);
        var known = rows.find(id);
        if (known.isPresent()) {
            own(viewer, known.get());
            return theSame(id, file);
        }
        ImportMapping start = ImportMapping.start(file.format());
        CsvTable table = file.isCalendar() ? null : CsvTable.read(content);
        int count =
                table == null ? ICalOpportunities.count(content) : table.rows().size();
        var same = rows.findOpen(file);
        if (same.isPresent()) {
            return same.get();
        }
        ImportMapping mapping = table == null ? start : start.guessing(table);
        if (rows.insert(id, file, mapping, count, viewer.signedIn(), clock.instant())) {
            audit.record(viewer, "imports.upload", "import", id);
        }
        return theSame(id, file);
    }

    private UUID theSame(UUID id, ImportFile file) {
        if (!rows.holds(id, file)) {
            throw Refusal.conflict("id-used");
        }
        return id;
    }

    /**
     * The dry run: reads the file under the mapping and notes for each line what would become of it.
     *
     * @param saveAs a name to keep the mapping under for the unit's next files, or empty
     * @throws Refusal INVALID with the mapping's faults; CONFLICT import-done, changed-meanwhile
     */
    @Transactional
    public ImportRun plan(Viewer viewer, UUID id, ImportMapping mapping, String saveAs) {
        ImportRun run = get(viewer, id);
        mustBeOpen(run);
        ImportFile file = new ImportFile(run.unit(), run.fileName(), rows.content(id), run.format());
        if (saveAs.length() > 60) {
            throw Refusal.invalid("saveAs", "too-long");
        }
        List<ImportPlan.Line> plan = planner.plan(viewer, file, mapping);
        if (!rows.moveOn(id, run.version(), "planned", List.of("uploaded", "planned"), mapping, clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        lines.replace(id, plan);
        if (!saveAs.isBlank()) {
            String name = saveAs.strip();
            rows.saveMapping(Ids.next(), run.unit(), name, mapping, viewer.signedIn(), clock.instant());
            audit.record(viewer, "imports.save-mapping", "unit", run.unit(), "mapping");
        }
        audit.record(viewer, "imports.plan", "import", id, "mapping");
        return get(viewer, id);
    }

    /**
     * Has the dry run done. Short ones are done on return; long ones go on in the background, and {@link #get} tells how
     * far. Asked again, it goes on where it was, or changes nothing.
     *
     * @param version of the dry run that was looked at; null takes the last one
     * @throws Refusal CONFLICT import-not-planned, import-done (discarded), changed-meanwhile
     */
    public ImportRun apply(Viewer viewer, UUID id, @Nullable Integer version) {
        ImportRun run = get(viewer, id);
        if (run.state().equals("applied")) {
            return run;
        }
        if (!run.state().equals("applying")) {
            begin(viewer, run, version == null ? run.version() : version);
        }
        applier.startAndWait(id, PATIENCE);
        return get(viewer, id);
    }

    private void begin(Viewer viewer, ImportRun run, int version) {
        if (!run.state().equals("planned")) {
            throw Refusal.conflict(run.state().equals("uploaded") ? "import-not-planned" : "import-done");
        }
        transaction.executeWithoutResult(t -> {
            if (!rows.moveOn(run.id(), version, "applying", List.of("planned"), null, clock.instant())) {
                throw Refusal.changedMeanwhile();
            }
            rows.appliedBy(run.id(), viewer.signedIn());
            audit.record(viewer, "imports.apply", "import", run.id(), "state");
        });
    }

    /** Puts the file away unused. What was applied stays. */
    @Transactional
    public void discard(Viewer viewer, UUID id) {
        ImportRun run = get(viewer, id);
        if (run.state().equals("discarded")) {
            return;
        }
        mustBeOpen(run);
        if (!rows.moveOn(id, run.version(), "discarded", List.of("uploaded", "planned"), null, clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        lines.deleteAll(id);
        audit.record(viewer, "imports.discard", "import", id, "state");
    }

    /**
     * Takes a mistaken import back: what it made and nobody touched since is deleted; what was published, changed by hand
     * or known before stays. The file may then be brought again.
     *
     * @throws Refusal CONFLICT import-not-applied, changed-meanwhile
     */
    @Transactional
    public ImportRun withdraw(Viewer viewer, UUID id) {
        ImportRun run = get(viewer, id);
        if (run.state().equals("withdrawn")) {
            return run;
        }
        if (!run.state().equals("applied")) {
            throw Refusal.conflict("import-not-applied");
        }
        if (!rows.moveOn(id, run.version(), "withdrawn", List.of("applied"), null, clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        lines.withdrawn(id, opportunities.deleteUntouched(viewer, run.unit(), lines.listMade(id)));
        audit.record(viewer, "imports.withdraw", "import", id, "state");
        return get(viewer, id);
    }

    @Transactional(readOnly = true)
    public ImportRun get(Viewer viewer, UUID id) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        return own(viewer, rows.find(id).orElseThrow(Refusal::notFound));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<ImportRun> list(Viewer viewer, @Nullable String after) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        return Page.of(rows.list(viewer, row(after), PAGE + 1), PAGE, r -> r.id().toString());
    }

    /** In the file's order. @param outcome create, update, unchanged, refuse, or anything else for all */
    @Transactional(readOnly = true)
    public Page<ImportLine> listLines(Viewer viewer, UUID id, String outcome, int after) {
        get(viewer, id);
        return Page.of(lines.list(id, known(outcome), after, PAGE + 1), PAGE, l -> String.valueOf(l.line()));
    }

    /** All of them: for the file to keep. */
    @Transactional(readOnly = true)
    public List<ImportLine> report(Viewer viewer, UUID id, String outcome) {
        get(viewer, id);
        return lines.list(id, known(outcome), 0, Integer.MAX_VALUE);
    }

    /** What stands in the file, for choosing columns. Null for a calendar. */
    @Transactional(readOnly = true)
    @Nullable
    CsvTable table(Viewer viewer, UUID id) {
        ImportRun run = get(viewer, id);
        return run.format().equals("csv") && run.isOpen() ? CsvTable.read(rows.content(id)) : null;
    }

    /** A unit's saved mappings by name. */
    @Transactional(readOnly = true)
    public Map<String, ImportMapping> listMappings(Viewer viewer, String unit) {
        viewer.must(Right.EDIT_OPPORTUNITIES, unit);
        return rows.listMappings(unit);
    }

    private static ImportRun own(Viewer viewer, ImportRun run) {
        viewer.must(Right.EDIT_OPPORTUNITIES, run.unit());
        return run;
    }

    /** Null for nothing and for nonsense: the list then begins at its beginning. */
    private static @Nullable UUID row(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void mustBeOpen(ImportRun run) {
        if (!run.isOpen()) {
            throw Refusal.conflict("import-done");
        }
    }

    private static String known(String outcome) {
        for (ImportPlan.Outcome each : ImportPlan.Outcome.values()) {
            if (each.key().equals(outcome)) {
                return outcome;
            }
        }
        return "";
    }
}
