package org.kulluna.statistics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Figures of a period as of an instant, from the ledger through the definitions; each opens to its rows. */
@Component
public class Figures {
    private static final int PAGE = 50;

    private final FigureRows rows;
    private final TrainingFigureRows training;
    private final Audit audit;
    private final Clock clock;

    Figures(FigureRows rows, TrainingFigureRows training, Audit audit, Clock clock) {
        this.rows = rows;
        this.training = training;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Figure hours(Viewer viewer, Question q) {
        viewer.must(Right.SEE_FIGURES);
        return rows.total(q, units(viewer, Right.SEE_FIGURES));
    }

    /** Largest first; months in their order. The groups' minutes add up to the figure's. */
    @Transactional(readOnly = true)
    public List<Group<Figure>> groups(Viewer viewer, Question q, Dimension by) {
        viewer.must(Right.SEE_FIGURES);
        return rows.groups(q, by, units(viewer, Right.SEE_FIGURES));
    }

    /** @param after {@code day_id} of the last row shown, null for the first page */
    @Transactional
    public Page<HoursRow> open(Viewer viewer, Question q, @Nullable String after) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        audit.record(viewer, "statistics.open", "figure", "hours/" + q.period().code());
        List<HoursRow> read = rows.rows(q, units(viewer, Right.OPEN_FIGURE_ROWS), After.parse(after), PAGE + 1);
        return Page.of(read, PAGE, r -> After.cursor(r.startsOn(), r.id()));
    }

    @Transactional(readOnly = true)
    public Roll roll(Viewer viewer, Question q) {
        viewer.must(Right.SEE_FIGURES);
        return rows.roll(q.period(), q.asOf());
    }

    /** The programme's hours and people for everybody: counts only, no groups. */
    @Transactional(readOnly = true)
    public Figure publicHours(Period period) {
        return rows.total(new Question(period, clock.instant(), Map.of()), null);
    }

    /** The programme's courses and trainees for everybody: counts only, no groups. */
    @Transactional(readOnly = true)
    public Trained publicCourses(Period period) {
        return training.total(Facts.COURSES, new Question(period, clock.instant(), Map.of()), null);
    }

    @Transactional(readOnly = true)
    public Roll publicRoll(Period period) {
        return rows.roll(period, clock.instant());
    }

    /** Those in which the viewer has the right; null: all of them. */
    static @Nullable Set<String> units(Viewer viewer, Right right) {
        return viewer.mayEverywhere(right) ? null : viewer.unitsWith(right);
    }
}
