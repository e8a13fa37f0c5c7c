package org.kulluna.whispers;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A whisper on its way, for programs. */
@RestController
@RequestMapping("/api/v1/whispers/{id}")
class SendingApi {
    record SendingState(SendingView whisper, List<RecipientCount> counts) {}

    /** {@code next} continues behind the last one, as {@code after}. */
    record RecipientPage(
            List<RecipientLine> recipients, @Nullable String next) {}

    private final Sending sending;
    private final RecipientStates states;

    SendingApi(Sending sending, RecipientStates states) {
        this.sending = sending;
        this.states = states;
    }

    @GetMapping("/sending")
    @Operation(operationId = "getWhisperSending", summary = "How far it is, and people by channel, state and reason.")
    SendingState getWhisperSending(@PathVariable String id, Viewer viewer) {
        UUID whisper = Ids.parse(id);
        return new SendingState(sending.get(viewer, whisper), states.count(viewer, whisper));
    }

    @GetMapping("/recipients")
    @Operation(
            operationId = "listWhisperRecipients",
            summary =
                    "Person by person on one channel; who they are only for who may see members. Looking is recorded.")
    RecipientPage listWhisperRecipients(
            @PathVariable String id, @ModelAttribute RecipientFilter filter, Viewer viewer) {
        Page<RecipientLine> page = states.list(viewer, Ids.parse(id), filter);
        return new RecipientPage(page.rows(), page.next());
    }

    @PostMapping("/send")
    @Operation(operationId = "sendWhisper", summary = "Send an approved whisper now. Sent already, nothing changes.")
    SendingView sendWhisper(@PathVariable String id, Viewer viewer) {
        return sending.release(viewer, Ids.parse(id));
    }

    @PostMapping("/schedule")
    @Operation(operationId = "scheduleWhisper", summary = "Send an approved whisper at a time, or at its plan's time.")
    SendingView scheduleWhisper(@PathVariable String id, @RequestBody SendingForm form, Viewer viewer) {
        UUID whisper = Ids.parse(id);
        viewer.must(Right.WRITE_WHISPERS, sending.get(viewer, whisper).unit());
        return sending.schedule(viewer, whisper, form.read());
    }

    @PostMapping("/unschedule")
    @Operation(operationId = "unscheduleWhisper", summary = "Keep a scheduled whisper back; it stays approved.")
    SendingView unscheduleWhisper(@PathVariable String id, Viewer viewer) {
        return sending.unschedule(viewer, Ids.parse(id));
    }

    @PostMapping("/recall")
    @Operation(operationId = "recallWhisper", summary = "Take a sent whisper back from where it was not read yet.")
    SendingView recallWhisper(@PathVariable String id, Viewer viewer) {
        return sending.recall(viewer, Ids.parse(id));
    }
}
