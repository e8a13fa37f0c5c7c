package org.kulluna.delivery;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.Viewer;
import org.kulluna.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programs. */
@RestController
@RequestMapping("/api/v1/notices")
class NoticesApi {
    /** {@code text} is in the language of Accept-Language; {@code args} are what it was made of. */
    record NoticeView(
            UUID id,
            String key,
            Map<String, String> args,
            String text,
            String link,
            Instant createdAt,
            @Nullable Instant readAt) {}

    /** {@code next} continues behind the last notice, as {@code after}. */
    record NoticePage(List<NoticeView> notices, @Nullable String next) {}

    private final Inbox inbox;

    NoticesApi(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(
            operationId = "listNotices",
            summary = "Messages to the asker alone, unread first; whispers are under listWhisperInbox.")
    NoticePage listNotices(@RequestParam(defaultValue = "") String after, Viewer viewer, HttpServletRequest request) {
        Words words = Words.in(request.getLocale().getLanguage());
        Page<InboxItem> page = inbox.list(viewer, "messages", after);
        return new NoticePage(
                page.rows().stream().map(n -> view((Notice) n, words)).toList(), page.next());
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "markNoticesRead", summary = "Mark messages read and put whispers away.")
    void markNoticesRead(Viewer viewer) {
        inbox.markAllRead(viewer);
    }

    private static NoticeView view(Notice n, Words words) {
        String key = "notice." + n.key();
        String text = words.has(key) ? words.say(key, n.spoken(Instant::toString)) : n.key();
        return new NoticeView(n.id(), n.key(), n.args(), text, n.link(), n.createdAt(), n.readAt());
    }
}
