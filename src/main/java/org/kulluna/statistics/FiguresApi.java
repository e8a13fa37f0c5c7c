package org.kulluna.statistics;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.Viewer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The half-year's hours for programs. */
@RestController
@RequestMapping("/api/v1/figures")
class FiguresApi {
    /** {@code minutes} are verified minutes; {@code hours} is the rounded headline; groups add up in minutes. */
    record FiguresAnswer(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            long hours,
            long minutes,
            long entries,
            long activeMembers,
            long members,
            long newMembers,
            long nationalities,
            String by,
            List<GroupAnswer> groups) {}

    record GroupAnswer(String value, long minutes, long entries, long people) {}

    record RowAnswer(
            UUID id,
            UUID dutyId,
            LocalDate startsOn,
            int minutes,
            String unit,
            String region,
            String pillar,
            String nationality,
            boolean correction,
            Instant recordedAt) {}

    private final Figures figures;
    private final Clock clock;

    FiguresApi(Figures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getFigures",
            summary = "Volunteer hours of a period as of an instant, by one dimension. 404 without the right, 422 for a"
                    + " period, instant or dimension that cannot be read.")
    FiguresAnswer getFigures(@ParameterObject @ModelAttribute FigureFilter filter, Viewer viewer) {
        viewer.must(org.kulluna.shared.Right.SEE_FIGURES);
        Question q = filter.question(Facts.HOURS, clock);
        Dimension by = filter.dimension(Facts.HOURS);
        Figure total = figures.hours(viewer, q);
        Roll roll = figures.roll(viewer, q);
        List<GroupAnswer> groups = figures.groups(viewer, q, by).stream()
                .map(g -> new GroupAnswer(
                        g.value(),
                        g.figure().minutes(),
                        g.figure().entries(),
                        g.figure().people()))
                .toList();
        return new FiguresAnswer(
                q.period().from(),
                q.period().to(),
                q.asOf(),
                total.hours(),
                total.minutes(),
                total.entries(),
                total.people(),
                roll.members(),
                roll.joined(),
                roll.nationalities(),
                by.code(),
                groups);
    }

    @GetMapping("/rows")
    @Operation(operationId = "listFigureRows", summary = "The ledger entries behind a figure, newest duty first.")
    Page<RowAnswer> listFigureRows(
            @ParameterObject @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        viewer.must(org.kulluna.shared.Right.OPEN_FIGURE_ROWS);
        Page<HoursRow> page = figures.open(viewer, filter.question(Facts.HOURS, clock), after);
        return new Page<>(
                page.rows().stream()
                        .map(r -> new RowAnswer(
                                r.id(),
                                r.dutyId(),
                                r.startsOn(),
                                r.minutes(),
                                r.unit(),
                                r.region(),
                                r.pillar(),
                                r.nationality(),
                                r.correction(),
                                r.recordedAt()))
                        .toList(),
                page.next());
    }
}
