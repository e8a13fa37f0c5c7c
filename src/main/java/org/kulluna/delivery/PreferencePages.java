package org.kulluna.delivery;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** When and of what one wants to be told. */
@Controller
@RequestMapping("/delivery/preferences")
class PreferencePages {
    private static final String PAGE = "delivery/preferences";
    private final Preferences preferences;
    private final Forms forms;

    PreferencePages(Preferences preferences, Forms forms) {
        this.preferences = preferences;
        this.forms = forms;
    }

    @GetMapping
    String show(Viewer viewer, Model model) {
        model.addAttribute("form", PreferenceForm.of(preferences.get(viewer.signedIn()), preferences.usual()));
        fill(model);
        return PAGE;
    }

    @PostMapping
    String changeNotificationPreferences(
            Viewer viewer, @ModelAttribute PreferenceForm form, Model model, HttpServletResponse response) {
        viewer.signedIn();
        return forms.submit(form, model, PAGE, () -> fill(model), () -> {
            preferences.change(viewer, form);
            return Done.redirect(response, "preferences-saved", "/delivery/preferences");
        });
    }

    private void fill(Model model) {
        model.addAttribute("usual", preferences.usual());
        model.addAttribute("zones", preferences.zones());
    }
}
