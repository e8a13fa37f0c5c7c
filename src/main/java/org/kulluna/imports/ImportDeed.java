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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One line of an import, done: opportunity, shifts and the mark on the line land together or not at all. */
@Component
class ImportDeed {
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
        try {
            transaction.executeWithoutResult(t -> {
                if (lines.take(run.id(), waiting.line(), clock.instant())) {
                    UUID opportunity = apply(viewer, run, waiting.proposal());
                    lines.done(run.id(), waiting.line(), opportunity);
                }
            });
        } catch (Refusal refusal) {
            // The world moved on since the dry run. Another's update of the same row may be tried again; a rule may
            // not.
            lines.refuse(run.id(), waiting.line(), why(refusal));
        }
    }

    private static ImportNote why(Refusal refusal) {
        return refusal.faults().entrySet().stream()
                .findFirst()
                .map(f -> ImportNote.of("fault", "fault", f.getValue().get(0)))
                .orElseGet(() -> ImportNote.of("refusal", "refusal", refusal.key()));
    }

    private UUID apply(Viewer viewer, ImportRun run, ImportProposal p) {
        ImportMerge merge = planner.merge(run.unit(), run.mapping());
        KnownOpportunity known =
                planner.known(viewer, run.unit(), run.mapping(), List.of(p)).get(p.externalId());
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
