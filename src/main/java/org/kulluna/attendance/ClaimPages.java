package org.kulluna.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coordinator's desk for hours: what waits, one claim, a whole duty at once. */
@Controller
@RequestMapping("/attendance/claims")
class ClaimPages {
    private final ClaimDesk desk;
    private final Gate gate;
    private final Units units;
    private final Forms forms;

    ClaimPages(ClaimDesk desk, Gate gate, Units units, Forms forms) {
        this.desk = desk;
        this.gate = gate;
        this.units = units;
        this.forms = forms;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String flagged,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer,
            Model model) {
        ClaimFilter filter = ClaimFilter.of(unit, duty, flagged, after);
        model.addAttribute("page", desk.list(viewer, filter));
        model.addAttribute("waiting", desk.listWaiting(viewer, unit));
        model.addAttribute("filter", filter);
        model.addAttribute("units", units.listWith(viewer, Right.VERIFY_HOURS));
        return "attendance/claims";
    }

    @GetMapping("/{id}")
    String open(@PathVariable String id, Viewer viewer, Model model) {
        model.addAttribute("form", new RefusalForm(null, ""));
        show(viewer, Ids.parse(id), model);
        return "attendance/claim";
    }

    private void show(Viewer viewer, UUID id, Model model) {
        Claim claim = desk.open(viewer, id);
        model.addAttribute("claim", claim);
        model.addAttribute("obstacle", desk.obstacle(viewer, id));
        model.addAttribute("facts", gate.lines(viewer, claim));
    }

    @PostMapping("/{id}/verify")
    String verifyHours(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        UUID claim = Ids.parse(id);
        return forms.submit(
                new RefusalForm(null, ""), model, "attendance/claim", () -> show(viewer, claim, model), () -> {
                    Verification done = desk.verify(viewer, List.of(claim), null, true);
                    if (!done.leftOut().isEmpty()) {
                        throw desk.refusal(done.leftOut().getFirst().reason());
                    }
                    return Done.redirect(response, "hours-verified", "/attendance/claims");
                });
    }

    @PostMapping("/{id}/refuse")
    String refuseHours(
            @PathVariable String id,
            @ModelAttribute RefusalForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        UUID claim = Ids.parse(id);
        return forms.submit(form, model, "attendance/claim", () -> show(viewer, claim, model), () -> {
            desk.refuse(
                    viewer, claim, form.shown(), String.valueOf(form.reason()).strip());
            return Done.redirect(response, "hours-refused", "/attendance/claims");
        });
    }

    /** What verifying the whole duty does, before it is done. */
    @GetMapping("/duties/{duty}")
    String preview(@PathVariable String duty, Viewer viewer, Model model) {
        UUID id = Ids.parse(duty);
        model.addAttribute("preview", desk.preview(viewer, id));
        model.addAttribute("book", gate.book(viewer, id));
        return "attendance/dutyClaims";
    }

    @PostMapping("/duties/{duty}/verify")
    String verifyHours(@PathVariable String duty, Viewer viewer, HttpServletResponse response) {
        UUID id = Ids.parse(duty);
        Verification done = desk.verify(viewer, List.of(), id, false);
        return Done.redirect(
                response, done.verified().isEmpty() ? "nothing-verified" : "duty-verified", "/attendance/duties/" + id);
    }
}
