package org.kulluna.whispers;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The writing of whispers for programs. */
@RestController
@RequestMapping("/api/v1/whispers")
class WhispersApi {
    /** A page of the list; {@code next} goes on after it, null at the end. */
    record WhispersJson(
            List<WhisperLine> whispers, @Nullable String next) {}

    /** @param base64 a JPEG or PNG file of at most 5 MB */
    record PictureForm(@Nullable String base64) {}

    private final Whispers whispers;
    private final WhisperLists lists;
    private final Pictures pictures;

    WhispersApi(Whispers whispers, WhisperLists lists, Pictures pictures) {
        this.whispers = whispers;
        this.lists = lists;
        this.pictures = pictures;
    }

    @GetMapping
    @Operation(
            operationId = "listWhispers",
            summary = "Your units' whispers, last changed first, by words, state, theme and unit.")
    WhispersJson listWhispers(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String after) {
        var page = lists.list(viewer, WhisperFilter.of(q, state, theme, unit, after));
        return new WhispersJson(page.rows(), page.next());
    }

    @GetMapping("/calendar")
    @Operation(
            operationId = "getWhisperCalendar",
            summary = "What went or is to go in a half-year (2022-H1), and drafts without a time.")
    WhisperLists.Calendar getWhisperCalendar(Viewer viewer, @RequestParam(defaultValue = "") String half) {
        return lists.calendar(viewer, half);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createWhisper", summary = "Write a draft; the same id again makes no second one.")
    Whisper createWhisper(Viewer viewer, @RequestBody WhisperForm form) {
        viewer.must(Right.WRITE_WHISPERS);
        return whispers.create(viewer, Typed.id(form.id()), form);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getWhisper", summary = "One whisper in the words of its newest revision.")
    Whisper getWhisper(Viewer viewer, @PathVariable String id) {
        return whispers.get(viewer, Ids.parse(id));
    }

    @PutMapping("/{id}")
    @Operation(
            operationId = "saveWhisper",
            summary = "Save another revision; what was approved needs a new approval. 409 changed-meanwhile,"
                    + " whisper-was-sent, whisper-was-dropped.")
    Whisper saveWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperForm form) {
        Whisper w = whispers.getWritten(viewer, Ids.parse(id));
        return whispers.save(viewer, w.id(), Typed.number(form.version(), -1), form);
    }

    @GetMapping("/{id}/revisions")
    @Operation(operationId = "listRevisions", summary = "Everything that was ever saved of it, newest first.")
    List<Revision> listRevisions(Viewer viewer, @PathVariable String id) {
        return whispers.revisions(viewer, Ids.parse(id));
    }

    @PostMapping("/{id}/restore")
    @Operation(
            operationId = "restoreRevision",
            summary = "Save the words of revision number as the newest. 409 changed-meanwhile.")
    Whisper restoreRevision(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return whispers.restore(viewer, Ids.parse(id), form.at(), Typed.number(form.number(), -1));
    }

    @PostMapping("/{id}/duplicate")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "duplicateWhisper", summary = "A new draft of that id with the same words.")
    Whisper duplicateWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.IdForm form) {
        Whisper w = whispers.getWritten(viewer, Ids.parse(id));
        return whispers.duplicate(viewer, w.id(), Typed.id(form.id()));
    }

    @PostMapping("/{id}/drop")
    @Operation(operationId = "dropWhisper", summary = "Drop a draft. 409 changed-meanwhile, whisper-was-sent.")
    Whisper dropWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return whispers.drop(viewer, Ids.parse(id), form.at());
    }

    @PostMapping("/{id}/bring-back")
    @Operation(operationId = "bringBackWhisper", summary = "Make a dropped one a draft again.")
    Whisper bringBackWhisper(Viewer viewer, @PathVariable String id, @RequestBody WhisperView.VersionForm form) {
        return whispers.bringBack(viewer, Ids.parse(id), form.at());
    }

    @PostMapping("/pictures")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addPicture",
            summary = "Add a picture for a whisper; it is written anew, and the same one again is the one there is.")
    Picture addPicture(Viewer viewer, @RequestBody PictureForm form) {
        viewer.must(Right.WRITE_WHISPERS);
        try {
            return pictures.add(viewer, Base64.getMimeDecoder().decode(Typed.text(form.base64())));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("picture", "not-a-picture");
        }
    }
}
