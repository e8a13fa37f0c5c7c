package org.kulluna.screens;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Loops and when they play, at the communications desk. */
@Controller
@RequestMapping("/screens")
class LoopPages {
    private static final String NEW = "screens/loopForm";
    private static final String SHOW = "screens/loop";
    private static final String ITEM = "screens/item";
    private static final String ADDRESS = "/screens/loops/";
    private static final Map<String, Integer> STEPS = Map.of("earlier", -1, "later", 1, "out", 0);
    private final Loops loops;
    private final LoopOffers offers;
    private final Choices choices;
    private final Forms forms;

    LoopPages(Loops loops, LoopOffers offers, Choices choices, Forms forms) {
        this.loops = loops;
        this.offers = offers;
        this.choices = choices;
        this.forms = forms;
    }

    @GetMapping("/loops")
    String list(Viewer viewer, Model model) {
        model.addAttribute("loops", loops.list(viewer));
        choices.fill(viewer, model);
        return "screens/loops";
    }

    @GetMapping("/loops/new")
    String addForm(Viewer viewer, Model model) {
        viewer.must(Right.MANAGE_SCREENS);
        model.addAttribute("form", new LoopForm(Ids.next().toString(), "", "", ""));
        choices.fill(viewer, model);
        return NEW;
    }

    @PostMapping("/loops/new")
    String addLoop(Viewer viewer, @ModelAttribute LoopForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.MANAGE_SCREENS);
        return forms.submit(form, model, NEW, () -> choices.fill(viewer, model), () -> {
            UUID id = loops.add(viewer, form).id();
            return Done.redirect(response, "loop-added", ADDRESS + id);
        });
    }

    @GetMapping("/loops/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        fill(viewer, Ids.parse(id), blankItem(), blankSchedule(), model);
        return SHOW;
    }

    @PostMapping("/loops/{id}/items")
    String addLoopItem(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ItemForm form,
            Model model,
            HttpServletResponse response) {
        UUID loop = Ids.parse(id);
        loops.get(viewer, loop);
        return forms.submit(form, model, SHOW, () -> fill(viewer, loop, form, blankSchedule(), model), () -> {
            loops.addItem(viewer, loop, form);
            return Done.redirect(response, "loop-changed", ADDRESS + loop);
        });
    }

    @GetMapping("/loops/{id}/items/{item}")
    String changeItemForm(Viewer viewer, @PathVariable String id, @PathVariable String item, Model model) {
        UUID loop = Ids.parse(id);
        Loop.Item old = loops.item(viewer, loop, Ids.parse(item));
        model.addAttribute("form", ItemForm.of(Ids.next().toString(), old));
        offer(viewer, loop, model);
        return ITEM;
    }

    @PostMapping("/loops/{id}/items/{item}")
    String changeLoopItem(
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String item,
            @ModelAttribute ItemForm form,
            Model model,
            HttpServletResponse response) {
        UUID loop = Ids.parse(id);
        loops.get(viewer, loop);
        return forms.submit(form, model, ITEM, () -> offer(viewer, loop, model), () -> {
            loops.changeItem(viewer, loop, Ids.parse(item), form);
            return Done.redirect(response, "loop-changed", ADDRESS + loop);
        });
    }

    /** @param step earlier, later or out */
    @PostMapping("/loops/{id}/items/{item}/move")
    String moveLoopItem(
            Viewer viewer,
            @PathVariable String id,
            @PathVariable String item,
            @RequestParam(defaultValue = "later") String step,
            HttpServletResponse response) {
        UUID loop = Ids.parse(id);
        loops.move(viewer, loop, Ids.parse(item), STEPS.getOrDefault(step, 1));
        return Done.redirect(response, "loop-changed", ADDRESS + loop);
    }

    @PostMapping("/loops/{id}/schedules")
    String scheduleLoop(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ScheduleForm form,
            Model model,
            HttpServletResponse response) {
        UUID loop = Ids.parse(id);
        loops.get(viewer, loop);
        return forms.submit(form, model, SHOW, () -> fill(viewer, loop, blankItem(), form, model), () -> {
            loops.schedule(viewer, loop, form);
            return Done.redirect(response, "loop-scheduled", ADDRESS + loop);
        });
    }

    @PostMapping("/schedules/{id}/end")
    String endSchedule(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        UUID loop = loops.end(viewer, Ids.parse(id));
        return Done.redirect(response, "schedule-ended", ADDRESS + loop);
    }

    @PostMapping("/loops/{id}/retire")
    String retireLoop(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        loops.retire(viewer, Ids.parse(id));
        return Done.redirect(response, "loop-retired", "/screens/loops");
    }

    private static ItemForm blankItem() {
        return new ItemForm(Ids.next().toString(), "", "", "", "12");
    }

    private static ScheduleForm blankSchedule() {
        return new ScheduleForm(Ids.next().toString(), "", "", "0", "", "", "", "", "");
    }

    private void fill(Viewer viewer, UUID id, ItemForm item, ScheduleForm when, Model model) {
        offer(viewer, id, model);
        model.addAttribute("item", item);
        model.addAttribute("when", when);
        choices.fill(viewer, model);
    }

    private void offer(Viewer viewer, UUID id, Model model) {
        Loop loop = loops.get(viewer, id);
        model.addAttribute("loop", loop);
        model.addAttribute("offer", offers.of(viewer, loop));
    }
}
