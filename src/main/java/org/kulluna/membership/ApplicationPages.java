package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Places;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The officers' queue of applications: the list beside the one that is open. */
@Controller
class ApplicationPages {
    private static final String VIEW = "membership/applications";

    private final Applications applications;
    private final Decisions decisions;
    private final Places places;
    private final Forms forms;

    ApplicationPages(Applications applications, Decisions decisions, Places places, Forms forms) {
        this.applications = applications;
        this.decisions = decisions;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping("/membership/applications")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String open,
            Viewer viewer,
            Model model) {
        fill(model, viewer, QueueFilter.of(QueueFilter.APPLICATIONS, state, q, after));
        if (open != null && !open.isEmpty()) {
            model.addAttribute("file", applications.get(viewer, Ids.parse(open)));
        }
        return VIEW;
    }

    @PostMapping("/membership/applications/{id}/identity-check")
    String checkIdentity(
            @PathVariable String id,
            @ModelAttribute CheckForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return submit(form, Ids.parse(id), viewer, model, () -> {
            applications.checkIdentity(viewer, Ids.parse(id), form);
            return Done.redirect(response, "identity-checked", "/membership/applications?open=" + id);
        });
    }

    @PostMapping("/membership/applications/{id}/decision")
    String decideApplication(
            @PathVariable String id,
            @ModelAttribute DecisionForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        viewer.mustEverywhere(Right.DECIDE_APPLICATION);
        return submit(form, Ids.parse(id), viewer, model, () -> {
            Decisions.Outcome outcome = decisions.decide(viewer, Ids.parse(id), form);
            return Done.redirect(
                    response, "application-" + outcome.state(), "/membership/applications?open=" + outcome.id());
        });
    }

    private String submit(
            Object form, UUID id, Viewer viewer, Model model, java.util.function.Supplier<String> command) {
        return forms.submit(
                form,
                model,
                VIEW,
                () -> {
                    fill(model, viewer, QueueFilter.of(QueueFilter.APPLICATIONS, "open", "", null));
                    model.addAttribute("file", applications.get(viewer, id));
                    if (form instanceof DecisionForm decision) {
                        model.addAttribute("decision", decision);
                    }
                },
                command);
    }

    private void fill(Model model, Viewer viewer, QueueFilter filter) {
        Page<ApplicationSummary> page = applications.list(viewer, filter);
        model.addAttribute("page", page);
        model.addAttribute("filter", filter);
        model.addAttribute("places", places.byCode());
        model.addAttribute("decision", DecisionForm.EMPTY);
    }
}
