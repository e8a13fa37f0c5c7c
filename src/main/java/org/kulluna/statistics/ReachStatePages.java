package org.kulluna.statistics;

import java.util.UUID;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The rows behind a state of a whisper. */
@Controller
class ReachStatePages {
    private final ReachStates states;

    ReachStatePages(ReachStates states) {
        this.states = states;
    }

    @GetMapping("/statistics/whispers/{whisper}/states")
    String rows(@PathVariable UUID whisper, @ModelAttribute StateFilter filter, Viewer viewer, Model model) {
        ToldWhisper told = states.getOpened(viewer, whisper);
        model.addAttribute("page", states.open(viewer, whisper, filter));
        model.addAttribute("whisper", told);
        model.addAttribute("filter", filter);
        model.addAttribute(
                "people",
                states.count(viewer, whisper).stream()
                        .filter(filter::means)
                        .mapToLong(StateCount::people)
                        .sum());
        return "statistics/stateRows";
    }
}
