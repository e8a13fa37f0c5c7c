package org.kulluna.membership;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Places;
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

/** The vetting desk: the list beside the check that is open. Grounds show only after asking for them. */
@Controller
class VettingPages {
    private static final String VIEW = "membership/vetting";
    private static final String PATH = "/membership/vetting?open=";

    private final Vetting vetting;
    private final Grounds grounds;
    private final Places places;
    private final Forms forms;

    VettingPages(Vetting vetting, Grounds grounds, Places places, Forms forms) {
        this.vetting = vetting;
        this.grounds = grounds;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping("/membership/vetting")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String open,
            Viewer viewer,
            Model model) {
        fill(model, viewer, QueueFilter.of(QueueFilter.VETTING, state, q, after));
        if (open != null && !open.isEmpty()) {
            model.addAttribute("file", vetting.get(viewer, Ids.parse(open)));
        }
        return VIEW;
    }

    @PostMapping("/membership/vetting/{id}/start")
    String startVetting(
            @PathVariable String id,
            @ModelAttribute CheckForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return submit(form, id, viewer, model, () -> {
            vetting.start(viewer, Ids.parse(id), form);
            return Done.redirect(response, "vetting-started", PATH + id);
        });
    }

    @PostMapping("/membership/vetting/{id}/decision")
    String decideVetting(
            @PathVariable String id,
            @ModelAttribute VettingForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return submit(form, id, viewer, model, () -> {
            vetting.decide(viewer, Ids.parse(id), form);
            return Done.redirect(response, "vetting-decided", PATH + id);
        });
    }

    @PostMapping("/membership/vetting/{id}/grounds")
    String writeGrounds(
            @PathVariable String id,
            @ModelAttribute GroundsForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return submit(form, id, viewer, model, () -> {
            grounds.write(viewer, Ids.parse(id), form);
            return Done.redirect(response, "grounds-written", PATH + id);
        });
    }

    /** A look is a deed, so it is a POST: recorded, and nothing a browser fetches ahead or shows from its memory. */
    @PostMapping("/membership/vetting/{id}/grounds/look")
    String readGrounds(@PathVariable String id, Viewer viewer, Model model) {
        UUID check = Ids.parse(id);
        model.addAttribute("grounds", grounds.read(viewer, check));
        refill(model, viewer, check);
        return VIEW;
    }

    @PostMapping("/membership/people/{person}/vetting")
    String openVetting(@PathVariable String person, Viewer viewer, HttpServletResponse response) {
        UUID check = vetting.open(viewer, PersonId.of(person));
        return Done.redirect(response, "vetting-opened", PATH + check);
    }

    private String submit(Object form, String id, Viewer viewer, Model model, Supplier<String> command) {
        return forms.submit(
                form,
                model,
                VIEW,
                () -> {
                    refill(model, viewer, Ids.parse(id));
                    if (form instanceof VettingForm decision) {
                        model.addAttribute("decision", decision);
                    }
                    if (form instanceof GroundsForm typed) {
                        model.addAttribute("typed", typed);
                    }
                },
                command);
    }

    private void refill(Model model, Viewer viewer, UUID check) {
        fill(model, viewer, QueueFilter.of(QueueFilter.VETTING, "open", "", null));
        model.addAttribute("file", vetting.get(viewer, check));
    }

    private void fill(Model model, Viewer viewer, QueueFilter filter) {
        model.addAttribute("page", vetting.list(viewer, filter));
        model.addAttribute("filter", filter);
        model.addAttribute("places", places.byCode());
        model.addAttribute("decision", VettingForm.EMPTY);
    }
}
