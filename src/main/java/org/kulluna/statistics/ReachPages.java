package org.kulluna.statistics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.paper.Csv;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The half-year's whispers: whom they reached, what screens played, one whisper, the rows behind. */
@Controller
class ReachPages {
    private final ReachFigures figures;
    private final ReachStates states;
    private final Questions questions;

    ReachPages(ReachFigures figures, ReachStates states, Questions questions) {
        this.figures = figures;
        this.states = states;
        this.questions = questions;
    }

    @GetMapping("/statistics/whispers")
    String whispers(@ModelAttribute FigureFilter filter, Viewer viewer, Model model) {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.REACH, model);
        Question q = asked.question();
        model.addAttribute("total", figures.reach(viewer, q));
        model.addAttribute("before", figures.reach(viewer, q.in(q.period().yearBefore())));
        model.addAttribute("groups", figures.groups(viewer, q, asked.by()));
        model.addAttribute("months", figures.groups(viewer, q, Dimension.MONTH));
        model.addAttribute("played", figures.plays(viewer, q));
        model.addAttribute("playGroups", figures.playGroups(viewer, q, asked.by()));
        return "statistics/whispers";
    }

    /** Asked for the whole life of a whisper: its period is the day it was sent on. */
    @GetMapping("/statistics/whispers/{whisper}")
    String whisper(@PathVariable UUID whisper, Viewer viewer, Model model) {
        viewer.must(Right.SEE_FIGURES);
        ToldWhisper told = figures.get(viewer, whisper);
        Question q = questions.of(told, model);
        model.addAttribute("whisper", told);
        model.addAttribute("total", figures.reach(viewer, q));
        model.addAttribute("curve", figures.firstHour(viewer, q, told));
        model.addAttribute("ways", figures.ways(viewer, q));
        model.addAttribute("states", states.count(viewer, whisper));
        model.addAttribute("languages", figures.groups(viewer, q, Dimension.LANGUAGE));
        model.addAttribute("played", figures.plays(viewer, questions.plays(told)));
        return "statistics/whisper";
    }

    @GetMapping("/statistics/whispers/rows")
    String rows(
            @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        Question q = questions.read(filter, Facts.REACH, model).question();
        model.addAttribute("total", figures.reach(viewer, q));
        model.addAttribute("page", figures.open(viewer, q, after));
        return "statistics/reachedRows";
    }

    /** What screens showed of whispers, also by screen and by group of screens. */
    @GetMapping("/statistics/screens")
    String screens(@ModelAttribute FigureFilter filter, Viewer viewer, Model model) {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.PLAYS, model);
        model.addAttribute("played", figures.plays(viewer, asked.question()));
        model.addAttribute("groups", figures.playGroups(viewer, asked.question(), asked.by()));
        return "statistics/screens";
    }

    @GetMapping("/statistics/whispers/plays")
    String plays(
            @ModelAttribute FigureFilter filter,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        viewer.must(Right.OPEN_FIGURE_ROWS);
        Question q = questions.read(filter, Facts.PLAYS, model).question();
        model.addAttribute("played", figures.plays(viewer, q));
        model.addAttribute("page", figures.openPlays(viewer, q, after));
        return "statistics/plays";
    }

    @GetMapping(value = "/statistics/whispers.csv", produces = "text/csv")
    void csv(@ModelAttribute FigureFilter filter, Viewer viewer, HttpServletResponse response) throws IOException {
        viewer.must(Right.SEE_FIGURES);
        Questions.Asked asked = questions.read(filter, Facts.REACH);
        Question q = asked.question();
        List<Group<Reached>> groups = figures.groups(viewer, q, asked.by());
        Csv.attach(response, asked.fileName("whispers"));
        Csv.write(
                response.getOutputStream(),
                List.of("period", "as_of", asked.by().code(), "whispers", "beneficiaries", "unique_persons"),
                groups.stream()
                        .map(g -> List.of(
                                q.period().code(),
                                q.asOf().toString(),
                                g.value(),
                                String.valueOf(g.figure().whispers()),
                                String.valueOf(g.figure().beneficiaries()),
                                String.valueOf(g.figure().people())))
                        .toList());
    }
}
