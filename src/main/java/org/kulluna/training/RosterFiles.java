package org.kulluna.training;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.paper.Csv;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The trainees of an offering to carry away: a sheet to sign, and a file for a spreadsheet. */
@Controller
@RequestMapping("/training/desk/{id}")
class RosterFiles {
    private static final List<String> HEADER = List.of(
            "membership_number",
            "name_ar",
            "name_en",
            "state",
            "source",
            "attended_minutes",
            "score_percent",
            "practical_passed",
            "passed");

    private final Cohorts cohorts;
    private final DeskView desk;

    RosterFiles(Cohorts cohorts, DeskView desk) {
        this.cohorts = cohorts;
        this.desk = desk;
    }

    @GetMapping("/sheet")
    String sheet(Viewer viewer, @PathVariable String id, Model model) {
        List<RosterLine> all = cohorts.take(viewer, Ids.parse(id));
        desk.fillSession(viewer, Ids.parse(id), model);
        model.addAttribute(
                "trainees",
                all.stream()
                        .filter(l ->
                                l.state() == EnrolmentState.BOOKED || l.state().isSettled())
                        .toList());
        return "training/sheet";
    }

    @GetMapping("/trainees.csv")
    void csv(Viewer viewer, @PathVariable String id, HttpServletResponse response) throws IOException {
        List<RosterLine> all = cohorts.take(viewer, Ids.parse(id));
        Csv.attach(response, "trainees-" + Ids.parse(id) + ".csv");
        Csv.write(
                response.getOutputStream(),
                HEADER,
                all.stream().map(RosterFiles::row).toList());
    }

    private static List<String> row(RosterLine l) {
        return List.of(
                text(l.memberNumber()),
                l.name().ar(),
                l.name().en(),
                l.state().text(),
                l.source(),
                text(l.attendedMinutes()),
                text(l.score()),
                text(l.practicalPassed()),
                text(l.passed()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
