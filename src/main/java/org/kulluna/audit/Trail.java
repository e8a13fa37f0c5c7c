package org.kulluna.audit;

import java.util.function.Consumer;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The auditor's door to the trail. Whoever reads it leaves a line in it. */
@Component
class Trail {
    static final int PAGE = 100;
    static final int EXPORT = 100_000;

    private final TrailRows rows;
    private final Audit audit;

    Trail(TrailRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** Newest first; {@code after} is where the page before ended. */
    @Transactional
    public Page<TrailEntry> list(Viewer viewer, TrailFilter filter, String after) {
        viewer.mustEverywhere(Right.READ_AUDIT);
        Page<TrailEntry> page =
                Page.of(rows.list(filter, TrailRows.After.parse(after), PAGE + 1), PAGE, TrailEntry::cursor);
        audit.record(viewer, "audit.read", "trail", "entries", filter.used());
        return page;
    }

    /** The newest hundred thousand lines at most. */
    @Transactional
    public void export(Viewer viewer, TrailFilter filter, Consumer<TrailEntry> visit) {
        viewer.mustEverywhere(Right.READ_AUDIT);
        audit.record(viewer, "audit.export", "trail", "entries", filter.used());
        rows.export(filter, EXPORT, visit);
    }
}
