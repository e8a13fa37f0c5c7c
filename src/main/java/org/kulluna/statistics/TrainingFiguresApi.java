package org.kulluna.statistics;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The half-year's courses for programs. */
@RestController
@RequestMapping("/api/v1/figures/training")
class TrainingFiguresApi {
    /**
     * Courses, trainees, came and passed add up over the groups of a course's own dimensions; unique trainees do not.
     * {@code passRate} is a whole percentage of those who came, null when nobody did.
     */
    record TrainedAnswer(
            long courses,
            long trainees,
            long uniqueTrainees,
            long came,
            long passed,
            @Nullable Integer passRate) {
        static TrainedAnswer of(Trained t) {
            return new TrainedAnswer(t.courses(), t.trainees(), t.people(), t.came(), t.passed(), t.passRate());
        }
    }

    record TrainedGroup(String value, TrainedAnswer figure) {}

    record OnboardingAnswer(long workshops, long members) {}

    record OnboardingGroup(String value, OnboardingAnswer figure) {}

    record TrainingFiguresAnswer(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            TrainedAnswer courses,
            OnboardingAnswer onboarding,
            String by,
            List<TrainedGroup> groups,
            List<OnboardingGroup> onboardingGroups) {}

    private final TrainingFigures figures;
    private final Clock clock;

    TrainingFiguresApi(TrainingFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getTrainingFigures",
            summary =
                    "Courses held, trainees and onboarding of a period as of an instant, by one dimension. 404 without"
                            + " the right, 422 for a period, instant or dimension that cannot be read.")
    TrainingFiguresAnswer getTrainingFigures(@ParameterObject @ModelAttribute FigureFilter filter, Viewer viewer) {
        viewer.must(Right.SEE_FIGURES);
        Question q = filter.question(Facts.COURSES, clock);
        Dimension by = filter.dimension(Facts.COURSES);
        return new TrainingFiguresAnswer(
                q.period().from(),
                q.period().to(),
                q.asOf(),
                TrainedAnswer.of(figures.courses(viewer, q)),
                onboarding(figures.onboarding(viewer, q)),
                by.code(),
                figures.groups(viewer, q, by).stream()
                        .map(g -> new TrainedGroup(g.value(), TrainedAnswer.of(g.figure())))
                        .toList(),
                figures.onboardingGroups(viewer, q, by).stream()
                        .map(g -> new OnboardingGroup(g.value(), onboarding(g.figure())))
                        .toList());
    }

    private static OnboardingAnswer onboarding(Trained t) {
        return new OnboardingAnswer(t.courses(), t.people());
    }

    @GetMapping("/rows")
    @Operation(
            operationId = "listTrainingFigureRows",
            summary = "The results behind a figure, newest first; of is trainees, came, passed or onboarded.")
    Page<ResultRow> listTrainingFigureRows(
            @ParameterObject @ModelAttribute FigureFilter filter,
            @RequestParam(defaultValue = "trainees") String of,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        return figures.open(viewer, filter.question(Facts.COURSES, clock), Counted.enrolments(of), after);
    }

    @GetMapping("/held")
    @Operation(
            operationId = "listHeld",
            summary = "What was held behind a figure, newest first; of is courses or workshops.")
    Page<HeldRow> listHeld(
            @ParameterObject @ModelAttribute FigureFilter filter,
            @RequestParam(defaultValue = "courses") String of,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        return figures.openHeld(viewer, filter.question(Facts.COURSES, clock), Counted.holdings(of), after);
    }
}
