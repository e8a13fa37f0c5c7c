package org.kulluna.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.CodeNames;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The week of rooms and instructors at the training office. */
@Controller
@RequestMapping("/training/calendar")
class TimetablePages {
    private final Timetable timetable;
    private final Rooms rooms;
    private final Labels labels;
    private final Clock clock;

    TimetablePages(Timetable timetable, Rooms rooms, Labels labels, Clock clock) {
        this.timetable = timetable;
        this.rooms = rooms;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping
    String week(
            Viewer viewer,
            @RequestParam(defaultValue = "") String week,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String instructor,
            @ModelAttribute("wanted") Timetable.Wanted wanted,
            Model model) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Time.PROGRAMME_ZONE);
        TimetableFilter filter = TimetableFilter.of(week, by, unit, room, instructor, today);
        model.addAttribute("filter", filter);
        model.addAttribute("week", timetable.week(viewer, filter));
        model.addAttribute("instructors", timetable.instructors(viewer));
        model.addAttribute("rooms", rooms.list(viewer));
        CodeNames names = labels.all();
        model.addAttribute("labels", names);
        model.addAttribute(
                "units",
                names.units().keySet().stream()
                        .filter(u -> viewer.may(Right.RUN_COURSES, u))
                        .toList());
        look(viewer, wanted, model);
        return "training/timetable";
    }

    /** What was mistyped stands beside its field, and the week stands all the same. */
    private void look(Viewer viewer, Timetable.Wanted wanted, Model model) {
        model.addAttribute("free", List.of());
        if (wanted.isAsked()) {
            try {
                model.addAttribute("free", timetable.free(viewer, wanted));
            } catch (Refusal refused) {
                model.addAttribute("refusal", refused);
            }
        }
    }
}
