package org.kulluna.delivery;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.shared.Done;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's inbox. */
@Controller
class InboxPages {
    private final Notices notices;

    InboxPages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/inbox")
    String list(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        model.addAttribute("notices", notices.list(viewer, after));
        model.addAttribute("continued", !after.isEmpty());
        return "delivery/inbox";
    }

    @PostMapping("/inbox/read")
    String markNoticesRead(Viewer viewer, HttpServletResponse response) {
        notices.markAllRead(viewer);
        return Done.redirect(response, "notices-read", "/inbox");
    }
}
