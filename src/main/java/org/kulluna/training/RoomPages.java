package org.kulluna.training;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.CodeNames;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Rooms at the training office. */
@Controller
@RequestMapping("/training/rooms")
class RoomPages {
    private static final String LIST = "training/rooms";
    private static final String FORM = "training/roomForm";
    private final Rooms rooms;
    private final Labels labels;
    private final Forms forms;

    RoomPages(Rooms rooms, Labels labels, Forms forms) {
        this.rooms = rooms;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        fill(viewer, model);
        model.addAttribute("form", new RoomForm(Ids.next().toString(), "", "", "", "", ""));
        return LIST;
    }

    @PostMapping
    String addRoom(Viewer viewer, @ModelAttribute RoomForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.RUN_COURSES);
        return forms.submit(form, model, LIST, () -> fill(viewer, model), () -> {
            rooms.add(viewer, form);
            return Done.redirect(response, "room-added", "/training/rooms");
        });
    }

    @GetMapping("/{id}")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("form", RoomForm.of(rooms.get(viewer, Ids.parse(id))));
        fill(viewer, model);
        return FORM;
    }

    @PostMapping("/{id}")
    String changeRoom(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute RoomForm form,
            Model model,
            HttpServletResponse response) {
        UUID room = Ids.parse(id);
        rooms.get(viewer, room);
        return forms.submit(form, model, FORM, () -> fill(viewer, model), () -> {
            rooms.change(viewer, room, form);
            return Done.redirect(response, "room-saved", "/training/rooms");
        });
    }

    @PostMapping("/{id}/retire")
    String retireRoom(Viewer viewer, @PathVariable String id, Model model, HttpServletResponse response) {
        UUID room = Ids.parse(id);
        RoomForm form = RoomForm.of(rooms.get(viewer, room));
        return forms.submit(form, model, FORM, () -> fill(viewer, model), () -> {
            rooms.retire(viewer, room);
            return Done.redirect(response, "room-retired", "/training/rooms");
        });
    }

    private void fill(Viewer viewer, Model model) {
        viewer.must(Right.RUN_COURSES);
        CodeNames names = labels.all();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(Right.RUN_COURSES, u))
                .toList();
        model.addAttribute("rooms", rooms.list(viewer));
        model.addAttribute("units", mine);
        model.addAttribute("labels", names);
    }
}
