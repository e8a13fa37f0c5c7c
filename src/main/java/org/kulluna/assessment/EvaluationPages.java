package org.kulluna.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Evaluators' pages, and the checklist they go by. */
@Controller
@RequestMapping("/assessment")
class EvaluationPages {
    /** @param id of the criterion */
    record RetireForm(@Nullable String id) {}

    private static final String ROUND = "assessment/round";
    private static final String CRITERIA = "assessment/criteria";
    private final Evaluations evaluations;
    private final Forms forms;

    EvaluationPages(Evaluations evaluations, Forms forms) {
        this.evaluations = evaluations;
        this.forms = forms;
    }

    /** @param open the enrolment to evaluate; with none, or nonsense, the list alone */
    @GetMapping("/offerings/{id}")
    String round(Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "") String open, Model model) {
        fill(viewer, Ids.parse(id), open, model);
        return ROUND;
    }

    @PostMapping("/offerings/{id}/evaluate")
    String evaluateTrainee(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute EvaluationForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        evaluations.round(viewer, offering);
        String open = Typed.text(form.enrolment());
        return forms.submit(form, model, ROUND, () -> fill(viewer, offering, open, model), () -> {
            evaluations.evaluate(viewer, offering, Typed.id(form.id()), form);
            return Done.redirect(response, "trainee-evaluated", "/assessment/offerings/" + id);
        });
    }

    @GetMapping("/courses/{code}/criteria")
    String criteria(Viewer viewer, @PathVariable String code, Model model) {
        fillCriteria(viewer, code, model);
        model.addAttribute("form", new CriterionForm(Ids.next().toString(), "", "", "on"));
        return CRITERIA;
    }

    @PostMapping("/courses/{code}/criteria")
    String addCriterion(
            Viewer viewer,
            @PathVariable String code,
            @ModelAttribute CriterionForm form,
            Model model,
            HttpServletResponse response) {
        evaluations.criteria(viewer, code);
        return forms.submit(form, model, CRITERIA, () -> fillCriteria(viewer, code, model), () -> {
            evaluations.addCriterion(viewer, code, Typed.id(form.id()), form);
            return Done.redirect(response, "criterion-added", "/assessment/courses/" + code + "/criteria");
        });
    }

    @PostMapping("/courses/{code}/criteria/retire")
    String retireCriterion(
            Viewer viewer,
            @PathVariable String code,
            @ModelAttribute RetireForm form,
            Model model,
            HttpServletResponse response) {
        evaluations.criteria(viewer, code);
        CriterionForm shown = new CriterionForm(Ids.next().toString(), "", "", "on");
        return forms.submit(shown, model, CRITERIA, () -> fillCriteria(viewer, code, model), () -> {
            evaluations.retireCriterion(viewer, code, Typed.uuid("id", form.id()));
            return Done.redirect(response, "criterion-retired", "/assessment/courses/" + code + "/criteria");
        });
    }

    private void fillCriteria(Viewer viewer, String code, Model model) {
        model.addAttribute("course", evaluations.course(viewer, code));
        model.addAttribute("criteria", evaluations.criteria(viewer, code));
    }

    private void fill(Viewer viewer, UUID offering, String open, Model model) {
        Evaluations.Round round = evaluations.round(viewer, offering);
        Optional<Evaluee> chosen = round.trainees().stream()
                .filter(t -> t.enrolment().toString().equals(open))
                .findFirst();
        List<Evaluation> said = chosen.map(t -> evaluations.list(viewer, offering, t.enrolment()))
                .orElse(List.of());
        model.addAttribute("round", round);
        model.addAttribute("chosen", chosen.orElse(null));
        model.addAttribute("said", said);
        model.addAttribute("form", first(said, open));
    }

    /** What stands now, ready to be corrected. */
    private static EvaluationForm first(List<Evaluation> said, String open) {
        String id = Ids.next().toString();
        if (said.isEmpty()) {
            return new EvaluationForm(id, open, List.of(), "", "");
        }
        Evaluation last = said.getFirst();
        List<@Nullable String> met =
                last.met().stream().<@Nullable String>map(UUID::toString).toList();
        return new EvaluationForm(id, open, met, last.passed() ? "yes" : "no", last.remark());
    }
}
