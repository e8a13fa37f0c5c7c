package org.kulluna.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The dated sessions of an offering at the training office. */
@Controller
@RequestMapping("/training/desk/{id}/sessions")
class SessionPages {
    private static final String FORM = "training/sessionForm";

    private final DeskView desk;
    private final Offerings offerings;
    private final Instructors instructors;
    private final Forms forms;

    SessionPages(DeskView desk, Offerings offerings, Instructors instructors, Forms forms) {
        this.desk = desk;
        this.offerings = offerings;
        this.instructors = instructors;
        this.forms = forms;
    }

    @GetMapping("/new")
    String blank(Viewer viewer, @PathVariable String id, Model model) {
        desk.fillSession(viewer, Ids.parse(id), model);
        model.addAttribute("form", SessionForm.empty(Ids.next()));
        return FORM;
    }

    @GetMapping("/{session}/edit")
    String edit(Viewer viewer, @PathVariable String id, @PathVariable String session, Model model) {
        Session s = offerings.session(viewer, Ids.parse(id), Ids.parse(session));
        desk.fillSession(viewer, s.offering(), model);
        model.addAttribute("form", SessionForm.of(s, instructors.numbers(s.instructors())));
        return FORM;
    }

    @PostMapping
    String putSession(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute SessionForm form,
            Model model,
            HttpServletResponse response) {
        UUID offering = Ids.parse(id);
        offerings.get(viewer, offering);
        return forms.submit(form, model, FORM, () -> desk.fillSession(viewer, offering, model), () -> {
            offerings.putSession(viewer, instructors.named(form.wanted(offering), form.numbers()));
            return Done.redirect(response, "session-saved", "/training/desk/" + id);
        });
    }

    @PostMapping("/{session}/cancel")
    String cancelSession(
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String session,
            Model model,
            HttpServletResponse response) {
        Session s = offerings.session(viewer, Ids.parse(id), Ids.parse(session));
        SessionForm form = SessionForm.of(s, instructors.numbers(s.instructors()));
        return forms.submit(form, model, FORM, () -> desk.fillSession(viewer, s.offering(), model), () -> {
            offerings.cancelSession(viewer, s.offering(), s.id());
            return Done.redirect(response, "session-cancelled", "/training/desk/" + id);
        });
    }
}
