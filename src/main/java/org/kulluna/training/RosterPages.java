package org.kulluna.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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

/** One offering at the training office: who has a place, requests, whole cohorts. */
@Controller
@RequestMapping("/training/desk/{id}")
class RosterPages {
    private static final String SHOW = "training/deskOffering";

    /** @param answer yes or no */
    record DecisionForm(
            @Nullable String enrolment,
            @Nullable String answer,
            @Nullable String reason) {
        /** Nobody is declined by a word that was not understood. */
        boolean isYes() {
            String said = Typed.text(answer);
            if (!said.equals("yes") && !said.equals("no")) {
                throw org.kulluna.shared.Refusal.invalid("answer", "not-a-choice");
            }
            return said.equals("yes");
        }
    }

    /** Membership numbers with commas, spaces or lines between. */
    record CohortForm(@Nullable String numbers) {}

    private final DeskView desk;
    private final Cohorts cohorts;
    private final Forms forms;

    RosterPages(DeskView desk, Cohorts cohorts, Forms forms) {
        this.desk = desk;
        this.cohorts = cohorts;
        this.forms = forms;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable String id, @ModelAttribute TraineeFilter filter, Model model) {
        desk.fill(viewer, Ids.parse(id), filter, model);
        return SHOW;
    }

    @PostMapping("/decide")
    String decideEnrolment(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute DecisionForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> desk.fill(viewer, offering, model), () -> {
            boolean yes = form.isYes();
            cohorts.decide(viewer, offering, Typed.uuid("enrolment", form.enrolment()), yes, Typed.text(form.reason()));
            return Done.redirect(response, yes ? "request-accepted" : "request-declined", "/training/desk/" + id);
        });
    }

    @PostMapping("/withdraw")
    String withdrawPlace(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute DecisionForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> desk.fill(viewer, offering, model), () -> {
            cohorts.withdraw(viewer, offering, Typed.uuid("enrolment", form.enrolment()), Typed.text(form.reason()));
            return Done.redirect(response, "place-withdrawn", "/training/desk/" + id);
        });
    }

    @PostMapping("/cohort")
    String enrolMany(Viewer viewer, @PathVariable String id, @ModelAttribute CohortForm form, Model model) {
        UUID offering = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> desk.fill(viewer, offering, model), () -> {
            List<String> numbers = SessionForm.numbers("numbers", form.numbers());
            if (numbers.isEmpty()) {
                throw org.kulluna.shared.Refusal.invalid("numbers", "required");
            }
            List<Cohorts.Placed> placed = cohorts.enrolMany(viewer, offering, numbers);
            desk.fill(viewer, offering, model);
            model.addAttribute("placed", placed);
            return SHOW;
        });
    }
}
