package org.kulluna.units;

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

/** The administrator's pages of units. */
@Controller
@RequestMapping("/units")
class UnitPages {
    private final UnitDesk desk;
    private final Forms forms;

    UnitPages(UnitDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("units", desk.list(viewer));
        return "units/list";
    }

    @GetMapping("/new")
    String add(Viewer viewer, Model model) {
        desk.list(viewer);
        model.addAttribute("form", UnitForm.empty());
        return "units/add";
    }

    @PostMapping
    String createUnit(@ModelAttribute UnitForm form, Viewer viewer, Model model, HttpServletResponse response) {
        viewer.mustEverywhere(org.kulluna.shared.Right.MANAGE_UNITS);
        return forms.submit(form, model, "units/add", () -> {}, () -> {
            desk.create(viewer, form);
            return Done.redirect(response, "unit-created", "/units");
        });
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Viewer viewer, Model model) {
        UnitEntry unit = desk.get(viewer, code);
        model.addAttribute("unit", unit);
        model.addAttribute("form", UnitForm.of(unit));
        return "units/edit";
    }

    @PostMapping("/{code}")
    String updateUnit(
            @PathVariable String code,
            @ModelAttribute UnitForm typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        UnitEntry unit = desk.get(viewer, code);
        UnitForm form = typed.withCode(unit.unit().code());
        return forms.submit(form, model, "units/edit", () -> model.addAttribute("unit", unit), () -> {
            desk.update(viewer, form);
            return Done.redirect(response, "unit-saved", "/units");
        });
    }

    @PostMapping("/{code}/retire")
    String retireUnit(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            Viewer viewer,
            HttpServletResponse response) {
        desk.retire(viewer, code, version);
        return Done.redirect(response, "unit-retired", "/units");
    }

    @PostMapping("/{code}/restore")
    String restoreUnit(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String version,
            Viewer viewer,
            HttpServletResponse response) {
        desk.restore(viewer, code, version);
        return Done.redirect(response, "unit-restored", "/units");
    }
}
