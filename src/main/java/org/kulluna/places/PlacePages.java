package org.kulluna.places;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrator's pages of places. */
@Controller
@RequestMapping("/places")
class PlacePages {
    private final PlaceDesk desk;
    private final Forms forms;

    PlacePages(PlaceDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, Viewer viewer, Model model) {
        model.addAttribute("places", desk.list(viewer, q));
        model.addAttribute("q", q);
        return "places/list";
    }

    @GetMapping("/new")
    String add(Viewer viewer, Model model) {
        desk.list(viewer, "");
        model.addAttribute("form", PlaceForm.empty());
        return "places/add";
    }

    @PostMapping
    String createPlace(@ModelAttribute PlaceForm form, Viewer viewer, Model model, HttpServletResponse response) {
        viewer.mustEverywhere(org.kulluna.shared.Right.MANAGE_PLACES);
        return forms.submit(form, model, "places/add", () -> {}, () -> {
            desk.create(viewer, form);
            return Done.redirect(response, "place-created", "/places");
        });
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Viewer viewer, Model model) {
        PlaceEntry place = desk.get(viewer, code);
        model.addAttribute("place", place);
        model.addAttribute("form", PlaceForm.of(place));
        return "places/edit";
    }

    @PostMapping("/{code}")
    String updatePlace(
            @PathVariable String code,
            @ModelAttribute PlaceForm typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PlaceEntry place = desk.get(viewer, code);
        PlaceForm form = typed.withCode(place.place().code());
        return forms.submit(form, model, "places/edit", () -> model.addAttribute("place", place), () -> {
            desk.update(viewer, form);
            return Done.redirect(response, "place-saved", "/places");
        });
    }

    @PostMapping("/{code}/retire")
    String retirePlace(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            Viewer viewer,
            HttpServletResponse response) {
        desk.retire(viewer, code, version);
        return Done.redirect(response, "place-retired", "/places");
    }

    @PostMapping("/{code}/restore")
    String restorePlace(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            Viewer viewer,
            HttpServletResponse response) {
        desk.restore(viewer, code, version);
        return Done.redirect(response, "place-restored", "/places");
    }
}
