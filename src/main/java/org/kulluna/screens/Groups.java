package org.kulluna.screens;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to groups of screens. Their players hear of each change at once. */
@Component
class Groups {
    private final GroupRows rows;
    private final Screens.Trace trace;
    private final Screens.Known known;
    private final Clock clock;

    Groups(GroupRows rows, Screens.Known known, Screens.Trace trace, Clock clock) {
        this.rows = rows;
        this.known = known;
        this.trace = trace;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ScreenGroup> list(Viewer viewer) {
        viewer.must(Right.MANAGE_SCREENS);
        return rows.list(viewer);
    }

    /** @throws Refusal NOT_FOUND when it is another unit's */
    @Transactional(readOnly = true)
    public ScreenGroup get(Viewer viewer, UUID id) {
        viewer.must(Right.MANAGE_SCREENS);
        ScreenGroup group = rows.find(id).orElseThrow(Refusal::notFound);
        viewer.must(Right.MANAGE_SCREENS, group.unit());
        return group;
    }

    @Transactional
    public ScreenGroup add(Viewer viewer, GroupForm f) {
        viewer.must(Right.MANAGE_SCREENS);
        String unit = Typed.text(f.unit());
        if (!known.isMine(viewer, unit)) {
            throw Refusal.invalid("unit", "not-a-choice");
        }
        ScreenGroup group = read(Typed.id(f.id()), unit, f);
        if (rows.insert(group, clock.instant())) {
            rows.fill(group.id(), group.screens());
            trace.changed(viewer, "add-group", "screen-group", group.id());
        }
        return get(viewer, group.id());
    }

    /** Its unit stays. */
    @Transactional
    public ScreenGroup change(Viewer viewer, UUID id, GroupForm f) {
        ScreenGroup group = read(id, get(viewer, id).unit(), f);
        if (!rows.update(group)) {
            throw Refusal.changedMeanwhile();
        }
        rows.fill(id, group.screens());
        trace.changed(viewer, "change-group", "screen-group", id);
        return get(viewer, id);
    }

    /** What was aimed at it plays nowhere then. */
    @Transactional
    public void retire(Viewer viewer, UUID id) {
        viewer.must(Right.MANAGE_SCREENS);
        viewer.must(Right.MANAGE_SCREENS, rows.findUnit(id).orElseThrow(Refusal::notFound));
        if (rows.retire(id, clock.instant())) {
            trace.changed(viewer, "retire-group", "screen-group", id);
        }
    }

    private ScreenGroup read(UUID id, String unit, GroupForm f) {
        List<UUID> screens = f.screens() == null
                ? List.of()
                : f.screens().stream()
                        .map(s -> Typed.uuid("screens", s))
                        .distinct()
                        .toList();
        Faults faults = new Faults();
        faults.when(rows.countOf(unit, screens) != screens.size(), "screens", "not-a-choice");
        faults.raise();
        LocalizedText name = new LocalizedText(Typed.text(f.nameAr()), Typed.text(f.nameEn()));
        return new ScreenGroup(id, name, unit, screens, Typed.number(f.version(), 0));
    }
}
