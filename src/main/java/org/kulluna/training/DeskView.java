package org.kulluna.training;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the office's page of one offering shows. */
@Component
class DeskView {
    private final Offerings offerings;
    private final Cohorts cohorts;
    private final Results results;
    private final Parts parts;
    private final Clock clock;

    @Component
    record Parts(Courses courses, Rooms rooms, Labels labels) {}

    DeskView(Offerings offerings, Cohorts cohorts, Results results, Parts parts, Clock clock) {
        this.offerings = offerings;
        this.cohorts = cohorts;
        this.results = results;
        this.parts = parts;
        this.clock = clock;
    }

    org.kulluna.shell.CodeNames names() {
        return parts.labels().all();
    }

    void fill(Viewer viewer, UUID id, Model model) {
        fill(viewer, id, TraineeFilter.ALL, model);
    }

    void fill(Viewer viewer, UUID id, TraineeFilter filter, Model model) {
        Offering o = offerings.get(viewer, id);
        model.addAttribute("offering", o);
        model.addAttribute("filter", filter);
        model.addAttribute("roster", cohorts.roster(viewer, id, filter));
        model.addAttribute("rooms", parts.rooms().list(viewer));
        boolean over = o.state() == OfferingState.OPEN && o.hasEnded(clock.instant());
        model.addAttribute("closing", over ? results.preview(viewer, id) : Results.Closing.NOTHING);
        model.addAttribute("placed", List.<Cohorts.Placed>of());
        model.addAttribute("labels", parts.labels().all());
    }

    /** What the form of one session needs beside the form. */
    void fillSession(Viewer viewer, UUID id, Model model) {
        Offering o = offerings.get(viewer, id);
        model.addAttribute("offering", o);
        model.addAttribute("rooms", parts.rooms().list(viewer));
        model.addAttribute("parts", parts.courses().parts(viewer, o.course().code()));
        model.addAttribute("labels", parts.labels().all());
    }
}
