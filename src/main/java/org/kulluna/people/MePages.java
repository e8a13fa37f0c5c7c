package org.kulluna.people;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** A person's own page of links, and their own details. */
@Controller
class MePages {
    private final OwnDetails own;
    private final Forms forms;

    MePages(OwnDetails own, Forms forms) {
        this.own = own;
        this.forms = forms;
    }

    @GetMapping("/more")
    String more(Viewer viewer) {
        viewer.signedIn();
        return "people/more";
    }

    @GetMapping("/people/me")
    String show(Viewer viewer, Model model) {
        Person person = own.get(viewer);
        model.addAttribute("person", person);
        model.addAttribute("form", ContactForm.of(person));
        return "people/me";
    }

    @PostMapping("/people/me")
    String updateContact(@ModelAttribute ContactForm form, Viewer viewer, Model model, HttpServletResponse response) {
        Person old = own.get(viewer);
        return forms.submit(form, model, "people/me", () -> model.addAttribute("person", old), () -> {
            Person person = own.update(viewer, form);
            remember(response, "lang", person.language());
            remember(response, "digits", person.digits());
            return Done.redirect(response, "details-saved", "/people/me");
        });
    }

    private static void remember(HttpServletResponse response, String name, String value) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(Duration.ofDays(400))
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
