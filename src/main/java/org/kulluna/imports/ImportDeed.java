package org.kulluna.imports;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.kulluna.volunteering.KnownOpportunity;
import org.kulluna.volunteering.NewOpportunity;
import org.kulluna.volunteering.NewShift;
import org.kulluna.volunteering.Opportunities;
import org.kulluna.volunteering.Shifts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** One line of an import, done: opportunity, shifts and the mark on the line land together or not at all. */
@Component
class ImportDeed {
    private static final Logger LOG = LoggerFactory.getLogger(ImportDeed.class);
    /** The database breaks a transaction off to free another; the next turn finds the way clear. */
    private static final int TURNS = 3;

    private final ImportLineRows lines;
    private final ImportPlanner planner;
    private final Opportunities opportunities;
    private final Shifts shifts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportDeed(
            ImportLineRows lines,
            ImportPlanner planner,
            Opportunities opportunities,
            Shifts shifts,
            TransactionTemplate transaction,
            Clock clock) {
        this.lines = lines;
        this.planner = planner;
        this.opportunities = opportunities;
        this.shifts = shifts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void apply(Viewer viewer, ImportRun run, ImportLineRows.Waiting waiting) {
        for (int turn = 1; turn <= TURNS; turn++) {
            try {
                transaction.executeWithoutResult(t -> take(viewer, run, waiting));
                return;
            } catch (Refusal refusal) {
                // The world moved on since the dry run.
                lines.refuse(run.id(), waiting.line(), why(refusal));
                return;
            } catch (DataAccessResourceFailureException | TransactionException gone) {
                throw gone; // No line's fault: the run waits for the database to come back.
            } catch (RuntimeException bug) {
                LOG.error("import {} line {} failed, turn {}", run.id(), waiting.line(), turn, bug);
            }
        }
        // One bad line must not keep the others waiting for ever.
        lines.refuse(run.id(), waiting.line(), ImportNote.of("not-done"));
    }

    private void take(Viewer viewer, ImportRun run, ImportLineRows.Waiting waiting) {
        if (lines.take(run.id(), waiting.line(), clock.instant())) {
            ImportMerge merge = planner.merge(run.unit(), run.mapping());
            ImportProposal p = waiting.proposal();
            KnownOpportunity known =
                    planner.known(viewer, run.unit(), run.mapping(), List.of(p)).get(p.externalId());
            UUID opportunity = apply(viewer, merge, p, known);
            lines.done(run.id(), waiting.line(), opportunity, known == null);
        }
    }

    private static ImportNote why(Refusal refusal) {
        return refusal.faults().entrySet().stream()
                .findFirst()
                .map(f -> ImportNote.of("fault", "fault", f.getValue().get(0)))
                .orElseGet(() -> ImportNote.of("refusal", "refusal", refusal.key()));
    }

    private UUID apply(Viewer viewer, ImportMerge merge, ImportProposal p, @Nullable KnownOpportunity known) {
        UUID opportunity = opportunity(viewer, merge, p, known);
        Map<String, KnownOpportunity.KnownShift> there = known == null ? Map.of() : known.shifts();
        for (ImportSlot slot : p.slots()) {
            KnownOpportunity.KnownShift shift = there.get(slot.key());
            NewShift after = merge.shift(slot, shift);
            if (shift == null || !ImportMerge.changes(after, shift).isEmpty()) {
                shifts.put(viewer, opportunity, after);
            }
        }
        return opportunity;
    }

    private UUID opportunity(Viewer viewer, ImportMerge merge, ImportProposal p, @Nullable KnownOpportunity known) {
        NewOpportunity after = merge.opportunity(p, known);
        if (known != null && (!p.leads() || ImportMerge.changes(after, known).isEmpty())) {
            return known.id();
        }
        return opportunities.put(viewer, after);
    }
}
