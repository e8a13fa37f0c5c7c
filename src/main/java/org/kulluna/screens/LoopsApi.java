package org.kulluna.screens;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Loops and their schedules for programs of the communications desk. */
@RestController
@RequestMapping("/api/v1/screens")
class LoopsApi {
    /** @param by -1 earlier, 1 later, 0 takes it out */
    record Step(@Nullable Integer by) {}

    private final Loops loops;
    private final Forms forms;

    LoopsApi(Loops loops, Forms forms) {
        this.loops = loops;
        this.forms = forms;
    }

    @GetMapping("/loops")
    @Operation(operationId = "listLoops", summary = "Loops of one's units with their items and schedules.")
    List<Loop> listLoops(Viewer viewer) {
        return loops.list(viewer);
    }

    @PostMapping("/loops")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addLoop", summary = "Add a loop; the same id again makes no second one.")
    Loop addLoop(Viewer viewer, @RequestBody LoopForm form) {
        viewer.must(Right.MANAGE_SCREENS);
        forms.check(form);
        return loops.add(viewer, form);
    }

    @PostMapping("/loops/{id}/items")
    @Operation(operationId = "addLoopItem", summary = "One more thing at the end of a loop.")
    Loop addLoopItem(Viewer viewer, @PathVariable String id, @RequestBody ItemForm form) {
        UUID loop = Ids.parse(id);
        loops.get(viewer, loop);
        forms.check(form);
        return loops.addItem(viewer, loop, form);
    }

    @PutMapping("/loops/{id}/items/{item}")
    @Operation(
            operationId = "changeLoopItem",
            summary =
                    "Another thing in the place of an item, under the id given or a new one: plays of before stay its own.")
    Loop changeLoopItem(Viewer viewer, @PathVariable String id, @PathVariable String item, @RequestBody ItemForm form) {
        UUID loop = Ids.parse(id);
        loops.get(viewer, loop);
        forms.check(form);
        return loops.changeItem(viewer, loop, Ids.parse(item), form);
    }

    @PostMapping("/loops/{id}/items/{item}/move")
    @Operation(operationId = "moveLoopItem", summary = "Move an item one place earlier or later, or take it out.")
    Loop moveLoopItem(Viewer viewer, @PathVariable String id, @PathVariable String item, @RequestBody Step step) {
        UUID loop = Ids.parse(id);
        loops.get(viewer, loop);
        return loops.move(viewer, loop, Ids.parse(item), step.by() == null ? 1 : step.by());
    }

    @PostMapping("/loops/{id}/schedules")
    @Operation(
            operationId = "scheduleLoop",
            summary = "When a loop plays, on one screen, on a group or on all of the unit.")
    Loop scheduleLoop(Viewer viewer, @PathVariable String id, @RequestBody ScheduleForm form) {
        return loops.schedule(viewer, Ids.parse(id), form);
    }

    @PostMapping("/loops/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "retireLoop", summary = "It plays no more.")
    void retireLoop(Viewer viewer, @PathVariable String id) {
        loops.retire(viewer, Ids.parse(id));
    }

    @PostMapping("/schedules/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endSchedule", summary = "A loop plays no more at those times.")
    void endSchedule(Viewer viewer, @PathVariable String id) {
        loops.end(viewer, Ids.parse(id));
    }
}
