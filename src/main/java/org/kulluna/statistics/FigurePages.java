package org.kulluna.statistics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.paper.Csv;
import org.kulluna.places.Places;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The half-year's hours: one number, its groups, its rows. */
@Controller
class FigurePages {
    private final Figures figures;
    private final Units units;
    private final Places places;
    private final Clock clock;

    FigurePages(Figures figures, Units units, Places places, Clock clock) {
        this.figures = figures;
        this.units = units;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/statistics/figures")
    String figures(@ModelAttribute FigureFilter filter, Viewer viewer, Model model) {
        viewer.must(Right.SEE_FIGURES);
        FigureFilter read = readable(filter, model);
        Question q = read.question(clock);
        Dimension by = read.dimension();
        model.addAttribute("question", q);
        model.addAttribute("by", by);
        model.addAttribute("filter", filter);
        model.addAttribute("total", figures.hours(viewer, q));
        model.addAttribute("before", figures.hours(viewer, q.in(q.period().yearBefore())));
        model.addAttribute("groups", figures.groups(viewer, q, by));
        model.addAttribute("months", figures.groups(viewer, q, Dimension.MONTH));
        model.addAttribute("roll", figures.roll(viewer, q));
        model.addAttribute("periods", periods());
        model.addAttribute("names", names());
        return "statistics/figures";
    }

    @GetMapping("/statistics/figures/rows")
    String rows(
            @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        Question q = readable(filter, model).question(clock);
        model.addAttribute("question", q);
        model.addAttribute("total", figures.hours(viewer, q));
        model.addAttribute("page", figures.open(viewer, q, after));
        model.addAttribute("names", names());
        return "statistics/rows";
    }

    @GetMapping(value = "/statistics/figures.csv", produces = "text/csv")
    void csv(@ModelAttribute FigureFilter filter, Viewer viewer, HttpServletResponse response) throws IOException {
        viewer.must(Right.SEE_FIGURES);
        Question q = filter.question(clock);
        Dimension by = filter.dimension();
        List<Group> groups = figures.groups(viewer, q, by);
        Csv.attach(response, "hours-" + q.period().code().replace("..", "_") + "-" + by.code() + ".csv");
        Csv.write(
                response.getOutputStream(),
                List.of("period", "as_of", by.code(), "minutes", "entries", "people"),
                groups.stream()
                        .map(g -> List.of(
                                q.period().code(),
                                q.asOf().toString(),
                                g.value(),
                                String.valueOf(g.figure().minutes()),
                                String.valueOf(g.figure().entries()),
                                String.valueOf(g.figure().people())))
                        .toList());
    }

    /** A filter nobody can read is told beside the field, and the page shows the current half-year instead. */
    private FigureFilter readable(FigureFilter filter, Model model) {
        try {
            filter.question(clock);
            filter.dimension();
            return filter;
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
            return FigureFilter.NONE;
        }
    }

    /** From the first half of 2022 to the current one, newest first. */
    private List<Period> periods() {
        List<Period> all = new ArrayList<>();
        Period now = Period.halfYearOf(LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE));
        for (Period p = now;
                p.from().getYear() >= 2022;
                p = Period.halfYearOf(p.from().minusDays(1))) {
            all.add(p);
        }
        return all;
    }

    private GroupNames names() {
        return new GroupNames(units.byCode(), places.byCode());
    }
}
