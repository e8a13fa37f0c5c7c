package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.places.Places;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a newcomer sees: the form to join, and afterwards how far their application has come. */
@Controller
class ApplyPages {
    private final Admission admission;
    private final Applications applications;
    private final Places places;
    private final Forms forms;

    ApplyPages(Admission admission, Applications applications, Places places, Forms forms) {
        this.admission = admission;
        this.applications = applications;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping("/membership/apply")
    String apply(Viewer viewer, Model model) {
        if (viewer.isSignedIn()) {
            return "redirect:/membership/application";
        }
        model.addAttribute("form", ApplicationForm.empty(Ids.next().toString(), ""));
        model.addAttribute("places", places.list());
        return "membership/apply";
    }

    @PostMapping("/membership/apply")
    String applyForMembership(
            @ModelAttribute ApplicationForm form, Viewer viewer, Model model, HttpServletResponse response) {
        return forms.submit(
                form, model, "membership/apply", () -> model.addAttribute("places", places.list()), () -> {
                    admission.apply(viewer, form);
                    return "redirect:/membership/apply/received";
                });
    }

    @GetMapping("/membership/apply/received")
    String received() {
        return "membership/received";
    }

    @GetMapping("/membership/application")
    String application(Viewer viewer, Model model) {
        fill(viewer, model);
        return "membership/application";
    }

    @PostMapping("/membership/application/{id}/withdrawal")
    String withdrawApplication(
            @PathVariable String id,
            @ModelAttribute CheckForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return forms.submit(form, model, "membership/application", () -> fill(viewer, model), () -> {
            applications.withdraw(viewer, Ids.parse(id));
            return Done.redirect(response, "application-withdrawn", "/membership/application");
        });
    }

    @PostMapping("/membership/application/again")
    String applyAgain(
            @ModelAttribute AgainForm form, Viewer viewer, Model model, HttpServletResponse response) {
        return forms.submit(form, model, "membership/application", () -> fill(viewer, model), () -> {
            admission.applyAgain(viewer, form);
            return Done.redirect(response, "application-received", "/membership/application");
        });
    }

    private void fill(Viewer viewer, Model model) {
        model.addAttribute("file", applications.findOwn(viewer).orElseThrow(Refusal::notFound));
        model.addAttribute("next", Ids.next().toString());
    }
}
