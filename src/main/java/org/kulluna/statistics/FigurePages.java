package org.kulluna.statistics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.paper.Csv;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The half-year's hours: one number, its groups, its rows. */
@Controller
class FigurePages {
    private final Figures figures;
    private final Questions questions;

    FigurePages(Figures figures, Questions questions) {
        this.figures = figures;
        this.questions = questions;
    }

    @GetMapping("/statistics/figures")
    String figures(@ModelAttribute FigureFilter filter, Viewer viewer, Model model) {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.HOURS, model);
        Question q = asked.question();
        model.addAttribute("total", figures.hours(viewer, q));
        model.addAttribute("before", figures.hours(viewer, q.in(q.period().yearBefore())));
        model.addAttribute("groups", figures.groups(viewer, q, asked.by()));
        model.addAttribute("months", figures.groups(viewer, q, Dimension.MONTH));
        model.addAttribute("roll", figures.roll(viewer, q));
        return "statistics/figures";
    }

    @GetMapping("/statistics/figures/rows")
    String rows(
            @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        Question q = questions.read(filter, Facts.HOURS, model).question();
        model.addAttribute("total", figures.hours(viewer, q));
        model.addAttribute("page", figures.open(viewer, q, after));
        return "statistics/rows";
    }

    @GetMapping(value = "/statistics/figures.csv", produces = "text/csv")
    void csv(@ModelAttribute FigureFilter filter, Viewer viewer, HttpServletResponse response) throws IOException {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.HOURS);
        Question q = asked.question();
        List<Group<Figure>> groups = figures.groups(viewer, q, asked.by());
        Csv.attach(response, asked.fileName("hours"));
        Csv.write(
                response.getOutputStream(),
                List.of("period", "as_of", asked.by().code(), "minutes", "entries", "people"),
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
}
