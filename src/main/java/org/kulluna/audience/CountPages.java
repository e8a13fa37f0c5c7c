package org.kulluna.audience;

import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The count beside a filter's fields, asked by the script while they change: a part of a page. */
@Controller
class CountPages {
    private final Audiences audiences;

    CountPages(Audiences audiences) {
        this.audiences = audiences;
    }

    @PostMapping("/audience/count")
    String countAudience(Viewer viewer, @ModelAttribute CountForm form, Model model) {
        Filter filter = audiences.read(viewer, form.fields(), "filter.");
        model.addAttribute("breakdown", audiences.breakdown(viewer, filter));
        return "audience/counted";
    }
}
