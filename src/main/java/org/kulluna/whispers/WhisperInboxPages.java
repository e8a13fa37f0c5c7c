package org.kulluna.whispers;

import java.time.Clock;
import java.util.List;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A member's whispers. */
@Controller
@RequestMapping("/whispers")
class WhisperInboxPages {
    private final WhisperInbox inbox;
    private final ReachedSteps steps;
    private final Clock clock;

    WhisperInboxPages(WhisperInbox inbox, ReachedSteps steps, Clock clock) {
        this.inbox = inbox;
        this.steps = steps;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String after, Viewer viewer, Model model) {
        model.addAttribute("whispers", inbox.listPast(viewer, after));
        model.addAttribute("continued", !after.isEmpty());
        return "whispers/mine";
    }

    /** To open it is to read it: a click on a notification leads here, with or without scripts. */
    @GetMapping("/inbox/{id}")
    String open(@PathVariable String id, Viewer viewer, Model model) {
        MemberWhisper whisper = inbox.open(viewer, Ids.parse(id));
        model.addAttribute("whisper", whisper);
        model.addAttribute("over", whisper.isOver(clock.instant()));
        return "whispers/one";
    }

    @GetMapping("/urgent")
    @ResponseBody
    WhisperInboxApi.UrgentList urgent(Viewer viewer) {
        return new WhisperInboxApi.UrgentList(inbox.listUrgent(viewer).stream()
                .map(WhisperInboxApi.WhisperView::of)
                .toList());
    }

    /** For the scripts of the app, which keep what they could not send and send it again. */
    @PostMapping(path = "/inbox/steps", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    WhisperInboxForm.Answer recordWhisperSteps(@RequestBody WhisperInboxForm form, Viewer viewer) {
        viewer.signedIn();
        return form.answer((List<ReachedStep> told) -> steps.take(viewer, told));
    }
}
