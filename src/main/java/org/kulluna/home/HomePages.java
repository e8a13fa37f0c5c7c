package org.kulluna.home;

import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people arrive. */
@Controller
class HomePages {
    @GetMapping("/")
    String welcome() {
        return "home/welcome";
    }

    @GetMapping("/credits")
    String credits() {
        return "home/credits";
    }

    /** Each to their own first page after signing in. */
    @GetMapping("/start")
    String start(Viewer viewer) {
        if (viewer.may(Right.SEE_ROSTER) || viewer.may(Right.SEE_APPLICATIONS)) {
            return "redirect:/today";
        }
        return viewer.may(Right.VOLUNTEER) ? "redirect:/home" : "redirect:/";
    }
}
