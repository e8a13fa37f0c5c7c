package org.kulluna.statistics;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.keys.Cursors;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the people stand whom a whisper meant, channel by channel, as it is now; each number opens to its rows. */
@Component
public class ReachStates {
    private static final int PAGE = 50;
    private final ReachRows whispers;
    private final StateRows rows;
    private final Cursors cursors;
    private final Audit audit;

    ReachStates(ReachRows whispers, StateRows rows, Cursors cursors, Audit audit) {
        this.whispers = whispers;
        this.rows = rows;
        this.cursors = cursors;
        this.audit = audit;
    }

    /** Most people first. @throws Refusal NOT_FOUND for one that was not sent, or of another unit */
    @Transactional(readOnly = true)
    public List<StateCount> count(Viewer viewer, UUID whisper) {
        return rows.count(get(viewer, Right.SEE_FIGURES, whisper).id());
    }

    /** @throws Refusal NOT_FOUND, also without the right to open rows in the whisper's unit */
    @Transactional(readOnly = true)
    public ToldWhisper getOpened(Viewer viewer, UUID whisper) {
        return get(viewer, Right.OPEN_FIGURE_ROWS, whisper);
    }

    /** {@code after} as the page before gave it: sealed, since the rows name nobody; nonsense begins anew. */
    @Transactional
    public Page<StateRow> open(Viewer viewer, UUID whisper, StateFilter filter) {
        getOpened(viewer, whisper);
        audit.record(viewer, "statistics.open", "figure", "states/" + whisper);
        String list = "states " + whisper;
        UUID after = cursors.open(list, filter.after()).map(UUID::fromString).orElse(null);
        // Nobody is looked for when the counts know that nobody stands so.
        List<StateRow> read = rows.count(whisper).stream().anyMatch(filter::means)
                ? rows.list(whisper, filter, after, PAGE + 1)
                : List.of();
        return Page.of(read, PAGE, r -> cursors.seal(list, r.person().toString()));
    }

    private ToldWhisper get(Viewer viewer, Right right, UUID whisper) {
        viewer.must(right);
        @Nullable Set<String> units = Figures.units(viewer, right);
        return whispers.find(whisper, units).orElseThrow(Refusal::notFound);
    }
}
