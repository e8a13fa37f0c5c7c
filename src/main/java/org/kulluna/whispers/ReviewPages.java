package org.kulluna.whispers;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One whisper at the desk: what it will look like, what was decided, what can be done. */
@Controller
@RequestMapping("/whispers/manage/{id}")
class ReviewPages {
    private static final String SHOW = "whispers/manageWhisper";
    private final Whispers whispers;
    private final Reviews reviews;
    private final TestSends tests;
    private final WhisperView view;
    private final Forms forms;

    ReviewPages(Whispers whispers, Reviews reviews, TestSends tests, WhisperView view, Forms forms) {
        this.whispers = whispers;
        this.reviews = reviews;
        this.tests = tests;
        this.view = view;
        this.forms = forms;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable String id, Model model) {
        view.fill(viewer, Ids.parse(id), model);
        return SHOW;
    }

    /** Where a test send leads: the whisper as its readers see it. */
    @GetMapping("/preview")
    String preview(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("whisper", whispers.get(viewer, Ids.parse(id)));
        return "whispers/previewPage";
    }

    @GetMapping("/revisions")
    String revisions(Viewer viewer, @PathVariable String id, Model model) {
        Whisper w = whispers.get(viewer, Ids.parse(id));
        List<Revision> all = whispers.revisions(viewer, w.id());
        model.addAttribute("whisper", w);
        model.addAttribute("revisions", all);
        model.addAttribute("timeline", whispers.timeline(viewer, w.id()));
        return "whispers/manageRevisions";
    }

    @PostMapping("/restore")
    String restoreRevision(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(
                viewer,
                id,
                form,
                "whisper-restored",
                model,
                response,
                whisper -> whispers.restore(viewer, whisper, form.at(), Typed.number(form.number(), -1)));
    }

    @PostMapping("/ask")
    String askForReview(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "whisper-asked", model, response, w -> reviews.ask(viewer, w, form.at()));
    }

    @PostMapping("/withdraw")
    String withdrawFromReview(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "whisper-withdrawn", model, response, w -> reviews.withdraw(viewer, w, form.at()));
    }

    @PostMapping("/approve")
    String approveWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "whisper-approved", model, response, w -> reviews.approve(viewer, w, form.at()));
    }

    @PostMapping("/return")
    String giveBackWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(
                viewer,
                id,
                form,
                "whisper-returned",
                model,
                response,
                w -> reviews.giveBack(viewer, w, form.at(), Typed.text(form.reason())));
    }

    @PostMapping("/drop")
    String dropWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "whisper-dropped", model, response, w -> whispers.drop(viewer, w, form.at()));
    }

    @PostMapping("/bring-back")
    String bringBackWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.VersionForm form,
            Model model,
            HttpServletResponse response) {
        return act(
                viewer,
                id,
                form,
                "whisper-brought-back",
                model,
                response,
                w -> whispers.bringBack(viewer, w, form.at()));
    }

    @PostMapping("/test")
    String testWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.IdForm form,
            Model model,
            HttpServletResponse response) {
        return act(viewer, id, form, "whisper-tested", model, response, w -> {
            tests.send(viewer, w, Typed.id(form.id()));
            return whispers.get(viewer, w);
        });
    }

    private String act(
            Viewer viewer,
            String id,
            Object form,
            String done,
            Model model,
            HttpServletResponse response,
            Function<UUID, Whisper> command) {
        UUID whisper = Ids.parse(id);
        return forms.submit(form, model, SHOW, () -> view.fill(viewer, whisper, model), () -> {
            Whisper now = command.apply(whisper);
            return Done.redirect(response, done, "/whispers/manage/" + now.id());
        });
    }
}
