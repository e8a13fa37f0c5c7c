package org.kulluna.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Groups of screens at the communications desk. */
@Controller
@RequestMapping("/screens/groups")
class GroupPages {
    private static final String NEW = "screens/groupForm";
    private static final String SHOW = "screens/group";
    private final Groups groups;
    private final LoopOffers offers;
    private final Choices choices;
    private final Forms forms;

    GroupPages(Groups groups, LoopOffers offers, Choices choices, Forms forms) {
        this.groups = groups;
        this.offers = offers;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("groups", groups.list(viewer));
        choices.fill(viewer, model);
        return "screens/groups";
    }

    @GetMapping("/new")
    String addForm(Viewer viewer, Model model) {
        viewer.must(Right.MANAGE_SCREENS);
        model.addAttribute("form", new GroupForm(Ids.next().toString(), "", "", "", List.of(), "0"));
        choices.fill(viewer, model);
        return NEW;
    }

    /** Its screens are ticked on the page that comes next. */
    @PostMapping("/new")
    String addScreenGroup(Viewer viewer, @ModelAttribute GroupForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.MANAGE_SCREENS);
        return forms.submit(form, model, NEW, () -> choices.fill(viewer, model), () -> {
            UUID id = groups.add(viewer, form).id();
            return Done.redirect(response, "group-added", "/screens/groups/" + id);
        });
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        UUID group = Ids.parse(id);
        model.addAttribute("form", GroupForm.of(groups.get(viewer, group)));
        fill(viewer, group, model);
        return SHOW;
    }

    @PostMapping("/{id}")
    String changeScreenGroup(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute GroupForm form,
            Model model,
            HttpServletResponse response) {
        UUID group = Ids.parse(id);
        groups.get(viewer, group);
        return forms.submit(form, model, SHOW, () -> fill(viewer, group, model), () -> {
            groups.change(viewer, group, form);
            return Done.redirect(response, "group-saved", "/screens/groups/" + group);
        });
    }

    @PostMapping("/{id}/retire")
    String retireScreenGroup(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        groups.retire(viewer, Ids.parse(id));
        return Done.redirect(response, "group-retired", "/screens/groups");
    }

    private void fill(Viewer viewer, UUID id, Model model) {
        ScreenGroup group = groups.get(viewer, id);
        model.addAttribute("group", group);
        model.addAttribute("screens", offers.screens(viewer, group.unit()));
        choices.fill(viewer, model);
    }
}
