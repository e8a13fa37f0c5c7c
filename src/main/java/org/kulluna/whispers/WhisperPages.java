package org.kulluna.whispers;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The writing desk: the list, the calendar and the form. */
@Controller
@RequestMapping("/whispers/manage")
class WhisperPages {
    private static final String FORM = "whispers/manageForm";

    /** What the form's other buttons do: a language more, the picture away. */
    private record Step(String step, String add, @Nullable MultipartFile file) {}

    private final Whispers whispers;
    private final WhisperLists lists;
    private final WhisperView view;
    private final Pictures pictures;
    private final Forms forms;

    WhisperPages(Whispers whispers, WhisperLists lists, WhisperView view, Pictures pictures, Forms forms) {
        this.whispers = whispers;
        this.lists = lists;
        this.view = view;
        this.pictures = pictures;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        WhisperFilter filter = WhisperFilter.of(q, state, theme, unit, after);
        model.addAttribute("page", lists.list(viewer, filter));
        model.addAttribute("filter", filter);
        view.fillUnits(viewer, Right.SEE_WHISPERS, model);
        return "whispers/manage";
    }

    @GetMapping("/calendar")
    String calendar(Viewer viewer, @RequestParam(defaultValue = "") String half, Model model) {
        model.addAttribute("calendar", lists.calendar(viewer, half));
        return "whispers/calendar";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        viewer.must(Right.WRITE_WHISPERS);
        List<String> mine = view.fillForm(viewer, model);
        model.addAttribute("form", WhisperForm.empty(Ids.next().toString(), mine.size() == 1 ? mine.getFirst() : ""));
        return FORM;
    }

    @PostMapping("/new")
    String createWhisper(
            Viewer viewer,
            @ModelAttribute WhisperForm form,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        viewer.must(Right.WRITE_WHISPERS);
        return submit(viewer, null, form, new Step(step, add, file), model, f -> {
            Whisper made = whispers.create(viewer, Typed.id(f.id()), f);
            return Done.redirect(response, "whisper-created", "/whispers/manage/" + made.id());
        });
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        Whisper w = whispers.getWritten(viewer, Ids.parse(id));
        view.fillForm(viewer, model);
        model.addAttribute("whisper", w);
        model.addAttribute("form", WhisperForm.of(w));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String saveWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperForm form,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        Whisper w = whispers.getWritten(viewer, Ids.parse(id));
        return submit(viewer, w, form, new Step(step, add, file), model, f -> {
            whispers.save(viewer, w.id(), Typed.number(f.version(), -1), f);
            return Done.redirect(response, "whisper-saved", "/whispers/manage/" + w.id());
        });
    }

    /** The picture is kept first, so that it need not be chosen again when something else is at fault. */
    private String submit(
            Viewer viewer,
            @Nullable Whisper whisper,
            WhisperForm form,
            Step step,
            Model model,
            java.util.function.Function<WhisperForm, String> command) {
        view.fillForm(viewer, model);
        if (whisper != null) {
            model.addAttribute("whisper", whisper);
        }
        WhisperForm typed = form;
        try {
            typed = withFile(viewer, form, step);
        } catch (Refusal refusal) {
            model.addAttribute("form", form);
            model.addAttribute("refusal", refusal);
            return FORM;
        }
        String wanted = step.step();
        if (wanted.equals("add") || wanted.equals("no-picture")) {
            model.addAttribute("form", wanted.equals("add") ? typed.withLanguage(step.add()) : typed.withPicture(""));
            return FORM;
        }
        WhisperForm complete = typed;
        if (wanted.equals("count")) {
            return counted(viewer, complete, model);
        }
        return forms.submit(complete, model, FORM, () -> {}, () -> command.apply(complete));
    }

    /** Without a script: the same form again, counted and not saved. */
    private String counted(Viewer viewer, WhisperForm form, Model model) {
        model.addAttribute("form", form);
        try {
            model.addAttribute("breakdown", whispers.count(viewer, form));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return FORM;
    }

    private WhisperForm withFile(Viewer viewer, WhisperForm form, Step step) {
        MultipartFile file = step.file();
        if (file == null || file.isEmpty()) {
            return form;
        }
        try {
            return form.withPicture(pictures.add(viewer, file.getBytes()).id().toString());
        } catch (IOException e) {
            throw Refusal.invalid("picture", "not-a-picture");
        }
    }

    @PostMapping("/{id}/duplicate")
    String duplicateWhisper(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute WhisperView.IdForm form,
            HttpServletResponse response) {
        UUID from = whispers.getWritten(viewer, Ids.parse(id)).id();
        Whisper copy = whispers.duplicate(viewer, from, Typed.id(form.id()));
        return Done.redirect(response, "whisper-duplicated", "/whispers/manage/" + copy.id() + "/edit");
    }
}
