package org.kulluna.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Question banks at the training office. */
@Controller
@RequestMapping("/assessment")
class QuestionPages {
    /** @param state draft, active or retired */
    record QuestionStateForm(@Nullable String state) {}

    private static final String FORM = "assessment/questionForm";
    private static final String SHOW = "assessment/question";
    private final Questions questions;
    private final Labels labels;
    private final Forms forms;

    QuestionPages(Questions questions, Labels labels, Forms forms) {
        this.questions = questions;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping("/courses")
    String banks(Viewer viewer, Model model) {
        model.addAttribute("banks", questions.listBanks(viewer));
        model.addAttribute("labels", labels.all());
        return "assessment/courses";
    }

    @GetMapping("/courses/{code}")
    String list(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        QuestionFilter filter = QuestionFilter.of(q, kind, state, order, after);
        model.addAttribute("course", questions.course(viewer, code));
        model.addAttribute("page", questions.list(viewer, code, filter));
        model.addAttribute("active", questions.countActive(viewer, code));
        model.addAttribute("filter", filter);
        return "assessment/questions";
    }

    @GetMapping("/courses/{code}/new")
    String blank(
            Viewer viewer, @PathVariable String code, @RequestParam(defaultValue = "single") String kind, Model model) {
        fill(viewer, code, model);
        QuestionKind as = QuestionKind.find(kind).orElse(QuestionKind.SINGLE);
        model.addAttribute("form", QuestionForm.empty(Ids.next().toString(), as));
        return FORM;
    }

    @PostMapping("/courses/{code}/new")
    String createQuestion(
            Viewer viewer,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        fill(viewer, code, model);
        QuestionForm form = QuestionForm.typed(typed);
        return forms.submit(form, model, FORM, () -> {}, () -> {
            Question made = questions.create(viewer, code, Typed.id(form.id()), form);
            return Done.redirect(response, "question-created", "/assessment/questions/" + made.id());
        });
    }

    @GetMapping("/questions/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        fillQuestion(viewer, Ids.parse(id), model);
        return SHOW;
    }

    @GetMapping("/questions/{id}/edit")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        Question q = questions.get(viewer, Ids.parse(id));
        fill(viewer, q.course(), model);
        model.addAttribute("question", q.id().toString());
        model.addAttribute("form", QuestionForm.of(q));
        return FORM;
    }

    @PostMapping("/questions/{id}/edit")
    String changeQuestion(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Question q = questions.get(viewer, Ids.parse(id));
        fill(viewer, q.course(), model);
        model.addAttribute("question", q.id().toString());
        QuestionForm form = QuestionForm.typed(typed);
        return forms.submit(form, model, FORM, () -> {}, () -> {
            questions.change(viewer, q.id(), Typed.number(form.version(), -1), form);
            return Done.redirect(response, "question-saved", "/assessment/questions/" + q.id());
        });
    }

    @PostMapping("/questions/{id}/state")
    String moveQuestion(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute QuestionStateForm form,
            Model model,
            HttpServletResponse response) {
        UUID question = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> fillQuestion(viewer, question, model), () -> {
            Question q = questions.move(viewer, question, Typed.text(form.state()));
            return Done.redirect(response, "question-" + q.state(), "/assessment/questions/" + id);
        });
    }

    private void fillQuestion(Viewer viewer, UUID id, Model model) {
        Question q = questions.get(viewer, id);
        model.addAttribute("question", q);
        fill(viewer, q.course(), model);
    }

    private void fill(Viewer viewer, String course, Model model) {
        model.addAttribute("course", questions.course(viewer, course));
    }
}
