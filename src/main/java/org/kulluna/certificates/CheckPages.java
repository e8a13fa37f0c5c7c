package org.kulluna.certificates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Refusal;
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

/** Where anybody checks a certificate. In no search engine, and kept by no browser. */
@Controller
@RequestMapping("/certificates")
class CheckPages {
    private final Checks checks;
    private final Labels labels;
    private final Forms forms;

    CheckPages(Checks checks, Labels labels, Forms forms) {
        this.checks = checks;
        this.labels = labels;
        this.forms = forms;
    }

    @ModelAttribute
    void unlisted(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String code, Model model) {
        Optional<String> read = CertificateCode.read(code);
        if (read.isPresent()) {
            return "redirect:/certificates/" + read.get();
        }
        model.addAttribute("typed", code);
        if (!code.isBlank()) {
            model.addAttribute("refusal", Refusal.invalid("code", "not-a-certificate-code"));
        }
        return "certificates/ask";
    }

    @GetMapping("/{code}")
    String check(@PathVariable String code, Model model) {
        Optional<String> read = CertificateCode.read(code);
        if (read.isPresent() && !read.get().equals(code)) {
            return "redirect:/certificates/" + read.get();
        }
        try {
            fill(read.orElseThrow(Refusal::notFound), model);
        } catch (Refusal unknown) {
            model.addAttribute("refusal", unknown);
            model.addAttribute("typed", code);
            return "certificates/ask";
        }
        model.addAttribute("form", new NameForm(""));
        return "certificates/show";
    }

    @PostMapping("/{code}/name")
    String compareCertificateName(
            @PathVariable String code, @ModelAttribute NameForm form, Viewer viewer, Model model) {
        String read = CertificateCode.read(code).orElseThrow(Refusal::notFound);
        fill(read, model);
        return forms.submit(form, model, "certificates/show", () -> {}, () -> {
            model.addAttribute("matches", checks.compareName(viewer, read, form));
            model.addAttribute("form", form);
            return "certificates/show";
        });
    }

    private void fill(String code, Model model) {
        model.addAttribute("certificate", checks.check(code));
        model.addAttribute("labels", labels.all());
    }
}
