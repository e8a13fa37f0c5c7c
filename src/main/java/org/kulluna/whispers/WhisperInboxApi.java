package org.kulluna.whispers;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's whispers for programs. Reading one here does not mark it read: that is told by steps. */
@RestController
@RequestMapping("/api/v1/whispers")
class WhisperInboxApi {
    /** Words in the person's own language, or the nearest there is; {@code picture} is a path. */
    record WhisperView(
            UUID id,
            String theme,
            String language,
            String dir,
            String title,
            String body,
            @Nullable String picture,
            String pictureAlt,
            String path,
            boolean urgent,
            @Nullable Instant urgentUntil,
            Instant sentAt,
            Instant expiresAt,
            @Nullable Instant readAt,
            boolean withdrawn) {
        static WhisperView of(MemberWhisper w) {
            boolean gone = w.isWithdrawn();
            return new WhisperView(
                    w.id(),
                    w.theme(),
                    w.wording().language(),
                    w.wording().direction(),
                    gone ? "" : w.wording().title(),
                    gone ? "" : w.wording().body(),
                    gone || w.picture() == null ? null : "/whispers/pictures/" + w.picture(),
                    gone ? "" : w.wording().pictureAlt(),
                    "/whispers/inbox/" + w.id(),
                    w.urgent(),
                    w.urgentUntil(),
                    w.createdAt(),
                    w.expiresAt(),
                    w.openedAt(),
                    gone);
        }
    }

    record UrgentList(List<WhisperView> whispers) {}

    /** {@code next} continues behind the last one, as {@code after}. */
    record WhisperPage(List<WhisperView> whispers, @Nullable String next) {}

    private final WhisperInbox inbox;
    private final ReachedSteps steps;

    WhisperInboxApi(WhisperInbox inbox, ReachedSteps steps) {
        this.inbox = inbox;
        this.steps = steps;
    }

    @GetMapping("/inbox")
    @Operation(operationId = "listWhisperInbox", summary = "All whispers the asker ever got, newest first.")
    WhisperPage listWhisperInbox(@RequestParam(defaultValue = "") String after, Viewer viewer) {
        Page<MemberWhisper> page = inbox.listPast(viewer, after);
        return new WhisperPage(page.rows().stream().map(WhisperView::of).toList(), page.next());
    }

    @GetMapping("/inbox/{id}")
    @Operation(operationId = "getInboxWhisper", summary = "One of the asker's whispers, also after it ended.")
    WhisperView getInboxWhisper(@PathVariable String id, Viewer viewer) {
        return WhisperView.of(inbox.get(viewer, Ids.parse(id)));
    }

    @GetMapping("/urgent")
    @Operation(
            operationId = "listUrgentWhispers",
            summary = "Urgent whispers to the asker that hold now and are unread.")
    UrgentList listUrgentWhispers(Viewer viewer) {
        return new UrgentList(
                inbox.listUrgent(viewer).stream().map(WhisperView::of).toList());
    }

    @PostMapping("/steps")
    @Operation(
            operationId = "recordWhisperSteps",
            summary = "Tells what the asker saw and read, also late; at most 200 steps, each answered for itself.")
    WhisperInboxForm.Answer recordWhisperSteps(@RequestBody WhisperInboxForm form, Viewer viewer) {
        viewer.signedIn();
        return form.answer(told -> steps.take(viewer, told));
    }
}
