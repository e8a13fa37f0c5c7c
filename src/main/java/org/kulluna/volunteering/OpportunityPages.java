package org.kulluna.volunteering;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
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

/** Opportunities at the coordinator's desk. */
@Controller
@RequestMapping("/volunteering/manage")
class OpportunityPages {
    private static final String FORM = "volunteering/opportunityForm";
    private static final String DETAIL = "volunteering/opportunity";

    private final Opportunities opportunities;
    private final Desk desk;
    private final Labels labels;
    private final Forms forms;

    OpportunityPages(Opportunities opportunities, Desk desk, Labels labels, Forms forms) {
        this.opportunities = opportunities;
        this.desk = desk;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String pillar,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        ManageFilter filter = new ManageFilter(q, state, unit, pillar, need);
        model.addAttribute("page", desk.list(viewer, filter, cursor));
        model.addAttribute("filter", filter);
        model.addAttribute("continued", cursor != null);
        fillUnits(viewer, model);
        return "volunteering/manage";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        List<String> mine = fillUnits(viewer, model);
        model.addAttribute("form", OpportunityForm.empty(Ids.next().toString(), mine.size() == 1 ? mine.get(0) : ""));
        return FORM;
    }

    @PostMapping("/new")
    String createOpportunity(
            Viewer viewer, @ModelAttribute OpportunityForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        return forms.submit(form, model, FORM, () -> fillUnits(viewer, model), () -> {
            UUID id = opportunities.create(viewer, Typed.id(form.id()), form.wanted());
            return Done.redirect(response, "opportunity-created", "/volunteering/manage/" + id);
        });
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        fill(viewer, Ids.parse(id), model);
        return DETAIL;
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        Opportunity o = opportunities.get(viewer, Ids.parse(id));
        model.addAttribute("form", OpportunityForm.of(o));
        model.addAttribute("id", o.id().toString());
        fillUnits(viewer, model);
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String changeOpportunity(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute OpportunityForm form,
            Model model,
            HttpServletResponse response) {
        opportunities.get(viewer, Ids.parse(id));
        UUID opportunity = Ids.parse(id);
        model.addAttribute("id", id);
        return forms.submit(form, model, FORM, () -> fillUnits(viewer, model), () -> {
            opportunities.change(viewer, opportunity, Typed.number(form.version(), -1), form.wanted());
            return Done.redirect(response, "saved-opportunity", "/volunteering/manage/" + opportunity);
        });
    }

    @PostMapping("/{id}/publish")
    String publishOpportunity(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute VersionForm form,
            Model model,
            HttpServletResponse response) {
        UUID opportunity = Ids.parse(id);
        return forms.submit(form, model, DETAIL, () -> fill(viewer, opportunity, model), () -> {
            opportunities.publish(viewer, opportunity, Typed.number(form.version(), -1));
            return Done.redirect(response, "opportunity-published", "/volunteering/manage/" + opportunity);
        });
    }

    @PostMapping("/{id}/cancel")
    String cancelOpportunity(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ReasonForm form,
            Model model,
            HttpServletResponse response) {
        UUID opportunity = Ids.parse(id);
        return forms.submit(form, model, DETAIL, () -> fill(viewer, opportunity, model), () -> {
            opportunities.cancel(viewer, opportunity, Typed.number(form.version(), -1), Typed.text(form.reason()));
            return Done.redirect(response, "opportunity-cancelled", "/volunteering/manage/" + opportunity);
        });
    }

    private void fill(Viewer viewer, UUID id, Model model) {
        model.addAttribute("opportunity", opportunities.get(viewer, id));
        model.addAttribute("shifts", desk.shifts(viewer, id));
        model.addAttribute("labels", labels.all());
    }

    private List<String> fillUnits(Viewer viewer, Model model) {
        CodeNames names = labels.all();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(Right.EDIT_OPPORTUNITIES, u))
                .toList();
        model.addAttribute("labels", names);
        model.addAttribute("units", mine);
        return mine;
    }
}
