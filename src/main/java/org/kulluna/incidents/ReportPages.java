package org.kulluna.incidents;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's reports on the phone. */
@Controller
@RequestMapping("/incidents")
class ReportPages {
    private static final String FORM = "incidents/reportForm";
    private static final String SHOW = "incidents/mineReport";
    private final Reports reports;
    private final Labels labels;
    private final Forms forms;

    ReportPages(Reports reports, Labels labels, Forms forms) {
        this.reports = reports;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping("/report")
    String begin(Viewer viewer, Model model) {
        viewer.must(Right.SEND_REPORTS);
        model.addAttribute("form", ReportForm.empty(Ids.next().toString(), ""));
        fill(model);
        return FORM;
    }

    @PostMapping("/report")
    String sendReport(Viewer viewer, @ModelAttribute ReportForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.SEND_REPORTS);
        return forms.submit(form, model, FORM, () -> fill(model), () -> {
            Report sent = reports.send(viewer, form);
            return Done.redirect(response, "report-sent", "/incidents/mine/" + sent.id());
        });
    }

    @GetMapping("/mine")
    String mine(Viewer viewer, @RequestParam(defaultValue = "") String after, Model model) {
        model.addAttribute("page", reports.listOwn(viewer, after));
        model.addAttribute("continued", !after.isEmpty());
        model.addAttribute("labels", labels.all());
        return "incidents/mine";
    }

    @GetMapping("/mine/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("form", new FollowUpForm(Ids.next().toString(), ""));
        fill(viewer, Ids.parse(id), model);
        return SHOW;
    }

    @PostMapping("/mine/{id}/add")
    String addToReport(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute FollowUpForm form,
            Model model,
            HttpServletResponse response) {
        UUID report = Ids.parse(id);
        reports.getOwn(viewer, report);
        return forms.submit(form, model, SHOW, () -> fill(viewer, report, model), () -> {
            reports.add(viewer, report, form);
            return Done.redirect(response, "report-added", "/incidents/mine/" + report);
        });
    }

    @PostMapping("/mine/{id}/withdraw")
    String withdrawReport(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        UUID report = Ids.parse(id);
        reports.withdraw(viewer, report);
        return Done.redirect(response, "report-withdrawn", "/incidents/mine/" + report);
    }

    private void fill(Model model) {
        model.addAttribute("categories", reports.categories());
        model.addAttribute("labels", labels.all());
    }

    private void fill(Viewer viewer, UUID id, Model model) {
        model.addAttribute("report", reports.getOwn(viewer, id));
        model.addAttribute("history", reports.history(viewer, id));
        model.addAttribute("labels", labels.all());
    }
}
