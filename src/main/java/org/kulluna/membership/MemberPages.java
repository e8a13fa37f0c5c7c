package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kulluna.paper.Csv;
import org.kulluna.places.Places;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of members, one member's page, and what changes a member's standing. */
@Controller
class MemberPages {
    private static final String VIEW = "membership/member";

    private final Roll roll;
    private final Standing standing;
    private final Places places;
    private final Forms forms;

    MemberPages(Roll roll, Standing standing, Places places, Forms forms) {
        this.roll = roll;
        this.standing = standing;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping("/membership/members")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String nationality,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model page) {
        MemberFilter filter = MemberFilter.of(q, status, nationality, place, model, after);
        page.addAttribute("page", roll.list(viewer, filter));
        page.addAttribute("filter", filter);
        page.addAttribute("places", places.byCode());
        return "membership/members";
    }

    @GetMapping("/membership/members/export")
    void export(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String nationality,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String model,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        List<MemberSummary> members =
                roll.export(viewer, MemberFilter.of(q, status, nationality, place, model, null));
        Csv.attach(response, "members.csv");
        Csv.write(
                response.getOutputStream(),
                List.of(
                        "number",
                        "name_ar",
                        "name_en",
                        "nationality",
                        "home_place",
                        "status",
                        "student",
                        "accepted_on",
                        "vetted_until"),
                members.stream().map(MemberPages::cells).toList());
    }

    private static List<String> cells(MemberSummary m) {
        return List.of(
                String.valueOf(m.number()),
                m.name().ar(),
                m.name().en(),
                m.nationality() == null ? "" : m.nationality(),
                m.homePlace() == null ? "" : m.homePlace(),
                m.status(),
                String.valueOf(m.student()),
                LocalDate.ofInstant(m.acceptedAt(), Time.PROGRAMME_ZONE).toString(),
                m.vettedUntil() == null ? "" : m.vettedUntil().toString());
    }

    @GetMapping("/membership/members/{person}")
    String show(@PathVariable String person, Viewer viewer, Model model) {
        PersonId id = PersonId.of(person);
        var kept = roll.findKept(viewer, id);
        if (kept.isPresent()) {
            return "redirect:/membership/members/" + kept.get();
        }
        fill(model, viewer, id, StandingForm.EMPTY);
        return VIEW;
    }

    @PostMapping("/membership/members/{person}/suspension")
    String suspendMember(
            @PathVariable String person,
            @ModelAttribute StandingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(person, form, viewer, model, response, "member-suspended", (id, f) -> standing.suspend(viewer, id, f));
    }

    @PostMapping("/membership/members/{person}/reinstatement")
    String reinstateMember(
            @PathVariable String person,
            @ModelAttribute StandingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(
                person, form, viewer, model, response, "member-reinstated", (id, f) -> standing.reinstate(viewer, id, f));
    }

    @PostMapping("/membership/members/{person}/departure")
    String endMembership(
            @PathVariable String person,
            @ModelAttribute StandingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(person, form, viewer, model, response, "member-left", (id, f) -> standing.leave(viewer, id, f));
    }

    @PostMapping("/membership/members/{person}/adulthood")
    String endStudentModel(
            @PathVariable String person,
            @ModelAttribute StandingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return change(person, form, viewer, model, response, "member-grown", (id, f) -> standing.growUp(viewer, id, f));
    }

    private String change(
            String person,
            StandingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response,
            String done,
            BiConsumer<PersonId, StandingForm> command) {
        PersonId id = PersonId.of(person);
        return forms.submit(form, model, VIEW, () -> fill(model, viewer, id, form), () -> {
            command.accept(id, form);
            return Done.redirect(response, done, "/membership/members/" + id);
        });
    }

    private void fill(Model model, Viewer viewer, PersonId id, StandingForm form) {
        MemberFile file = roll.get(viewer, id);
        model.addAttribute("file", file);
        model.addAttribute("form", form);
        model.addAttribute("places", places.byCode());
    }
}
