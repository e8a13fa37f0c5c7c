package org.kulluna.volunteering;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
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

/** Opportunities for the programs of those who make them. */
@RestController
@RequestMapping("/api/v1/opportunities")
class OpportunitiesApi {
    record Created(UUID id) {}

    record OpportunityList(
            List<ManageCard> opportunities, @Nullable String next) {}

    /** {@code version} goes into the next change. */
    record OpportunityJson(Opportunity opportunity, List<Desk.ShiftLine> shifts) {}

    private final Opportunities opportunities;
    private final Shifts shifts;
    private final Desk desk;
    private final ShiftReader reader;
    private final Forms forms;

    OpportunitiesApi(Opportunities opportunities, Shifts shifts, Desk desk, ShiftReader reader, Forms forms) {
        this.opportunities = opportunities;
        this.shifts = shifts;
        this.desk = desk;
        this.reader = reader;
        this.forms = forms;
    }

    @GetMapping
    @Operation(
            operationId = "listOpportunities",
            summary =
                    "Those of your units, newest first, paged by cursor. need=short: that lack people in the coming seven days.")
    OpportunityList listOpportunities(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String pillar,
            @RequestParam(defaultValue = "") String need,
            @RequestParam(required = false) @Nullable String cursor) {
        Page<ManageCard> page = desk.list(viewer, new ManageFilter(q, state, unit, pillar, need), cursor);
        return new OpportunityList(page.rows(), page.next());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createOpportunity",
            summary = "A draft. The same id again makes no second one. 422 with faults by field.")
    Created createOpportunity(Viewer viewer, @RequestBody OpportunityForm form) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        forms.check(form);
        return new Created(opportunities.create(viewer, Typed.id(form.id()), form.wanted()));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getOpportunity",
            summary = "One of your units', with its shifts and how they are staffed.")
    OpportunityJson getOpportunity(Viewer viewer, @PathVariable String id) {
        UUID opportunity = Ids.parse(id);
        return new OpportunityJson(opportunities.get(viewer, opportunity), desk.shifts(viewer, opportunity));
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "changeOpportunity", summary = "Its words, pillar and place. 409 changed-meanwhile.")
    void changeOpportunity(Viewer viewer, @PathVariable String id, @RequestBody OpportunityForm form) {
        opportunities.get(viewer, Ids.parse(id));
        forms.check(form);
        opportunities.change(viewer, Ids.parse(id), Typed.number(form.version(), -1), form.wanted());
    }

    @PostMapping("/{id}/publish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "publishOpportunity", summary = "It and its drafts of shifts that are still to come.")
    void publishOpportunity(Viewer viewer, @PathVariable String id, @RequestBody VersionForm form) {
        opportunities.publish(viewer, Ids.parse(id), Typed.number(form.version(), -1));
    }

    @PostMapping("/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "cancelOpportunity",
            summary = "It and all its shifts that are not over; everybody with a place is told.")
    void cancelOpportunity(Viewer viewer, @PathVariable String id, @RequestBody ReasonForm form) {
        opportunities.get(viewer, Ids.parse(id));
        forms.check(form);
        opportunities.cancel(viewer, Ids.parse(id), Typed.number(form.version(), -1), Typed.text(form.reason()));
    }

    @PostMapping("/{id}/shifts")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addShift", summary = "A draft of a shift. The same id again makes no second one.")
    Created addShift(Viewer viewer, @PathVariable String id, @RequestBody ShiftForm form) {
        opportunities.get(viewer, Ids.parse(id));
        return new Created(shifts.add(viewer, Ids.parse(id), Typed.id(form.id()), reader.read(form)));
    }
}
