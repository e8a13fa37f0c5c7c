package org.kulluna.delivery;

import jakarta.servlet.http.HttpServletResponse;
import org.kulluna.shared.Done;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's inbox: messages to them alone, and whispers. */
@Controller
class InboxPages {
    private final Inbox inbox;

    InboxPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/inbox")
    String list(
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer,
            Model model) {
        String known = inbox.names().contains(show) ? show : "";
        model.addAttribute("items", inbox.list(viewer, known, after));
        model.addAttribute("names", inbox.names());
        model.addAttribute("show", known);
        model.addAttribute("continued", !after.isEmpty());
        return "delivery/inbox";
    }

    @PostMapping("/inbox/read")
    String markNoticesRead(Viewer viewer, HttpServletResponse response) {
        inbox.markAllRead(viewer);
        return Done.redirect(response, "notices-read", "/inbox");
    }
}
