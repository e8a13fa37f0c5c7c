package org.kulluna.training;

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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Courses on a member's phone. */
@Controller
@RequestMapping("/training")
class CataloguePages {
    /** A place asked for: {@code id} is made by the page, so that pressing twice takes one. */
    record EnrolForm(@Nullable String id) {}

    private static final String OFFERING = "training/offering";
    private static final String HERE = "training/here";
    private final Courses courses;
    private final Offerings offerings;
    private final Enrolments enrolments;
    private final SessionRoom room;
    private final Page page;

    /** What every page is made with. */
    @org.springframework.stereotype.Component
    record Page(Labels labels, Rooms rooms, Forms forms) {}

    CataloguePages(Courses courses, Offerings offerings, Enrolments enrolments, SessionRoom room, Page page) {
        this.courses = courses;
        this.offerings = offerings;
        this.enrolments = enrolments;
        this.room = room;
        this.page = page;
    }

    @GetMapping("/courses")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String level,
            Model model) {
        model.addAttribute("courses", courses.listPublished(viewer, q, level));
        model.addAttribute("coming", offerings.announcedByCourse());
        model.addAttribute("q", q);
        model.addAttribute("level", level);
        model.addAttribute("labels", page.labels().all());
        return "training/courses";
    }

    @GetMapping("/courses/{code}")
    String show(Viewer viewer, @PathVariable String code, Model model) {
        model.addAttribute("course", courses.get(viewer, code));
        model.addAttribute("parts", courses.parts(viewer, code));
        model.addAttribute("coming", offerings.listAnnounced(code, 50));
        model.addAttribute("labels", page.labels().all());
        return "training/course";
    }

    @GetMapping("/offerings/{id}")
    String offering(Viewer viewer, @PathVariable String id, Model model) {
        fill(viewer, Ids.parse(id), model);
        return OFFERING;
    }

    @PostMapping("/offerings/{id}/enrol")
    String enrol(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute EnrolForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return page.forms().submit(form, model, OFFERING, () -> fill(viewer, offering, model), () -> {
            Enrolment made = enrolments.enrol(viewer, offering, Typed.id(form.id()));
            return Done.redirect(response, "place-" + made.state().text(), "/training/offerings/" + offering);
        });
    }

    @PostMapping("/offerings/{id}/cancel")
    String cancelEnrolment(Viewer viewer, @PathVariable String id, Model model, HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        return page.forms().submit(new EnrolForm(""), model, OFFERING, () -> fill(viewer, offering, model), () -> {
            enrolments.cancel(viewer, offering);
            return Done.redirect(response, "place-cancelled", "/training/offerings/" + offering);
        });
    }

    @GetMapping("/sessions/{id}/here")
    String here(Viewer viewer, @PathVariable String id, @RequestParam(defaultValue = "") String code, Model model) {
        fillHere(viewer, Ids.parse(id), model);
        model.addAttribute("form", new HereForm(Ids.next().toString(), code));
        return HERE;
    }

    @PostMapping("/sessions/{id}/here")
    String sayHere(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute HereForm form,
            Model model,
            HttpServletResponse response) {
        UUID session = Ids.parse(id);
        return page.forms().submit(form, model, HERE, () -> fillHere(viewer, session, model), () -> {
            room.here(viewer, session, Typed.text(form.code()), Typed.id(form.id()));
            return Done.redirect(response, "session-here", "/training/mine");
        });
    }

    private void fillHere(Viewer viewer, UUID session, Model model) {
        model.addAttribute("seen", room.seen(viewer, session));
    }

    private void fill(Viewer viewer, UUID offering, Model model) {
        model.addAttribute("view", enrolments.get(viewer, offering));
        model.addAttribute("enrolmentId", Ids.next().toString());
        model.addAttribute("rooms", page.rooms().list(viewer));
        model.addAttribute("labels", page.labels().all());
    }
}
