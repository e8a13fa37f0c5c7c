package org.kulluna.statistics;

import java.util.LinkedHashMap;
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

/**
 * Courses held, trainees and what became of them, in a period as of an instant; the onboarding path has figures of its
 * own. Each opens to its rows.
 */
@Component
public class TrainingFigures {
    private static final int PAGE = 50;
    private final TrainingFigureRows rows;
    private final Audit audit;

    TrainingFigures(TrainingFigureRows rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /** Outside the onboarding path. */
    @Transactional(readOnly = true)
    public Trained courses(Viewer viewer, Question q) {
        viewer.must(Right.SEE_FIGURES);
        return rows.total(Facts.COURSES, q, Figures.units(viewer, Right.SEE_FIGURES));
    }

    /** Most trainees first; months in their order. Trainees, came and passed add up; distinct persons need not. */
    @Transactional(readOnly = true)
    public List<Group<Trained>> groups(Viewer viewer, Question q, Dimension by) {
        viewer.must(Right.SEE_FIGURES);
        return rows.groups(Facts.COURSES, q, by, Figures.units(viewer, Right.SEE_FIGURES));
    }

    /** {@code courses} are workshops of the path to which somebody came, {@code people} its onboarded members. */
    @Transactional(readOnly = true)
    public Trained onboarding(Viewer viewer, Question q) {
        viewer.must(Right.SEE_FIGURES);
        Set<String> units = Figures.units(viewer, Right.SEE_FIGURES);
        long workshops = rows.total(Facts.WORKSHOPS, q, units).courses();
        return rows.total(Facts.ONBOARDING, q, units).withCourses(workshops);
    }

    @Transactional(readOnly = true)
    public List<Group<Trained>> onboardingGroups(Viewer viewer, Question q, Dimension by) {
        viewer.must(Right.SEE_FIGURES);
        Set<String> units = Figures.units(viewer, Right.SEE_FIGURES);
        Map<String, Trained> all = new LinkedHashMap<>();
        rows.groups(Facts.ONBOARDING, q, by, units)
                .forEach(g -> all.put(g.value(), g.figure().withCourses(0)));
        rows.groups(Facts.WORKSHOPS, q, by, units)
                .forEach(g -> all.merge(
                        g.value(),
                        Trained.NONE.withCourses(g.figure().courses()),
                        (path, workshops) -> path.withCourses(workshops.courses())));
        return all.entrySet().stream()
                .map(e -> new Group<>(e.getKey(), e.getValue()))
                .toList();
    }

    /** @param after {@code day_id} of the last row shown, null for the first page */
    @Transactional
    public Page<ResultRow> open(Viewer viewer, Question q, Counted of, @Nullable String after) {
        record(viewer, q, of);
        List<ResultRow> read =
                rows.rows(of, q, Figures.units(viewer, Right.OPEN_FIGURE_ROWS), After.parse(after), PAGE + 1);
        return Page.of(read, PAGE, r -> After.cursor(r.startsOn(), r.id()));
    }

    /** @param after {@code day_id} of the last row shown, null for the first page */
    @Transactional
    public Page<HeldRow> openHeld(Viewer viewer, Question q, Counted of, @Nullable String after) {
        record(viewer, q, of);
        List<HeldRow> read =
                rows.held(of, q, Figures.units(viewer, Right.OPEN_FIGURE_ROWS), After.parse(after), PAGE + 1);
        return Page.of(read, PAGE, r -> After.cursor(r.startsOn(), r.id()));
    }

    private void record(Viewer viewer, Question q, Counted of) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        audit.record(
                viewer,
                "statistics.open",
                "figure",
                of.code() + "/" + q.period().code());
    }
}
