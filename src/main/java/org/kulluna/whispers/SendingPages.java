package org.kulluna.whispers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.kulluna.shared.Done;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A whisper on its way, for the desk. */
@Controller
@RequestMapping("/whispers/manage/{id}")
class SendingPages {
    private final Sending sending;
    private final RecipientStates states;

    SendingPages(Sending sending, RecipientStates states) {
        this.sending = sending;
        this.states = states;
    }

    @GetMapping("/sending")
    String show(@PathVariable String id, Viewer viewer, Model model) {
        return fill(Ids.parse(id), viewer, model, new SendingForm(""));
    }

    private String fill(UUID id, Viewer viewer, Model model, SendingForm form) {
        model.addAttribute("sending", sending.get(viewer, id));
        model.addAttribute("counts", states.count(viewer, id));
        model.addAttribute("form", form);
        return "whispers/sendingPage";
    }

    @GetMapping("/recipients")
    String recipients(@PathVariable String id, @ModelAttribute RecipientFilter filter, Viewer viewer, Model model) {
        model.addAttribute("sending", sending.get(viewer, Ids.parse(id)));
        model.addAttribute("page", states.list(viewer, Ids.parse(id), filter));
        model.addAttribute("filter", filter);
        model.addAttribute("named", RecipientStates.mayName(viewer));
        return "whispers/recipients";
    }

    @PostMapping("/send")
    String sendWhisper(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        return tried(id, viewer, model, new SendingForm(""), () -> {
            sending.release(viewer, Ids.parse(id));
            return done(response, "whisper-sent", id);
        });
    }

    @PostMapping("/schedule")
    String scheduleWhisper(
            @PathVariable String id,
            @ModelAttribute SendingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return tried(id, viewer, model, form, () -> {
            viewer.must(Right.WRITE_WHISPERS, sending.get(viewer, Ids.parse(id)).unit());
            sending.schedule(viewer, Ids.parse(id), form.read());
            return done(response, "whisper-scheduled", id);
        });
    }

    @PostMapping("/unschedule")
    String unscheduleWhisper(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        return tried(id, viewer, model, new SendingForm(""), () -> {
            sending.unschedule(viewer, Ids.parse(id));
            return done(response, "whisper-unscheduled", id);
        });
    }

    @PostMapping("/recall")
    String recallWhisper(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        return tried(id, viewer, model, new SendingForm(""), () -> {
            sending.recall(viewer, Ids.parse(id));
            return done(response, "whisper-recalled", id);
        });
    }

    private static String done(HttpServletResponse response, String key, String id) {
        return Done.redirect(response, key, "/whispers/manage/" + id + "/sending");
    }

    private String tried(String id, Viewer viewer, Model model, SendingForm form, Supplier<String> deed) {
        try {
            return deed.get();
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND || refusal.kind() == Refusal.Kind.SIGN_IN) {
                throw refusal;
            }
            model.addAttribute("refusal", refusal);
            return fill(Ids.parse(id), viewer, model, form);
        }
    }
}
