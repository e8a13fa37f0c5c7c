package org.kulluna.people;

import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page between the password and the house. */
@Controller
@RequestMapping("/sign-in/second-factor")
class SecondFactorPages {
    private final SecondFactor secondFactor;
    private final Forms forms;

    SecondFactorPages(SecondFactor secondFactor, Forms forms) {
        this.secondFactor = secondFactor;
        this.forms = forms;
    }

    @GetMapping
    String show(@RequestParam(defaultValue = "") String to, Viewer viewer, Model model) {
        if (!viewer.isSignedIn()) {
            return "redirect:/sign-in";
        }
        if (!viewer.secondFactorDue()) {
            return "redirect:" + SignInPages.local(to);
        }
        fill(viewer, model);
        model.addAttribute("form", new SecondFactorForm("", to));
        return "people/secondFactor";
    }

    @PostMapping
    String giveSecondFactor(
            @ModelAttribute SecondFactorForm form,
            @CookieValue(name = SignInPages.COOKIE, required = false) @Nullable String token,
            Viewer viewer,
            Model model) {
        viewer.signedIn();
        return forms.submit(form, model, "people/secondFactor", () -> fill(viewer, model), () -> {
            secondFactor.give(viewer, String.valueOf(token), String.valueOf(form.code()));
            return "redirect:" + SignInPages.local(form.to());
        });
    }

    private void fill(Viewer viewer, Model model) {
        Enrolment enrolment = secondFactor.enrol(viewer);
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("picture", enrolment.address() == null ? "" : QrPicture.address(enrolment.address()));
    }
}
