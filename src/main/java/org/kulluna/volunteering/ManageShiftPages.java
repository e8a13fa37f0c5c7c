package org.kulluna.volunteering;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.kulluna.eligibility.ReasonNames;
import org.kulluna.people.People;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shifts and their rosters at the coordinator's desk. */
@Controller
@RequestMapping("/volunteering/manage")
public class ManageShiftPages {
    private static final String FORM = "volunteering/shiftForm";
    private static final String ROSTER = "volunteering/roster";

    private final Shifts shifts;
    private final Opportunities opportunities;
    private final Desk desk;
    private final Filling filling;
    private final Forms forms;

    /** Somebody who would lose their seat, by name. */
    public record Loser(LocalizedText name, Consequence consequence) {}

    /** What the form and the roster show beside what was asked for. */
    @org.springframework.stereotype.Component
    static class Filling {
        private final ShiftReader reader;
        private final Labels labels;
        private final People people;
        private final ReasonNames names;
        private final Clock clock;

        Filling(ShiftReader reader, Labels labels, People people, ReasonNames names, Clock clock) {
            this.reader = reader;
            this.labels = labels;
            this.people = people;
            this.names = names;
            this.clock = clock;
        }

        LocalDateTime nextWeek() {
            return clock.instant()
                    .atZone(Time.PROGRAMME_ZONE)
                    .toLocalDate()
                    .plusDays(7)
                    .atTime(16, 0);
        }

        List<Loser> losers(List<Consequence> lapsing) {
            var known = people.byId(lapsing.stream().map(Consequence::person).toList());
            return lapsing.stream()
                    .map(c -> {
                        var p = known.get(c.person());
                        return new Loser(
                                p == null ? new LocalizedText("", "") : p.name(),
                                new Consequence(c.person(), names.name(c.reasons())));
                    })
                    .toList();
        }
    }

    ManageShiftPages(Shifts shifts, Opportunities opportunities, Desk desk, Filling filling, Forms forms) {
        this.shifts = shifts;
        this.opportunities = opportunities;
        this.desk = desk;
        this.filling = filling;
        this.forms = forms;
    }

    @GetMapping("/{id}/shifts/new")
    String blank(Viewer viewer, @PathVariable String id, Model model) {
        Opportunity o = fill(viewer, Ids.parse(id), model);
        model.addAttribute("form", ShiftForm.empty(Ids.next().toString(), o.place(), filling.nextWeek()));
        return FORM;
    }

    @PostMapping("/{id}/shifts/new")
    String addShift(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ShiftForm form,
            Model model,
            HttpServletResponse response) {
        UUID opportunity = Ids.parse(id);
        return forms.submit(form, model, FORM, () -> fill(viewer, opportunity, model), () -> {
            shifts.add(viewer, opportunity, Typed.id(form.id()), filling.reader.read(form));
            return Done.redirect(response, "shift-added", "/volunteering/manage/" + opportunity);
        });
    }

    @GetMapping("/shifts/{id}")
    String roster(Viewer viewer, @PathVariable String id, Model model) {
        fillRoster(viewer, Ids.parse(id), model);
        return ROSTER;
    }

    @GetMapping("/shifts/{id}/edit")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        Desk.Roster roster = desk.roster(viewer, Ids.parse(id));
        fill(viewer, roster.opportunity().id(), model);
        Shift s = roster.line().shift();
        model.addAttribute("form", ShiftForm.of(s, roster.line().roles(), filling.reader.number(s.leader())));
        model.addAttribute("shiftId", s.id().toString());
        return FORM;
    }

    @PostMapping("/shifts/{id}/edit")
    String changeShift(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ShiftForm form,
            Model model,
            HttpServletResponse response) {
        UUID shift = Ids.parse(id);
        model.addAttribute("shiftId", shift.toString());
        return forms.submit(form, model, FORM, () -> fillChange(viewer, shift, form, model), () -> {
            shifts.change(
                    viewer,
                    shift,
                    Typed.number(form.version(), -1),
                    filling.reader.read(form),
                    Typed.yes(form.confirm()));
            return Done.redirect(response, "shift-saved", "/volunteering/manage/shifts/" + shift);
        });
    }

    @PostMapping("/shifts/{id}/repeat")
    String repeatShift(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute RepeatForm form,
            Model model,
            HttpServletResponse response) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        UUID shift = Ids.parse(id);
        return forms.submit(form, model, ROSTER, () -> fillRoster(viewer, shift, model), () -> {
            shifts.repeat(viewer, shift, Typed.number(form.weeks(), 0));
            UUID opportunity = desk.roster(viewer, shift).opportunity().id();
            return Done.redirect(response, "shift-repeated", "/volunteering/manage/" + opportunity);
        });
    }

    @PostMapping("/shifts/{id}/cancel")
    String cancelShift(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute ReasonForm form,
            Model model,
            HttpServletResponse response) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        UUID shift = Ids.parse(id);
        return forms.submit(form, model, ROSTER, () -> fillRoster(viewer, shift, model), () -> {
            shifts.cancel(viewer, shift, Typed.number(form.version(), -1), Typed.text(form.reason()));
            return Done.redirect(response, "shift-called-off", "/volunteering/manage/shifts/" + shift);
        });
    }

    private Opportunity fill(Viewer viewer, UUID opportunity, Model model) {
        Opportunity o = opportunities.get(viewer, opportunity);
        model.addAttribute("opportunity", o);
        model.addAttribute("labels", filling.labels.all());
        return o;
    }

    /** A change that was refused: who would lose their seat by it stands beside what was typed. */
    private void fillChange(Viewer viewer, UUID shift, ShiftForm form, Model model) {
        fill(viewer, desk.roster(viewer, shift).opportunity().id(), model);
        try {
            model.addAttribute("losers", filling.losers(shifts.preview(viewer, shift, filling.reader.read(form))));
        } catch (Refusal unreadable) {
            model.addAttribute("losers", List.of());
        }
    }

    private void fillRoster(Viewer viewer, UUID shift, Model model) {
        Desk.Roster roster = desk.roster(viewer, shift);
        model.addAttribute("roster", roster);
        model.addAttribute(
                "mayEdit",
                viewer.may(Right.EDIT_OPPORTUNITIES, roster.opportunity().unit()));
        model.addAttribute("labels", filling.labels.all());
    }
}
