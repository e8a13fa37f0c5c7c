package org.kulluna.screens;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Screens for programs of the communications desk. */
@RestController
@RequestMapping("/api/v1/screens")
class ScreensApi {
    /** @param health shows, trouble, quiet, unpaired, never-paired or retired; {@code seenAt} of the last heartbeat */
    record ScreenJson(
            UUID id,
            LocalizedText name,
            String unit,
            String place,
            String spot,
            String orientation,
            List<String> languages,
            String zone,
            String digits,
            int passersByHour,
            String health,
            @Nullable Instant seenAt,
            @Nullable String showing,
            @Nullable Integer waitingPlays,
            @Nullable String trouble,
            int version) {
        static ScreenJson of(ScreenCard c) {
            Screen s = c.screen();
            Heartbeat b = c.beat();
            return new ScreenJson(
                    s.id(),
                    s.name(),
                    s.unit(),
                    s.place(),
                    s.spot(),
                    s.landscape() ? "landscape" : "portrait",
                    s.languages(),
                    s.zone().getId(),
                    s.digits(),
                    s.passersByHour(),
                    c.health().code(),
                    b == null ? null : b.seenAt(),
                    b == null ? null : b.showing(),
                    b == null ? null : b.waiting(),
                    b == null ? null : b.trouble(),
                    s.version());
        }
    }

    record Code(@Nullable String code) {}

    record Played(List<PlayLog.Day> days, List<PlayLog.Line> latest) {}

    private final Screens screens;
    private final PlayLog log;
    private final Preview preview;
    private final Forms forms;

    ScreensApi(Screens screens, PlayLog log, Preview preview, Forms forms) {
        this.screens = screens;
        this.preview = preview;
        this.log = log;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "listScreens", summary = "Screens of one's units with their health, fifty at a time.")
    Page<ScreenJson> listScreens(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String health,
            @RequestParam(defaultValue = "") String cursor) {
        Page<ScreenCard> page = screens.list(viewer, new ScreenFilter(q, unit, place, health), cursor);
        return new Page<>(page.rows().stream().map(ScreenJson::of).toList(), page.next());
    }

    @PostMapping("/pair")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "pairScreen",
            summary = "A new screen for the player that shows the code; the same id again makes no second one.")
    ScreenJson pairScreen(Viewer viewer, @RequestBody ScreenForm form) {
        viewer.must(Right.MANAGE_SCREENS);
        forms.check(form);
        return ScreenJson.of(screens.pair(viewer, form));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getScreen", summary = "A screen and how it does.")
    ScreenJson getScreen(Viewer viewer, @PathVariable String id) {
        return ScreenJson.of(screens.open(viewer, Ids.parse(id)));
    }

    @GetMapping(value = "/{id}/programme", produces = "application/json")
    @Operation(
            operationId = "getProgramme",
            summary = "The programme its player decides by, the house's clock, and what the wall last said it showed.")
    ResponseEntity<String> getProgramme(Viewer viewer, @PathVariable String id) {
        return Preview.json(preview.of(viewer, Ids.parse(id)));
    }

    @GetMapping("/{id}/schedules")
    @Operation(
            operationId = "listReachingSchedules",
            summary = "Schedules that reach a screen, in the order in which they win.")
    List<Reaching> listReachingSchedules(Viewer viewer, @PathVariable String id) {
        return preview.reaching(viewer, Ids.parse(id));
    }

    @GetMapping("/{id}/plays")
    @Operation(operationId = "listPlays", summary = "What it played: its last fourteen days, and the last fifty plays.")
    Played listPlays(Viewer viewer, @PathVariable String id) {
        UUID screen = Ids.parse(id);
        return new Played(log.days(viewer, screen), log.latest(viewer, screen));
    }

    @PutMapping("/{id}")
    @Operation(operationId = "changeScreen", summary = "Change a screen; its unit stays. 409 changed-meanwhile.")
    ScreenJson changeScreen(Viewer viewer, @PathVariable String id, @RequestBody ScreenForm form) {
        UUID screen = Ids.parse(id);
        screens.get(viewer, screen);
        forms.check(form);
        return ScreenJson.of(screens.change(viewer, screen, form));
    }

    @PostMapping("/{id}/pair")
    @Operation(operationId = "pairAgain", summary = "Another player; the one before is cut at once.")
    ScreenJson pairAgain(Viewer viewer, @PathVariable String id, @RequestBody Code code) {
        return ScreenJson.of(screens.pair(viewer, Ids.parse(id), Typed.text(code.code())));
    }

    @PostMapping("/{id}/unpair")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unpairScreen", summary = "Its player is cut at once.")
    void unpairScreen(Viewer viewer, @PathVariable String id) {
        screens.unpair(viewer, Ids.parse(id));
    }

    @PostMapping("/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "retireScreen", summary = "It plays no more; what it played stays.")
    void retireScreen(Viewer viewer, @PathVariable String id) {
        screens.retire(viewer, Ids.parse(id));
    }
}
