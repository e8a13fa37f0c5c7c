package org.kulluna.training;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.attendance.FactKind;
import org.kulluna.paper.Qr;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The instructor's pages: the code on the wall and who is in. */
@Controller
@RequestMapping("/training/teach")
class TeachPages {
    /** @param kind in, out or absent */
    record MarkForm(
            @Nullable String id,
            @Nullable String person,
            @Nullable String kind,
            @Nullable String reason) {}

    private static final String SHOW = "training/session";
    private final SessionRoom room;
    private final Forms forms;
    private final Clock clock;

    TeachPages(SessionRoom room, Forms forms, Clock clock) {
        this.room = room;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("lessons", room.listTaught(viewer));
        return "training/teach";
    }

    @GetMapping("/{id}")
    String open(Viewer viewer, @PathVariable String id, HttpServletRequest request, Model model) {
        fill(viewer, Ids.parse(id), request, model);
        return SHOW;
    }

    @GetMapping("/{id}/screen")
    String screen(Viewer viewer, @PathVariable String id, HttpServletRequest request, Model model) {
        fill(viewer, Ids.parse(id), request, model);
        return "training/roomScreen";
    }

    @PostMapping("/{id}/mark")
    String markTrainee(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute MarkForm form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response) {
        UUID session = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> fill(viewer, session, request, model), () -> {
            mark(room, viewer, session, form, clock);
            return Done.redirect(response, "trainee-marked", "/training/teach/" + id);
        });
    }

    static org.kulluna.attendance.FactOutcome mark(
            SessionRoom room, Viewer viewer, UUID session, MarkForm form, Clock clock) {
        room.open(viewer, session);
        String why = Typed.text(form.reason());
        if (why.isEmpty() || why.length() > 300) {
            throw Refusal.invalid("reason", why.isEmpty() ? "required" : "too-long");
        }
        FactKind kind = FactKind.find(Typed.text(form.kind()))
                .filter(k -> k != FactKind.VOID)
                .orElseThrow(() -> Refusal.invalid("kind", "not-a-choice"));
        PersonId person = new PersonId(Typed.uuid("person", form.person()));
        return room.mark(viewer, session, person, kind, clock.instant(), why, Typed.id(form.id()));
    }

    private void fill(Viewer viewer, UUID session, HttpServletRequest request, Model model) {
        SessionRoom.Screen screen = room.open(viewer, session);
        String here = request.getRequestURL().toString().replaceFirst("/training/teach/.*$", "/training/sessions/")
                + session + "/here?code=" + screen.code();
        model.addAttribute("screen", screen);
        model.addAttribute("qr", Qr.of(here));
        model.addAttribute("markId", Ids.next().toString());
    }
}
