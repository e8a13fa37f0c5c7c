package org.kulluna.training;

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
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offerings at the training office. */
@Controller
@RequestMapping("/training/desk")
class OfferingPages {
    private static final String SHOW = "training/deskOffering";
    private static final String FORM = "training/offeringForm";

    /** Which version is meant, and for calling off, why. */
    record VersionForm(@Nullable String version, @Nullable String reason) {}

    private final Courses courses;
    private final Offerings offerings;
    private final Results results;
    private final DeskView desk;
    private final Forms forms;

    OfferingPages(Courses courses, Offerings offerings, Results results, DeskView desk, Forms forms) {
        this.courses = courses;
        this.offerings = offerings;
        this.results = results;
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("page", offerings.list(viewer, q, state, after));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("labels", desk.names());
        return "training/desk";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, @RequestParam(defaultValue = "") String course, Model model) {
        viewer.must(Right.RUN_COURSES);
        if (course.isBlank()) {
            return "redirect:/training/manage";
        }
        List<String> mine = fill(viewer, course, model);
        model.addAttribute("form", OfferingForm.empty(Ids.next(), mine.size() == 1 ? mine.getFirst() : ""));
        return FORM;
    }

    @PostMapping("/new")
    String createOffering(
            Viewer viewer,
            @RequestParam(defaultValue = "") String course,
            @ModelAttribute OfferingForm form,
            Model model,
            HttpServletResponse response) {
        viewer.must(Right.RUN_COURSES);
        if (course.isBlank()) {
            return "redirect:/training/manage";
        }
        return forms.submit(form, model, FORM, () -> fill(viewer, course, model), () -> {
            UUID id = Typed.id(form.id());
            offerings.create(viewer, form.wanted(id, courses.get(viewer, course)));
            return Done.redirect(response, "offering-created", "/training/desk/" + id);
        });
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        Offering o = offerings.get(viewer, Ids.parse(id));
        fill(viewer, o.course().code(), model);
        model.addAttribute("form", OfferingForm.of(o));
        model.addAttribute("id", id);
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String changeOffering(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute OfferingForm form,
            Model model,
            HttpServletResponse response) {
        Offering o = offerings.get(viewer, Ids.parse(id));
        model.addAttribute("id", id);
        return forms.submit(form, model, FORM, () -> fill(viewer, o.course().code(), model), () -> {
            offerings.change(viewer, form.wanted(o.id(), o.course()));
            return Done.redirect(response, "offering-saved", "/training/desk/" + id);
        });
    }

    @PostMapping("/{id}/announce")
    String announceOffering(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute VersionForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> desk.fill(viewer, offering, model), () -> {
            Offering o = offerings.announce(viewer, offering, Typed.number(form.version(), -1));
            return Done.redirect(response, "offering-" + o.state().text(), "/training/desk/" + id);
        });
    }

    @PostMapping("/{id}/cancel")
    String cancelOffering(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute VersionForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> desk.fill(viewer, offering, model), () -> {
            String why = Typed.text(form.reason());
            if (why.isEmpty() || why.length() > 500) {
                throw org.kulluna.shared.Refusal.invalid("reason", why.isEmpty() ? "required" : "too-long");
            }
            offerings.cancel(viewer, offering, Typed.number(form.version(), -1), why);
            return Done.redirect(response, "offering-cancelled", "/training/desk/" + id);
        });
    }

    @PostMapping("/{id}/close")
    String closeOffering(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute VersionForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> desk.fill(viewer, offering, model), () -> {
            results.close(viewer, offering, Typed.number(form.version(), -1));
            return Done.redirect(response, "offering-closed", "/training/desk/" + id);
        });
    }

    private List<String> fill(Viewer viewer, String course, Model model) {
        CodeNames names = desk.names();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(Right.RUN_COURSES, u))
                .toList();
        model.addAttribute("course", courses.get(viewer, course));
        model.addAttribute("labels", names);
        model.addAttribute("units", mine);
        return mine;
    }
}
