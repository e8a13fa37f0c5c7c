package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.people.Person;
import org.kulluna.places.Places;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The desk's form that corrects who somebody is, and everybody's own form of what they declare. */
@Controller
class DetailsPages {
    private static final String DESK = "membership/details";
    private static final String OWN = "membership/declared";

    private final Details details;
    private final Papers papers;
    private final Places places;
    private final Forms forms;

    DetailsPages(Details details, Papers papers, Places places, Forms forms) {
        this.details = details;
        this.papers = papers;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping("/membership/people/{person}/details")
    String show(@PathVariable String person, Viewer viewer, Model model) {
        PersonId id = PersonId.of(person);
        model.addAttribute("form", DetailsForm.of(fill(details.get(viewer, id), model)));
        model.addAttribute("back", papers.page(id));
        return DESK;
    }

    @PostMapping("/membership/people/{person}/details")
    String correctDetails(
            @PathVariable String person,
            @ModelAttribute DetailsForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PersonId id = PersonId.of(person);
        Runnable refill = () -> {
            fill(details.get(viewer, id), model);
            model.addAttribute("back", papers.page(id));
        };
        return forms.submit(form, model, DESK, refill, () -> {
            details.correct(viewer, id, form);
            return Done.redirect(response, "details-corrected", papers.page(id));
        });
    }

    @GetMapping("/membership/details")
    String own(Viewer viewer, Model model) {
        model.addAttribute("form", DetailsForm.of(fill(details.getOwn(viewer), model)));
        return OWN;
    }

    @PostMapping("/membership/details")
    String declareDetails(@ModelAttribute DetailsForm form, Viewer viewer, Model model, HttpServletResponse response) {
        return forms.submit(form, model, OWN, () -> fill(details.getOwn(viewer), model), () -> {
            details.declare(viewer, form);
            return Done.redirect(response, "details-saved", "/people/me");
        });
    }

    private Person fill(Person person, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("places", places.list());
        return person;
    }
}
