package org.kulluna.volunteering;

import org.jspecify.annotations.Nullable;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is coming, without signing in. */
@Controller
class PublicOpportunityPages {
    private final PublicOpportunities opportunities;
    private final Labels labels;

    PublicOpportunityPages(PublicOpportunities opportunities, Labels labels) {
        this.opportunities = opportunities;
        this.labels = labels;
    }

    @GetMapping("/volunteering/opportunities")
    String list(@RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", opportunities.list(cursor));
        model.addAttribute("continued", cursor != null);
        model.addAttribute("labels", labels.all());
        return "volunteering/opportunities";
    }
}
