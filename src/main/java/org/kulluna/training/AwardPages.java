package org.kulluna.training;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Qualifications by hand, and one's own. */
@Controller
@RequestMapping("/training")
class AwardPages {
    private final Awards awards;
    private final Enrolments enrolments;
    private final Forms forms;
    private final Clock clock;

    AwardPages(Awards awards, Enrolments enrolments, Forms forms, Clock clock) {
        this.awards = awards;
        this.enrolments = enrolments;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/awards")
    String list(@ModelAttribute AwardFilter filter, Viewer viewer, Model model) {
        model.addAttribute("awards", awards.list(viewer, filter));
        model.addAttribute("qualifications", awards.listQualifications(viewer));
        model.addAttribute("filter", filter);
        return "training/awards";
    }

    @GetMapping("/awards/new")
    String add(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String person,
            Viewer viewer,
            Model model) {
        fill(q, viewer, model);
        String today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE).toString();
        model.addAttribute("form", new AwardForm(Ids.next().toString(), person, "", today, "", "", ""));
        return "training/addAward";
    }

    @PostMapping("/awards")
    String recordAward(
            @ModelAttribute AwardForm form,
            @RequestParam(defaultValue = "") String q,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        return forms.submit(form, model, "training/addAward", () -> fill(q, viewer, model), () -> {
            awards.record(viewer, form);
            return Done.redirect(response, "award-recorded", "/training/awards");
        });
    }

    @GetMapping("/awards/{id}")
    String show(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("award", awards.get(viewer, Ids.parse(id)));
        model.addAttribute("form", new RevokeForm(""));
        return "training/award";
    }

    @PostMapping("/awards/{id}/revoke")
    String revokeAward(
            @PathVariable String id,
            @ModelAttribute RevokeForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        UUID award = Ids.parse(id);
        model.addAttribute("award", awards.get(viewer, award));
        return forms.submit(form, model, "training/award", () -> {}, () -> {
            awards.revoke(viewer, award, form);
            return Done.redirect(response, "award-revoked", "/training/awards/" + award);
        });
    }

    @GetMapping("/qualifications")
    String qualifications(Viewer viewer, Model model) {
        fillKinds(viewer, model);
        model.addAttribute("form", QualificationForm.empty());
        return "training/qualifications";
    }

    @PostMapping("/qualifications")
    String addQualification(
            @ModelAttribute QualificationForm form, Viewer viewer, Model model, HttpServletResponse response) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        return forms.submit(form, model, "training/qualifications", () -> fillKinds(viewer, model), () -> {
            awards.addQualification(viewer, form);
            return Done.redirect(response, "qualification-added", "/training/qualifications");
        });
    }

    @GetMapping("/mine")
    String mine(Viewer viewer, Model model) {
        model.addAttribute("awards", awards.listOwn(viewer));
        model.addAttribute("courses", enrolments.listOwn(viewer));
        return "training/mine";
    }

    private void fill(String q, Viewer viewer, Model model) {
        model.addAttribute("candidates", awards.listNominees(viewer, new AwardFilter(q, "", "", "")));
        model.addAttribute("qualifications", awards.listQualifications(viewer));
        model.addAttribute("q", q);
    }

    private void fillKinds(Viewer viewer, Model model) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        model.addAttribute("qualifications", awards.listQualifications(viewer));
    }
}
