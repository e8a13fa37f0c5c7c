package org.kulluna.incidents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.CodeNames;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's queue of reports, and one report. */
@Controller
@RequestMapping("/incidents/desk")
class DeskPages {
    private static final String SHOW = "incidents/report";
    private final ReportDesk desk;
    private final Reporters reporters;
    private final Reports reports;
    private final Labels labels;
    private final Forms forms;

    DeskPages(ReportDesk desk, Reporters reporters, Reports reports, Labels labels, Forms forms) {
        this.desk = desk;
        this.reporters = reporters;
        this.reports = reports;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        DeskFilter filter = DeskFilter.of(state, subject, category, place, unit, q, after);
        model.addAttribute("page", desk.list(viewer, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("categories", reports.allCategories());
        units(viewer, model);
        return "incidents/desk";
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        fill(viewer, Ids.parse(id), model);
        return SHOW;
    }

    @PostMapping("/{id}/assess")
    String assessReport(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute AssessmentForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "report-assessed", model, response, r -> desk.assess(viewer, r, form));
    }

    @PostMapping("/{id}/assign")
    String assignReport(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute MoveForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "report-assigned", model, response, r -> desk.assign(viewer, r, form));
    }

    @PostMapping("/{id}/move")
    String moveReport(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute MoveForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "report-moved", model, response, r -> desk.move(viewer, r, form));
    }

    @PostMapping("/{id}/ask")
    String askReporter(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute FollowUpForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "reporter-asked", model, response, r -> desk.ask(viewer, r, form));
    }

    @PostMapping("/{id}/note")
    String noteReport(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute FollowUpForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "report-noted", model, response, r -> desk.note(viewer, r, form));
    }

    /** Each look is recorded, so it is asked for. */
    @PostMapping("/{id}/reporter")
    String lookAtReporter(Viewer viewer, @PathVariable String id, Model model) {
        UUID report = Ids.parse(id);
        model.addAttribute("reporter", reporters.look(viewer, report));
        fill(viewer, report, model);
        return SHOW;
    }

    private String act(
            Viewer viewer,
            String id,
            Object form,
            String done,
            Model model,
            HttpServletResponse response,
            Consumer<UUID> deed) {
        UUID report = Ids.parse(id);
        desk.get(viewer, report);
        return forms.submit(form, model, SHOW, () -> fill(viewer, report, model), () -> {
            deed.accept(report);
            return Done.redirect(response, done, "/incidents/desk/" + report);
        });
    }

    private void fill(Viewer viewer, UUID id, Model model) {
        model.addAttribute("report", desk.get(viewer, id));
        model.addAttribute("history", desk.history(viewer, id));
        model.addAttribute("assessment", desk.findAssessment(viewer, id).orElse(null));
        model.addAttribute("near", desk.near(viewer, id));
        units(viewer, model);
    }

    private void units(Viewer viewer, Model model) {
        CodeNames names = labels.all();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(Right.HANDLE_REPORTS, u))
                .toList();
        model.addAttribute("units", mine);
        model.addAttribute("labels", names);
    }
}
