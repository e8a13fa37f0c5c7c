package org.kulluna.incidents;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own reports for programs. */
@RestController
@RequestMapping("/api/v1/people/me/reports")
class ReportsApi {
    /** As its reporter reads it. Times are instants; {@code urgency} 1 at once to 3 when its turn comes. */
    record ReportJson(
            UUID id,
            String receipt,
            String category,
            String subject,
            String place,
            @Nullable Double lat,
            @Nullable Double lng,
            String spot,
            Instant happenedAt,
            String body,
            String state,
            int urgency,
            @Nullable String unit,
            @Nullable UUID duplicateOf,
            boolean shielded,
            Instant receivedAt,
            Instant answerDueAt,
            @Nullable Instant firstAnswerAt,
            @Nullable Instant closedAt,
            @Nullable Instant followUpAt,
            int version) {
        static ReportJson of(Report r) {
            return new ReportJson(
                    r.id(),
                    r.receipt(),
                    r.category(),
                    r.subject(),
                    r.place(),
                    r.lat(),
                    r.lng(),
                    r.spot(),
                    r.happenedAt(),
                    r.body(),
                    r.state().code(),
                    r.urgency(),
                    r.unit(),
                    r.duplicateOf(),
                    r.shielded(),
                    r.receivedAt(),
                    r.answerDueAt(),
                    r.firstAnswerAt(),
                    r.closedAt(),
                    r.followUpAt(),
                    r.version());
        }
    }

    record OwnReport(ReportJson report, List<Entry> history) {}

    private final Reports reports;
    private final Forms forms;

    ReportsApi(Reports reports, Forms forms) {
        this.reports = reports;
        this.forms = forms;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "sendReport",
            summary = "Send a report; the same id again answers with the first one. 409 report-differs; 429.")
    ReportJson sendReport(Viewer viewer, @RequestBody ReportForm form) {
        viewer.must(Right.SEND_REPORTS);
        forms.check(form);
        return ReportJson.of(reports.send(viewer, form));
    }

    @GetMapping
    @Operation(operationId = "listOwnReports", summary = "One's own reports, newest first, 25 at a time.")
    Page<ReportJson> listOwnReports(Viewer viewer, @RequestParam(defaultValue = "") String cursor) {
        Page<Report> page = reports.listOwn(viewer, cursor);
        return new Page<>(page.rows().stream().map(ReportJson::of).toList(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getOwnReport", summary = "One of one's reports and what was told about it.")
    OwnReport getOwnReport(Viewer viewer, @PathVariable String id) {
        UUID report = Ids.parse(id);
        return new OwnReport(ReportJson.of(reports.getOwn(viewer, report)), reports.history(viewer, report));
    }

    @PostMapping("/{id}/add")
    @Operation(operationId = "addToReport", summary = "More words, also after it was closed; once for each id.")
    ReportJson addToReport(Viewer viewer, @PathVariable String id, @RequestBody FollowUpForm form) {
        UUID report = Ids.parse(id);
        reports.getOwn(viewer, report);
        forms.check(form);
        return ReportJson.of(reports.add(viewer, report, form));
    }

    @PostMapping("/{id}/withdraw")
    @Operation(operationId = "withdrawReport", summary = "Take it back while it is open. 409 report-closed.")
    ReportJson withdrawReport(Viewer viewer, @PathVariable String id) {
        return ReportJson.of(reports.withdraw(viewer, Ids.parse(id)));
    }
}
