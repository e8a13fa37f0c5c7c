package org.kulluna.home;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own duties and sessions in time, and the address by which a phone's calendar reads them. */
@Controller
@RequestMapping("/calendar")
class CalendarPages {
    private final Agenda agenda;
    private final CalendarFeed feed;
    private final Labels labels;

    CalendarPages(Agenda agenda, CalendarFeed feed, Labels labels) {
        this.agenda = agenda;
        this.feed = feed;
        this.labels = labels;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        return fill(viewer, null, model);
    }

    /** Shows the address on the answer itself: it is nowhere else, and asking again makes another. */
    @PostMapping("/feed")
    String makeCalendarFeed(Viewer viewer, HttpServletRequest request, Model model) {
        return fill(viewer, CalendarAddress.of(feed.make(viewer), request), model);
    }

    @PostMapping("/feed/revoke")
    String revokeCalendarFeed(Viewer viewer, HttpServletResponse response) {
        feed.revoke(viewer);
        return Done.redirect(response, "calendar-revoked", "/calendar");
    }

    private String fill(Viewer viewer, @Nullable CalendarAddress made, Model model) {
        Map<String, List<Appointment>> months = new LinkedHashMap<>();
        agenda.listComing(viewer)
                .forEach(a -> months.computeIfAbsent(a.month(), m -> new ArrayList<>())
                        .add(a));
        model.addAttribute("months", months);
        model.addAttribute("since", feed.findMadeAt(viewer));
        model.addAttribute("made", made);
        model.addAttribute("labels", labels.all());
        return "home/calendar";
    }
}
