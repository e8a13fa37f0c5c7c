package org.kulluna.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Screens at the communications desk. */
@Controller
@RequestMapping("/screens")
class ScreenPages {
    private static final String PAIR = "screens/pair";
    private static final String SHOW = "screens/show";
    private final Screens screens;
    private final PlayLog log;
    private final Preview preview;
    private final Choices choices;
    private final Forms forms;

    ScreenPages(Screens screens, PlayLog log, Preview preview, Choices choices, Forms forms) {
        this.screens = screens;
        this.log = log;
        this.preview = preview;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String health,
            @RequestParam(defaultValue = "") String cursor,
            Model model) {
        ScreenFilter filter = new ScreenFilter(q.strip(), unit, place, health);
        model.addAttribute("page", screens.list(viewer, filter, cursor));
        model.addAttribute("counts", screens.count(viewer));
        model.addAttribute("filter", filter);
        model.addAttribute("continued", !cursor.isEmpty());
        choices.fill(viewer, model);
        return "screens/list";
    }

    @GetMapping("/pair")
    String pairForm(Viewer viewer, Model model) {
        viewer.must(Right.MANAGE_SCREENS);
        model.addAttribute("form", ScreenForm.blank(Ids.next().toString()));
        choices.fill(viewer, model);
        return PAIR;
    }

    @PostMapping("/pair")
    String pairScreen(Viewer viewer, @ModelAttribute ScreenForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.MANAGE_SCREENS);
        return forms.submit(form, model, PAIR, () -> choices.fill(viewer, model), () -> {
            UUID id = screens.pair(viewer, form).screen().id();
            return Done.redirect(response, "screen-paired", "/screens/" + id);
        });
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        UUID screen = Ids.parse(id);
        model.addAttribute("form", ScreenForm.of(screens.get(viewer, screen)));
        fill(viewer, screen, model);
        return SHOW;
    }

    /** What its preview works with. */
    @GetMapping(value = "/{id}/programme", produces = "application/json")
    ResponseEntity<String> programme(Viewer viewer, @PathVariable String id) {
        return Preview.json(preview.of(viewer, Ids.parse(id)));
    }

    @PostMapping("/{id}")
    String changeScreen(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ScreenForm form,
            Model model,
            HttpServletResponse response) {
        UUID screen = Ids.parse(id);
        screens.get(viewer, screen);
        return forms.submit(form, model, SHOW, () -> fill(viewer, screen, model), () -> {
            screens.change(viewer, screen, form);
            return Done.redirect(response, "screen-saved", "/screens/" + screen);
        });
    }

    @PostMapping("/{id}/pair")
    String pairAgain(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response) {
        UUID screen = Ids.parse(id);
        ScreenForm form = ScreenForm.of(screens.get(viewer, screen));
        return forms.submit(form, model, SHOW, () -> fill(viewer, screen, model), () -> {
            screens.pair(viewer, screen, code);
            return Done.redirect(response, "screen-paired", "/screens/" + screen);
        });
    }

    @PostMapping("/{id}/unpair")
    String unpairScreen(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        UUID screen = Ids.parse(id);
        screens.unpair(viewer, screen);
        return Done.redirect(response, "screen-unpaired", "/screens/" + screen);
    }

    @PostMapping("/{id}/retire")
    String retireScreen(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        screens.retire(viewer, Ids.parse(id));
        return Done.redirect(response, "screen-retired", "/screens");
    }

    private void fill(Viewer viewer, UUID screen, Model model) {
        model.addAttribute("card", screens.open(viewer, screen));
        model.addAttribute("days", log.days(viewer, screen));
        model.addAttribute("reaching", preview.reaching(viewer, screen));
        model.addAttribute("plays", log.latest(viewer, screen));
        choices.fill(viewer, model);
    }
}
