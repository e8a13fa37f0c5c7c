package org.kulluna.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kulluna.paper.Csv;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The form after a course, and what came of it. */
@Controller
@RequestMapping("/assessment")
class FeedbackPages {
    private static final String FORM = "assessment/feedback";
    private final Feedback feedback;
    private final Forms forms;

    FeedbackPages(Feedback feedback, Forms forms) {
        this.feedback = feedback;
        this.forms = forms;
    }

    @GetMapping("/offerings/{id}/feedback")
    String form(Viewer viewer, @PathVariable String id, Model model) {
        Feedback.View view = feedback.get(viewer, Ids.parse(id));
        model.addAttribute("view", view);
        model.addAttribute("form", view.given() == null ? FeedbackForm.EMPTY : view.given());
        return FORM;
    }

    @PostMapping("/offerings/{id}/feedback")
    String giveFeedback(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute FeedbackForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        model.addAttribute("view", feedback.get(viewer, offering));
        return forms.submit(form, model, FORM, () -> {}, () -> {
            feedback.give(viewer, offering, form);
            return Done.redirect(response, "feedback-given", "/training/mine");
        });
    }

    @GetMapping("/courses/{code}/feedback")
    String ofCourse(Viewer viewer, @PathVariable String code, Model model) {
        model.addAttribute("told", feedback.ofCourse(viewer, code));
        return "assessment/courseFeedback";
    }

    @GetMapping("/offerings/{id}/feedback/results")
    String ofOffering(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("told", feedback.ofOffering(viewer, Ids.parse(id)));
        return "assessment/offeringFeedback";
    }

    /** A line for each offering and question; of too few answers the number alone. */
    @GetMapping("/courses/{code}/feedback.csv")
    void csv(Viewer viewer, @PathVariable String code, HttpServletResponse response) throws IOException {
        Feedback.OfCourse told = feedback.ofCourse(viewer, code);
        Csv.attach(response, "feedback-" + told.course().code() + ".csv");
        Csv.write(
                response.getOutputStream(),
                List.of("ended_on", "asked", "answered", "question", "mean", "1", "2", "3", "4", "5"),
                told.offerings().stream().flatMap(l -> cells(l).stream()).toList());
    }

    static List<List<String>> cells(FeedbackLine line) {
        FeedbackResults r = line.results();
        String ended = line.endedAt() == null
                ? ""
                : LocalDate.ofInstant(line.endedAt(), Time.PROGRAMME_ZONE).toString();
        List<String> first = List.of(ended, String.valueOf(r.asked()), String.valueOf(r.answered()));
        if (r.isHidden()) {
            List<String> only = new ArrayList<>(first);
            only.addAll(List.of("", "", "", "", "", "", ""));
            return List.of(only);
        }
        return r.sums().stream()
                .map(s -> {
                    List<String> cells = new ArrayList<>(first);
                    cells.add(s.question());
                    cells.add(s.tenths() / 10 + "." + s.tenths() % 10);
                    s.counts().forEach(c -> cells.add(String.valueOf(c)));
                    return cells;
                })
                .toList();
    }
}
