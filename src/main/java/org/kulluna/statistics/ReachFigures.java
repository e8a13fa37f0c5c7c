package org.kulluna.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whispers sent, whom they reached and what screens played of them, in a period as of an instant. Persons and plays stay
 * apart. Each figure opens to its rows.
 */
@Component
public class ReachFigures {
    private static final int PAGE = 50;
    private final ReachRows rows;
    private final ReachSetRows sets;
    private final Cursors cursors;
    private final Audit audit;

    ReachFigures(ReachRows rows, ReachSetRows sets, Cursors cursors, Audit audit) {
        this.rows = rows;
        this.sets = sets;
        this.cursors = cursors;
        this.audit = audit;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Reached reach(Viewer viewer, Question q) {
        Set<String> units = seen(viewer);
        Reached reached = sets.know(q, units) ? sets.total(q, units) : rows.total(q, units);
        return Facts.SENT.know(q) ? reached.withWhispers(rows.sent(q, units)) : reached;
    }

    /** Most beneficiaries first; months in their order. Beneficiaries add up, distinct persons need not. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Group<Reached>> groups(Viewer viewer, Question q, Dimension by) {
        Set<String> units = seen(viewer);
        List<Group<Reached>> reached = sets.know(q, units) ? sets.groups(q, by, units) : rows.groups(q, by, units);
        if (!Facts.SENT.know(q) || !Facts.SENT.dimensions().contains(by)) {
            return reached;
        }
        Map<String, Reached> all = new LinkedHashMap<>();
        reached.forEach(g -> all.put(g.value(), g.figure()));
        rows.sent(q, by, units)
                .forEach(g -> all.merge(
                        g.value(),
                        Reached.NONE.withWhispers(g.figure()),
                        (known, sent) -> known.withWhispers(sent.whispers())));
        var groups = all.entrySet().stream().map(e -> new Group<>(e.getKey(), e.getValue()));
        return by == Dimension.MONTH
                ? groups.sorted(java.util.Comparator.comparing(Group::value)).toList()
                : groups.toList();
    }

    /** Nought where plays are not told apart by what is asked: screens know no persons. */
    @Transactional(readOnly = true)
    public Played plays(Viewer viewer, Question q) {
        Set<String> units = seen(viewer);
        return Facts.PLAYS.know(q) ? rows.played(q, units) : Played.NONE;
    }

    @Transactional(readOnly = true)
    public List<Group<Played>> playGroups(Viewer viewer, Question q, Dimension by) {
        Set<String> units = seen(viewer);
        return Facts.PLAYS.know(q) && Facts.PLAYS.dimensions().contains(by) ? rows.played(q, by, units) : List.of();
    }

    /** @throws Refusal NOT_FOUND for one that was not sent, or of another unit */
    @Transactional(readOnly = true)
    public ToldWhisper get(Viewer viewer, UUID whisper) {
        return rows.find(whisper, seen(viewer)).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Curve firstHour(Viewer viewer, Question q, ToldWhisper whisper) {
        Set<String> units = seen(viewer);
        return sets.know(q, units) ? sets.curve(q, whisper.sentAt(), units) : rows.curve(q, whisper.sentAt(), units);
    }

    /** By what each person was reached first: {@code app.seen}, {@code app.read}, {@code push.confirmed} ... */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Map<String, Long> ways(Viewer viewer, Question q) {
        Set<String> units = seen(viewer);
        return sets.know(q, units) ? sets.ways(q, units) : rows.ways(q, units);
    }

    /** @param after as the page before gave it, null for the first page: sealed, since the rows name no person */
    @Transactional
    public Page<ReachedRow> open(Viewer viewer, Question q, @Nullable String after) {
        Set<String> units = record(viewer, q, "reach");
        AfterReached behind = after == null || after.isEmpty()
                ? null
                : AfterReached.parse(cursors.open("reach", after).orElseThrow(Refusal::notFound));
        return Page.of(rows.rows(q, units, behind, PAGE + 1), PAGE, r -> cursors.seal("reach", r.cursor()));
    }

    /** @param after {@code day_id} of the last row shown, null for the first page */
    @Transactional
    public Page<PlayRow> openPlays(Viewer viewer, Question q, @Nullable String after) {
        Set<String> units = record(viewer, q, "plays");
        List<PlayRow> read = rows.plays(q, units, After.parse(after), PAGE + 1);
        return Page.of(read, PAGE, r -> After.cursor(r.startsOn(), r.id()));
    }

    private static @Nullable Set<String> seen(Viewer viewer) {
        viewer.must(Right.SEE_FIGURES);
        return Figures.units(viewer, Right.SEE_FIGURES);
    }

    private @Nullable Set<String> record(Viewer viewer, Question q, String what) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        audit.record(
                viewer, "statistics.open", "figure", what + "/" + q.period().code());
        return Figures.units(viewer, Right.OPEN_FIGURE_ROWS);
    }
}
