package org.kulluna.statistics;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Plays on screens for programs: also by screen and by group of screens. Their rows: {@code /figures/whispers/plays}. */
@RestController
class PlaysApi {
    /** @param groups of screen-group they need not add up: a screen may stand in several, or in none */
    record PlaysFiguresAnswer(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            ReachApi.PlaysAnswer plays,
            String by,
            List<ReachApi.PlaysGroup> groups) {}

    private final ReachFigures figures;
    private final Clock clock;

    PlaysApi(ReachFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/api/v1/figures/screens")
    @Operation(
            operationId = "getScreenFigures",
            summary =
                    "Plays of whispers and their estimated audience in a period as of an instant, by one dimension, which"
                            + " may be screen or screen-group. 404 without the right, 422 for what cannot be read.")
    PlaysFiguresAnswer getScreenFigures(@ParameterObject @ModelAttribute FigureFilter filter, Viewer viewer) {
        viewer.must(Right.SEE_FIGURES);
        Question q = filter.question(Facts.PLAYS, clock);
        Dimension by = filter.dimension(Facts.PLAYS);
        return new PlaysFiguresAnswer(
                q.period().from(),
                q.period().to(),
                q.asOf(),
                ReachApi.PlaysAnswer.of(figures.plays(viewer, q)),
                by.code(),
                figures.playGroups(viewer, q, by).stream()
                        .map(g -> new ReachApi.PlaysGroup(g.value(), ReachApi.PlaysAnswer.of(g.figure())))
                        .toList());
    }
}
