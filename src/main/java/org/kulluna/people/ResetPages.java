package org.kulluna.people;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a one-time link leads: anyone who holds it may set the password, once. */
@Controller
class ResetPages {
    private final ResetLinks links;
    private final Forms forms;

    ResetPages(ResetLinks links, Forms forms) {
        this.links = links;
        this.forms = forms;
    }

    @GetMapping("/reset/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        fill(token, model);
        response.setHeader("X-Robots-Tag", "noindex");
        return "people/reset";
    }

    @PostMapping("/reset/{token}")
    String resetPassword(
            @PathVariable String token, @ModelAttribute ResetForm form, Model model, HttpServletResponse response) {
        fill(token, model);
        return forms.submit(form, model, "people/reset", () -> {}, () -> {
            form.mustAgree();
            links.use(token, form.password());
            return Done.redirect(response, "password-set", "/sign-in");
        });
    }

    private void fill(String token, Model model) {
        model.addAttribute("username", links.username(token));
        model.addAttribute("token", token);
    }
}
