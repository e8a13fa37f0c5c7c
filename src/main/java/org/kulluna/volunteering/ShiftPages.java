package org.kulluna.volunteering;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shifts on a member's phone. */
@Controller
@RequestMapping("/volunteering")
class ShiftPages {
    private final Offers offers;
    private final SignUps signUps;
    private final MyDuties mine;
    private final Forms forms;
    private final Labels labels;
    private final Clock clock;

    ShiftPages(Offers offers, SignUps signUps, MyDuties mine, Forms forms, Labels labels, Clock clock) {
        this.offers = offers;
        this.signUps = signUps;
        this.mine = mine;
        this.forms = forms;
        this.labels = labels;
        this.clock = clock;
    }

    @GetMapping("/shifts")
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String pillar,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String cursor,
            Model model) {
        boolean others = show.equals("others");
        var today = clock.instant().atZone(Time.PROGRAMME_ZONE).toLocalDate();
        ShiftFilter filter = ShiftFilter.onDay(!others, day, place, pillar, today);
        model.addAttribute("page", offers.list(viewer, filter, cursor));
        model.addAttribute("choice", new ShiftChoice(day, place, pillar, others, cursor != null));
        model.addAttribute("labels", labels.all());
        return "volunteering/shifts";
    }

    @GetMapping("/shifts/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        fill(viewer, Ids.parse(id), model);
        return "volunteering/shift";
    }

    @PostMapping("/shifts/{id}/sign-up")
    String signUp(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute SignUpForm form,
            Model model,
            HttpServletResponse response) {
        UUID shift = Ids.parse(id);
        return forms.submit(form, model, "volunteering/shift", () -> fill(viewer, shift, model), () -> {
            SignUp made = signUps.signUp(
                    viewer, shift, Ids.parse(String.valueOf(form.id())), Ids.parse(String.valueOf(form.roleId())));
            String said = made.state() == SignUpState.BOOKED ? "seat-taken" : "seat-waiting";
            return Done.redirect(response, said, "/volunteering/shifts/" + shift);
        });
    }

    @PostMapping("/shifts/{id}/leave")
    String leaveShift(Viewer viewer, @PathVariable String id, Model model, HttpServletResponse response) {
        UUID shift = Ids.parse(id);
        return forms.submit(new Nothing(), model, "volunteering/shift", () -> fill(viewer, shift, model), () -> {
            signUps.leave(viewer, shift);
            return Done.redirect(response, "seat-left", "/volunteering/shifts/" + shift);
        });
    }

    @GetMapping("/mine")
    String mine(Viewer viewer, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("coming", mine.listComing(viewer));
        model.addAttribute("past", mine.listPast(viewer, cursor));
        model.addAttribute("first", cursor == null);
        model.addAttribute("labels", labels.all());
        return "volunteering/mine";
    }

    private void fill(Viewer viewer, UUID shift, Model model) {
        model.addAttribute("detail", offers.get(viewer, shift));
        model.addAttribute("signUpId", Ids.next().toString());
        model.addAttribute("labels", labels.all());
    }

    /** A form without fields. */
    record Nothing() {}
}
