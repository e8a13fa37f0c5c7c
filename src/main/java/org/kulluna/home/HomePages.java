package org.kulluna.home;

import java.time.LocalDate;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.kulluna.statistics.Figures;
import org.kulluna.statistics.Period;
import org.kulluna.statistics.Trained;
import org.kulluna.volunteering.Offers;
import org.kulluna.volunteering.PublicOpportunities;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive. */
@Controller
class HomePages {
    /** Before the first member: the whole life of the programme begins here. */
    private static final LocalDate BEGINNING = LocalDate.of(2016, 1, 1);

    private final Figures figures;
    private final MyDay myDay;
    private final Offers offers;
    private final PublicOpportunities opportunities;
    private final Labels labels;

    HomePages(Figures figures, MyDay myDay, Offers offers, PublicOpportunities opportunities, Labels labels) {
        this.figures = figures;
        this.myDay = myDay;
        this.offers = offers;
        this.opportunities = opportunities;
        this.labels = labels;
    }

    @GetMapping("/")
    String welcome(Model model) {
        Period period = myDay.halfYear();
        model.addAttribute("period", period);
        model.addAttribute("hours", figures.publicHours(period));
        model.addAttribute("always", figures.publicHours(new Period(BEGINNING, period.to())));
        model.addAttribute("roll", figures.publicRoll(period));
        taught(period, model);
        model.addAttribute("coming", opportunities.listSoonest(3));
        model.addAttribute("labels", labels.all());
        return "home/welcome";
    }

    /** While no course of the half-year has finished, those since the beginning are told. */
    private void taught(Period period, Model model) {
        Trained now = figures.publicCourses(period);
        model.addAttribute("trainedAlways", now.isNone());
        model.addAttribute("trained", now.isNone() ? figures.publicCourses(new Period(BEGINNING, period.to())) : now);
    }

    @GetMapping("/credits")
    String credits() {
        return "home/credits";
    }

    /** Each to their own first page after signing in. */
    @GetMapping("/start")
    String start(Viewer viewer) {
        if (Desk.worksHere(viewer)) {
            return "redirect:/today";
        }
        if (viewer.may(Right.VOLUNTEER)) {
            return "redirect:/home";
        }
        return viewer.may(Right.FOLLOW_APPLICATION) ? "redirect:/membership/application" : "redirect:/";
    }

    @GetMapping("/home")
    String member(Viewer viewer, Model model) {
        viewer.must(Right.VOLUNTEER);
        model.addAttribute("next", myDay.findNext(viewer).orElse(null));
        model.addAttribute("whisper", myDay.findWhisper(viewer).orElse(null));
        model.addAttribute("ending", myDay.listEnding(viewer));
        model.addAttribute("minutes", myDay.minutes(viewer));
        model.addAttribute("period", myDay.halfYear());
        model.addAttribute("offers", offers.listNearest(viewer, 3));
        model.addAttribute("labels", labels.all());
        return "home/member";
    }
}
