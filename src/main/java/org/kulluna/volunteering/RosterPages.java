package org.kulluna.volunteering;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.kulluna.paper.Csv;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A roster to carry away: a sheet to sign, and a file for a spreadsheet. */
@Controller
@RequestMapping("/volunteering/manage/shifts/{id}")
class RosterPages {
    private static final List<String> HEADER = List.of(
            "membership_number",
            "name_ar",
            "name_en",
            "role_ar",
            "role_en",
            "state",
            "waiting_place",
            "came",
            "signed_up_at");

    private final Desk desk;
    private final Labels labels;

    RosterPages(Desk desk, Labels labels) {
        this.desk = desk;
        this.labels = labels;
    }

    @GetMapping("/sheet")
    String sheet(Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("roster", desk.take(viewer, Ids.parse(id)));
        model.addAttribute("labels", labels.all());
        return "volunteering/sheet";
    }

    @GetMapping("/roster.csv")
    void csv(Viewer viewer, @PathVariable String id, HttpServletResponse response) throws IOException {
        Desk.Roster roster = desk.take(viewer, Ids.parse(id));
        Shift shift = roster.line().shift();
        Csv.attach(response, "roster-" + shift.demand().firstDay() + "-" + shift.id() + ".csv");
        Csv.write(
                response.getOutputStream(),
                HEADER,
                roster.people().stream().map(RosterPages::row).toList());
    }

    private static List<String> row(RosterLine p) {
        return List.of(
                p.number() == null ? "" : String.valueOf(p.number()),
                p.name().ar(),
                p.name().en(),
                p.role().ar(),
                p.role().en(),
                p.signUp().state().text(),
                p.signUp().place() == 0 ? "" : String.valueOf(p.signUp().place()),
                String.valueOf(p.came()),
                p.signUp().createdAt().toString());
    }
}
