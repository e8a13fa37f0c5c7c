package org.kulluna.certificates;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One's own certificates. */
@Controller
@RequestMapping("/certificates/mine")
class OwnPages {
    private static final String LIST = "/certificates/mine";

    private final OwnCertificates own;
    private final Labels labels;
    private final Forms forms;

    OwnPages(OwnCertificates own, Labels labels, Forms forms) {
        this.own = own;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        fill(viewer, model);
        return "certificates/mine";
    }

    @PostMapping("/{award}")
    String chooseCertificate(
            @PathVariable String award,
            @ModelAttribute ShowsForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return forms.submit(form, model, "certificates/mine", () -> fill(viewer, model), () -> {
            own.choose(viewer, Ids.parse(award), form);
            return Done.redirect(response, "certificate-chosen", LIST);
        });
    }

    @PostMapping("/{award}/code")
    String renewCertificateCode(
            @PathVariable String award,
            @ModelAttribute RenewForm form,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        return forms.submit(form, model, "certificates/mine", () -> fill(viewer, model), () -> {
            own.renewCode(viewer, Ids.parse(award), form);
            return Done.redirect(response, "certificate-renewed", LIST);
        });
    }

    private void fill(Viewer viewer, Model model) {
        model.addAttribute("certificates", own.list(viewer));
        model.addAttribute("labels", labels.all());
    }
}
