package org.kulluna.whispers;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is decided of a whisper, for programs. */
@RestController
@RequestMapping("/api/v1/whispers/{id}")
class ReviewsApi {
    private final Whispers whispers;
    private final Reviews reviews;
    private final TestSends tests;

    ReviewsApi(Whispers whispers, Reviews reviews, TestSends tests) {
        this.whispers = whispers;
        this.reviews = reviews;
        this.tests = tests;
    }

    @GetMapping("/timeline")
    @Operation(operationId = "listWhisperEvents", summary = "What was written and decided, newest first.")
    List<Event> listWhisperEvents(Viewer viewer, @PathVariable String id) {
        return whispers.timeline(viewer, Ids.parse(id));
    }

    @PostMapping("/ask")
    @Operation(operationId = "askForReview", summary = "Ask a second person to look at it. 409 changed-meanwhile.")
    Whisper askForReview(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return reviews.ask(viewer, Ids.parse(id), form.at());
    }

    @PostMapping("/withdraw")
    @Operation(operationId = "withdrawFromReview", summary = "Take it back to write on. 409 changed-meanwhile.")
    Whisper withdrawFromReview(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return reviews.withdraw(viewer, Ids.parse(id), form.at());
    }

    @PostMapping("/approve")
    @Operation(
            operationId = "approveWhisper",
            summary = "Approve what somebody else wrote. 409 own-whisper, changed-meanwhile.")
    Whisper approveWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return reviews.approve(viewer, Ids.parse(id), form.at());
    }

    @PostMapping("/return")
    @Operation(operationId = "giveBackWhisper", summary = "Give it back with a reason. 409 changed-meanwhile.")
    Whisper giveBackWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return reviews.giveBack(viewer, Ids.parse(id), form.at(), Typed.text(form.reason()));
    }

    @PostMapping("/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "testWhisper",
            summary = "Send it to your own inbox and devices; once for each id, counted nowhere.")
    void testWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.IdForm form) {
        tests.send(viewer, Ids.parse(id), Typed.id(form.id()));
    }
}
