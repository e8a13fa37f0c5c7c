package org.kulluna.audience;

import java.util.UUID;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The count beside a filter's fields, asked by the script while they change: a part of a page. */
@Controller
class CountPages {
    private final Audiences audiences;
    private final Segments segments;

    CountPages(Audiences audiences, Segments segments) {
        this.audiences = audiences;
        this.segments = segments;
    }

    @PostMapping("/audience/count")
    String countAudience(Viewer viewer, @ModelAttribute CountForm form, Model model) {
        UUID segment = form.segmentId();
        Filter filter = segment == null
                ? audiences.read(viewer, form.fields(), "filter.")
                : segments.getOffered(viewer, segment).filter();
        model.addAttribute("breakdown", audiences.breakdown(viewer, filter));
        return "audience/counted";
    }
}
