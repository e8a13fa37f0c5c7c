package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Forms about one person, applicant or member: consent, visa, merging two records, erasing. */
@Controller
class PersonPages {
    private final Papers papers;
    private final Merges merges;
    private final Erasures erasures;
    private final Forms forms;

    PersonPages(Papers papers, Merges merges, Erasures erasures, Forms forms) {
        this.papers = papers;
        this.merges = merges;
        this.erasures = erasures;
        this.forms = forms;
    }

    @GetMapping("/membership/people/{person}/consent")
    String consent(@PathVariable String person, Viewer viewer, Model model) {
        model.addAttribute("form", ConsentForm.EMPTY);
        return paper(person, viewer, model, "membership/consent");
    }

    @PostMapping("/membership/people/{person}/consent")
    String recordConsent(
            @PathVariable String person,
            @ModelAttribute ConsentForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PersonId id = PersonId.of(person);
        return forms.submit(
                form, model, "membership/consent", () -> paper(person, viewer, model, "membership/consent"), () -> {
                    papers.recordConsent(viewer, id, form);
                    return Done.redirect(response, "consent-recorded", papers.page(id));
                });
    }

    @PostMapping("/membership/consents/{id}/withdrawal")
    String withdrawConsent(@PathVariable String id, Viewer viewer, HttpServletResponse response) {
        PersonId person = papers.withdrawConsent(viewer, Ids.parse(id));
        return Done.redirect(response, "consent-withdrawn", papers.page(person));
    }

    @GetMapping("/membership/people/{person}/visa")
    String visa(@PathVariable String person, Viewer viewer, Model model) {
        model.addAttribute("form", VisaForm.EMPTY);
        return paper(person, viewer, model, "membership/visa");
    }

    @PostMapping("/membership/people/{person}/visa")
    String recordVisa(
            @PathVariable String person,
            @ModelAttribute VisaForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PersonId id = PersonId.of(person);
        return forms.submit(
                form, model, "membership/visa", () -> paper(person, viewer, model, "membership/visa"), () -> {
                    papers.recordVisa(viewer, id, form);
                    return Done.redirect(response, "visa-recorded", papers.page(id));
                });
    }

    private String paper(String person, Viewer viewer, Model model, String view) {
        PersonId id = PersonId.of(person);
        model.addAttribute("person", papers.get(viewer, id));
        model.addAttribute("back", papers.page(id));
        return view;
    }

    /** First a search for the other record, then the two side by side. */
    @GetMapping("/membership/people/{person}/merge")
    String merge(
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String from,
            Viewer viewer,
            Model model) {
        fillMerge(model, viewer, PersonId.of(person), q, from);
        model.addAttribute("form", new MergeForm(from, "", null, null));
        return "membership/merge";
    }

    @PostMapping("/membership/people/{person}/merge")
    String mergePersons(
            @PathVariable String person,
            @ModelAttribute MergeForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PersonId id = PersonId.of(person);
        return forms.submit(
                form,
                model,
                "membership/merge",
                () -> fillMerge(model, viewer, id, "", form.from()),
                () -> {
                    merges.merge(viewer, id, form);
                    return Done.redirect(response, "persons-merged", papers.page(id));
                });
    }

    private void fillMerge(Model model, Viewer viewer, PersonId into, @Nullable String q, @Nullable String from) {
        model.addAttribute("into", merges.get(viewer, into));
        model.addAttribute("others", merges.listOthers(viewer, into, q));
        model.addAttribute("q", Desk.text(q));
        if (!Desk.text(from).isEmpty()) {
            model.addAttribute("other", merges.get(viewer, PersonId.of(Desk.text(from))));
        }
    }

    @GetMapping("/membership/people/{person}/erasure")
    String erasure(@PathVariable String person, Viewer viewer, Model model) {
        model.addAttribute("person", erasures.get(viewer, PersonId.of(person)));
        return "membership/erasure";
    }

    @PostMapping("/membership/people/{person}/erasure")
    String erasePerson(
            @PathVariable String person,
            @ModelAttribute ErasureForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        PersonId id = PersonId.of(person);
        return forms.submit(
                form,
                model,
                "membership/erasure",
                () -> model.addAttribute("person", erasures.get(viewer, id)),
                () -> {
                    erasures.erase(viewer, id, form);
                    return Done.redirect(response, "person-erased", "/membership/members");
                });
    }
}
