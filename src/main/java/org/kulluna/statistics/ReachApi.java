package org.kulluna.statistics;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The half-year's whispers for programs. */
@RestController
@RequestMapping("/api/v1/figures/whispers")
class ReachApi {
    /** {@code beneficiaries} add up over groups; {@code uniquePersons} do not. */
    record ReachAnswer(long whispers, long beneficiaries, long uniquePersons) {
        static ReachAnswer of(Reached r) {
            return new ReachAnswer(r.whispers(), r.beneficiaries(), r.people());
        }
    }

    record ReachGroup(String value, ReachAnswer figure) {}

    /** {@code estimatedAudience} to a thousandth of a person; never to be added to persons reached. */
    record PlaysAnswer(long plays, BigDecimal estimatedAudience) {
        static PlaysAnswer of(Played p) {
            return new PlaysAnswer(p.plays(), p.audience());
        }
    }

    record PlaysGroup(String value, PlaysAnswer figure) {}

    record WhisperFiguresAnswer(
            LocalDate from,
            LocalDate to,
            Instant asOf,
            ReachAnswer reach,
            PlaysAnswer plays,
            String by,
            List<ReachGroup> groups,
            List<PlaysGroup> playGroups) {}

    /**
     * @param firstHour persons reached by the end of each minute since it was sent, sixty of them
     * @param firstReachedBy persons by what reached them first: app.seen, app.read, push.confirmed, push.read
     * @param states as they are now, whatever instant is asked for: on each channel (app, push) everybody meant stands in
     *     one of eligible, suppressed, queued, accepted, confirmed, seen, read, expired, failed
     */
    record WhisperAnswer(
            UUID id,
            String titleAr,
            String titleEn,
            String unit,
            String theme,
            boolean urgent,
            Instant sentAt,
            Instant asOf,
            long beneficiaries,
            List<Long> firstHour,
            Map<String, Long> firstReachedBy,
            List<StateCount> states,
            PlaysAnswer plays) {}

    private final ReachFigures figures;
    private final ReachStates states;
    private final Clock clock;

    ReachApi(ReachFigures figures, ReachStates states, Clock clock) {
        this.figures = figures;
        this.states = states;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "getWhisperFigures",
            summary =
                    "Whispers sent, beneficiaries and plays of a period as of an instant, by one dimension. 404 without"
                            + " the right, 422 for a period, instant or dimension that cannot be read.")
    WhisperFiguresAnswer getWhisperFigures(@ParameterObject @ModelAttribute FigureFilter filter, Viewer viewer) {
        viewer.must(Right.SEE_FIGURES);
        Question q = filter.question(Facts.REACH, clock);
        Dimension by = filter.dimension(Facts.REACH);
        return new WhisperFiguresAnswer(
                q.period().from(),
                q.period().to(),
                q.asOf(),
                ReachAnswer.of(figures.reach(viewer, q)),
                PlaysAnswer.of(figures.plays(viewer, q)),
                by.code(),
                figures.groups(viewer, q, by).stream()
                        .map(g -> new ReachGroup(g.value(), ReachAnswer.of(g.figure())))
                        .toList(),
                figures.playGroups(viewer, q, by).stream()
                        .map(g -> new PlaysGroup(g.value(), PlaysAnswer.of(g.figure())))
                        .toList());
    }

    @GetMapping("/{whisper}")
    @Operation(
            operationId = "getWhisperReach",
            summary = "Whom one whisper reached, minute by minute in its first hour. 404 for one that was not sent.")
    WhisperAnswer getWhisperReach(@PathVariable UUID whisper, Viewer viewer) {
        viewer.must(Right.SEE_FIGURES);
        ToldWhisper t = figures.get(viewer, whisper);
        Question q = Questions.of(t, clock.instant());
        return new WhisperAnswer(
                t.id(),
                t.title().ar(),
                t.title().en(),
                t.unit(),
                t.theme(),
                t.urgent(),
                t.sentAt(),
                q.asOf(),
                figures.reach(viewer, q).beneficiaries(),
                figures.firstHour(viewer, q, t).reached(),
                figures.ways(viewer, q),
                states.count(viewer, whisper),
                PlaysAnswer.of(figures.plays(viewer, Questions.plays(t, clock.instant()))));
    }

    @GetMapping("/{whisper}/states")
    @Operation(
            operationId = "listWhisperStateRows",
            summary = "The persons behind a state of a whisper, by channel, state and reason; they are not named.")
    Page<StateRow> listWhisperStateRows(
            @PathVariable UUID whisper, @ParameterObject @ModelAttribute StateFilter filter, Viewer viewer) {
        return states.open(viewer, whisper, filter);
    }

    @GetMapping("/rows")
    @Operation(
            operationId = "listWhisperFigureRows",
            summary = "The persons reached behind a figure, newest whisper first; persons are not named.")
    Page<ReachedRow> listWhisperFigureRows(
            @ParameterObject @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        return figures.open(viewer, filter.question(Facts.REACH, clock), after);
    }

    @GetMapping("/plays")
    @Operation(operationId = "listPlayRows", summary = "The plays behind a figure, newest first.")
    Page<PlayRow> listPlayRows(
            @ParameterObject @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        return figures.openPlays(viewer, filter.question(Facts.PLAYS, clock), after);
    }
}
