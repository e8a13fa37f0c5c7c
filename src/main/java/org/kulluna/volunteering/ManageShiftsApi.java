package org.kulluna.volunteering;

import io.swagger.v3.oas.annotations.Operation;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shifts for the programs of those who make them. */
@RestController
@RequestMapping("/api/v1/shifts/{id}")
class ManageShiftsApi {
    /** @param made how many shifts were added; a week that had it already is not counted */
    record Repeated(int made) {}

    private final Shifts shifts;
    private final Desk desk;
    private final ShiftReader reader;
    private final Forms forms;

    ManageShiftsApi(Shifts shifts, Desk desk, ShiftReader reader, Forms forms) {
        this.shifts = shifts;
        this.desk = desk;
        this.reader = reader;
        this.forms = forms;
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "changeShift",
            summary = "409 shift-change-lapses with the number of people who lose their seats, until confirm is true; "
                    + "409 changed-meanwhile, shift-has-facts, shift-over, shift-cancelled.")
    void changeShift(Viewer viewer, @PathVariable String id, @RequestBody ShiftForm form) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        desk.roster(viewer, Ids.parse(id));
        shifts.change(
                viewer, Ids.parse(id), Typed.number(form.version(), -1), reader.read(form), Typed.yes(form.confirm()));
    }

    @PostMapping("/repeat")
    @Operation(operationId = "repeatShift", summary = "Drafts at the same local time of the following 1 to 52 weeks.")
    Repeated repeatShift(Viewer viewer, @PathVariable String id, @RequestBody RepeatForm form) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        desk.roster(viewer, Ids.parse(id));
        forms.check(form);
        return new Repeated(shifts.repeat(viewer, Ids.parse(id), Typed.number(form.weeks(), 0)));
    }

    @PostMapping("/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "cancelShift",
            summary = "Everybody with a place is told. 409 shift-over, shift-has-facts.")
    void cancelShift(Viewer viewer, @PathVariable String id, @RequestBody ReasonForm form) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        desk.roster(viewer, Ids.parse(id));
        forms.check(form);
        shifts.cancel(viewer, Ids.parse(id), Typed.number(form.version(), -1), Typed.text(form.reason()));
    }

    @GetMapping("/roster")
    @Operation(operationId = "getRoster", summary = "Everybody who has or had a place, with what became of it.")
    Desk.Roster getRoster(Viewer viewer, @PathVariable String id) {
        return desk.roster(viewer, Ids.parse(id));
    }
}
