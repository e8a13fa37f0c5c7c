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

/** The half-year's courses: numbers, groups, what was held, what each enrolment came to. */
@Controller
class TrainingFigurePages {
    private final TrainingFigures figures;
    private final Questions questions;

    TrainingFigurePages(TrainingFigures figures, Questions questions) {
        this.figures = figures;
        this.questions = questions;
    }

    @GetMapping("/statistics/training")
    String training(@ModelAttribute FigureFilter filter, Viewer viewer, Model model) {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.COURSES, model);
        Question q = asked.question();
        model.addAttribute("total", figures.courses(viewer, q));
        model.addAttribute("before", figures.courses(viewer, q.in(q.period().yearBefore())));
        model.addAttribute("groups", figures.groups(viewer, q, asked.by()));
        model.addAttribute("months", figures.groups(viewer, q, Dimension.MONTH));
        model.addAttribute("onboarding", figures.onboarding(viewer, q));
        model.addAttribute("onboardingGroups", figures.onboardingGroups(viewer, q, asked.by()));
        return "statistics/training";
    }

    @GetMapping("/statistics/training/rows")
    String rows(
            @ModelAttribute FigureFilter filter,
            @RequestParam(defaultValue = "trainees") String of,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        Counted counted = Counted.enrolments(of);
        Question q = questions.read(filter, Facts.COURSES, model).question();
        lay(viewer, q, counted, model);
        model.addAttribute("page", figures.open(viewer, q, counted, after));
        return "statistics/trainingRows";
    }

    @GetMapping("/statistics/training/held")
    String held(
            @ModelAttribute FigureFilter filter,
            @RequestParam(defaultValue = "courses") String of,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        Counted counted = Counted.holdings(of);
        Question q = questions.read(filter, Facts.COURSES, model).question();
        lay(viewer, q, counted, model);
        model.addAttribute("page", figures.openHeld(viewer, q, counted, after));
        return "statistics/held";
    }

    private void lay(Viewer viewer, Question q, Counted of, Model model) {
        boolean path = of == Counted.WORKSHOPS || of == Counted.ONBOARDED;
        model.addAttribute("of", of);
        model.addAttribute("total", path ? figures.onboarding(viewer, q) : figures.courses(viewer, q));
    }

    @GetMapping(value = "/statistics/training.csv", produces = "text/csv")
    void csv(@ModelAttribute FigureFilter filter, Viewer viewer, HttpServletResponse response) throws IOException {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.COURSES);
        Question q = asked.question();
        List<Group<Trained>> groups = figures.groups(viewer, q, asked.by());
        Csv.attach(response, asked.fileName("courses"));
        Csv.write(
                response.getOutputStream(),
                List.of(
                        "period",
                        "as_of",
                        asked.by().code(),
                        "courses",
                        "trainees",
                        "unique_trainees",
                        "came",
                        "passed",
                        "pass_rate"),
                groups.stream().map(g -> line(q, g)).toList());
    }

    /** A rate of nothing is an empty cell, not nought. */
    private static List<String> line(Question q, Group<Trained> g) {
        Trained t = g.figure();
        Integer rate = t.passRate();
        return List.of(
                q.period().code(),
                q.asOf().toString(),
                g.value(),
                String.valueOf(t.courses()),
                String.valueOf(t.trainees()),
                String.valueOf(t.people()),
                String.valueOf(t.came()),
                String.valueOf(t.passed()),
                rate == null ? "" : rate.toString());
    }
}
