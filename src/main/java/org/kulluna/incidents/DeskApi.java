package org.kulluna.incidents;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.incidents.ReportsApi.ReportJson;
import org.kulluna.people.Person;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports for programs of the desk. */
@RestController
@RequestMapping("/api/v1/reports")
class DeskApi {
    /** @param near likely duplicates with their likeness by words, 0 to 1 */
    record DeskReport(
            ReportJson report,
            List<Entry> history,
            @Nullable Assessment assessment,
            List<NearJson> near) {}

    record NearJson(ReportJson report, double likeness) {}

    record ReporterJson(
            UUID person, LocalizedText name, @Nullable String phone) {}

    private final ReportDesk desk;
    private final Reporters reporters;
    private final Forms forms;

    DeskApi(ReportDesk desk, Reporters reporters, Forms forms) {
        this.desk = desk;
        this.reporters = reporters;
        this.forms = forms;
    }

    @GetMapping
    @Operation(
            operationId = "listReports",
            summary = "The queue: open ones by urgency and age, others newest first, 25 at a time.")
    Page<ReportJson> listReports(
            Viewer viewer,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String cursor) {
        Page<Report> page = desk.list(viewer, DeskFilter.of(state, subject, category, place, unit, q, cursor));
        return new Page<>(page.rows().stream().map(ReportJson::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getReport", summary = "A report, its history, what it weighs and what may be the same.")
    DeskReport getReport(Viewer viewer, @PathVariable String id) {
        UUID report = Ids.parse(id);
        return new DeskReport(
                ReportJson.of(desk.get(viewer, report)),
                desk.history(viewer, report),
                desk.findAssessment(viewer, report).orElse(null),
                desk.near(viewer, report).stream()
                        .map(n -> new NearJson(ReportJson.of(n.report()), n.likeness()))
                        .toList());
    }

    @PostMapping("/{id}/assess")
    @Operation(operationId = "assessReport", summary = "Weigh it by THRIVE. 409 changed-meanwhile, report-own.")
    ReportJson assessReport(Viewer viewer, @PathVariable String id, @RequestBody AssessmentForm form) {
        UUID report = Ids.parse(id);
        desk.get(viewer, report);
        forms.check(form);
        return ReportJson.of(desk.assess(viewer, report, form));
    }

    @PostMapping("/{id}/assign")
    @Operation(operationId = "assignReport", summary = "Give it to a unit. 409 changed-meanwhile, report-own.")
    ReportJson assignReport(Viewer viewer, @PathVariable String id, @RequestBody MoveForm form) {
        UUID report = Ids.parse(id);
        desk.get(viewer, report);
        forms.check(form);
        return ReportJson.of(desk.assign(viewer, report, form));
    }

    @PostMapping("/{id}/move")
    @Operation(
            operationId = "moveReport",
            summary = "To another state; its reporter is told. 409 report-not-from-here.")
    ReportJson moveReport(Viewer viewer, @PathVariable String id, @RequestBody MoveForm form) {
        UUID report = Ids.parse(id);
        desk.get(viewer, report);
        forms.check(form);
        return ReportJson.of(desk.move(viewer, report, form));
    }

    @PostMapping("/{id}/ask")
    @Operation(operationId = "askReporter", summary = "Ask its reporter; once for each id.")
    ReportJson askReporter(Viewer viewer, @PathVariable String id, @RequestBody FollowUpForm form) {
        UUID report = Ids.parse(id);
        desk.get(viewer, report);
        forms.check(form);
        return ReportJson.of(desk.ask(viewer, report, form));
    }

    @PostMapping("/{id}/note")
    @Operation(operationId = "noteReport", summary = "A note for colleagues; once for each id.")
    ReportJson noteReport(Viewer viewer, @PathVariable String id, @RequestBody FollowUpForm form) {
        UUID report = Ids.parse(id);
        desk.get(viewer, report);
        forms.check(form);
        return ReportJson.of(desk.note(viewer, report, form));
    }

    @PostMapping("/{id}/reporter")
    @Operation(operationId = "lookAtReporter", summary = "Who sent it. Each look is recorded.")
    ReporterJson lookAtReporter(Viewer viewer, @PathVariable String id) {
        Person p = reporters.look(viewer, Ids.parse(id));
        return new ReporterJson(p.id().value(), p.name(), p.phone());
    }
}
