package org.kulluna.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A quiz on a trainee's phone. */
@Controller
@RequestMapping("/assessment")
class QuizPages {
    /** @param id of the attempt, made by the page: pressing twice begins one */
    record StartForm(@Nullable String id) {}

    private static final String QUIZ = "assessment/quiz";
    private static final String ATTEMPT = "assessment/attempt";
    private final Quiz quiz;
    private final Forms forms;

    QuizPages(Quiz quiz, Forms forms) {
        this.quiz = quiz;
        this.forms = forms;
    }

    @GetMapping("/offerings/{id}/quiz")
    String quiz(Viewer viewer, @PathVariable String id, Model model) {
        fill(viewer, Ids.parse(id), model);
        return QUIZ;
    }

    @PostMapping("/offerings/{id}/quiz")
    String startQuiz(Viewer viewer, @PathVariable String id, @ModelAttribute StartForm form, Model model) {
        UUID offering = Ids.parse(id);
        return forms.submit(
                form,
                model,
                QUIZ,
                () -> fill(viewer, offering, model),
                () -> "redirect:/assessment/attempts/"
                        + quiz.start(viewer, offering, Typed.id(form.id())).id());
    }

    @GetMapping("/attempts/{id}")
    String attempt(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("sheet", quiz.sheet(viewer, Ids.parse(id)));
        return ATTEMPT;
    }

    @PostMapping("/attempts/{id}/answers")
    String saveAnswers(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        UUID attempt = Ids.parse(id);
        return forms.submit(new StartForm(id), model, ATTEMPT, () -> refill(viewer, attempt, model), () -> {
            quiz.save(viewer, attempt, answers(typed));
            boolean quiet = Typed.yes(typed.getFirst("quiet"));
            return quiet
                    ? "redirect:/assessment/attempts/" + id
                    : Done.redirect(response, "answers-saved", "/assessment/attempts/" + id);
        });
    }

    @PostMapping("/attempts/{id}/submit")
    String submitQuiz(
            Viewer viewer, @PathVariable String id, @RequestParam MultiValueMap<String, String> typed, Model model) {
        UUID attempt = Ids.parse(id);
        return forms.submit(new StartForm(id), model, ATTEMPT, () -> refill(viewer, attempt, model), () -> {
            if (quiz.sheet(viewer, attempt).attempt().isRunning()) {
                quiz.save(viewer, attempt, answers(typed));
            }
            quiz.submit(viewer, attempt, Typed.yes(typed.getFirst("sure")));
            return "redirect:/assessment/attempts/" + id;
        });
    }

    private void refill(Viewer viewer, UUID attempt, Model model) {
        model.addAttribute("sheet", quiz.sheet(viewer, attempt));
    }

    private void fill(Viewer viewer, UUID offering, Model model) {
        model.addAttribute("quiz", quiz.get(viewer, offering));
        model.addAttribute("attemptId", Ids.next().toString());
    }

    /**
     * Fields {@code q1, q2 …}, each with the places of what was chosen; an empty value beside them names a question of which
     * nothing was chosen.
     *
     * @throws Refusal INVALID answers
     */
    static Map<Integer, List<Integer>> answers(MultiValueMap<String, String> typed) {
        Map<Integer, List<Integer>> answers = new TreeMap<>();
        typed.forEach((name, values) -> {
            if (name.matches("q[0-9]{1,3}")) {
                List<Integer> places = new ArrayList<>();
                values.stream()
                        .map(Typed::text)
                        .filter(v -> !v.isEmpty())
                        .forEach(v -> places.add(Typed.number(v, -1)));
                answers.put(Integer.valueOf(name.substring(1)), places);
            }
        });
        return answers;
    }
}
