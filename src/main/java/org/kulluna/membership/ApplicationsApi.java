package org.kulluna.membership;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
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

/** Applications for programs. */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationsApi {
    /**
     * An application as its officer or its applicant reads it.
     *
     * @param obstacles keys of what stands in the way of acceptance
     */
    record ApplicationAnswer(
            UUID id,
            PersonId person,
            LocalizedText name,
            String state,
            String motivation,
            Instant submittedAt,
            @Nullable Instant decidedAt,
            String reason,
            int version,
            @Nullable Long membershipNumber,
            @Nullable String emiratesIdMasked,
            Readiness readiness,
            List<String> obstacles,
            List<HistoryEntry> history) {
        static ApplicationAnswer of(ApplicationFile f) {
            Application a = f.application();
            return new ApplicationAnswer(
                    a.id(),
                    a.person(),
                    f.person().name(),
                    a.state(),
                    a.motivation(),
                    a.submittedAt(),
                    a.decidedAt(),
                    a.reason(),
                    a.version(),
                    a.number(),
                    f.maskedId(),
                    f.readiness(),
                    f.obstacles(),
                    f.history());
        }
    }

    private final Admission admission;
    private final Applications applications;
    private final Decisions decisions;
    private final Forms forms;

    ApplicationsApi(Admission admission, Applications applications, Decisions decisions, Forms forms) {
        this.admission = admission;
        this.applications = applications;
        this.decisions = decisions;
        this.forms = forms;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "applyForMembership",
            summary = "Apply to become a member. Needs no sign-in. 422 names each field at fault, 429 too-many.")
    Admission.Receipt applyForMembership(@RequestBody ApplicationForm form, Viewer viewer) {
        forms.check(form);
        return admission.apply(viewer, form);
    }

    @PostMapping("/again")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "applyAgain",
            summary = "Apply anew after a withdrawal, a refusal or leaving. 409 applied-already, member-already.")
    Admission.Receipt applyAgain(@RequestBody AgainForm form, Viewer viewer) {
        forms.check(form);
        return admission.applyAgain(viewer, form);
    }

    @GetMapping
    @Operation(
            operationId = "listApplications",
            summary = "The queue. state: open (default), all, received, in_review, accepted, refused, withdrawn; "
                    + "q: a name in either script; after: next of the page before.")
    Page<ApplicationSummary> listApplications(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        return applications.list(viewer, QueueFilter.of(QueueFilter.APPLICATIONS, state, q, after));
    }

    @GetMapping("/mine")
    @Operation(operationId = "getMyApplication", summary = "The caller's own latest application.")
    ApplicationAnswer getMyApplication(Viewer viewer) {
        return ApplicationAnswer.of(applications.findOwn(viewer).orElseThrow(Refusal::notFound));
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getApplication", summary = "One application with what stands in its way. Recorded.")
    ApplicationAnswer getApplication(@PathVariable String id, Viewer viewer) {
        return ApplicationAnswer.of(applications.get(viewer, Ids.parse(id)));
    }

    @PostMapping("/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "withdrawApplication",
            summary = "The applicant takes the application back. 409 decided-already.")
    void withdrawApplication(@PathVariable String id, Viewer viewer) {
        applications.withdraw(viewer, Ids.parse(id));
    }

    @PostMapping("/{id}/identity-check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "checkIdentity",
            summary = "The officer saw the card and the person. 409 changed-meanwhile, decided-already.")
    void checkIdentity(
            @PathVariable String id, @RequestBody(required = false) @Nullable CheckForm form, Viewer viewer) {
        applications.checkIdentity(viewer, Ids.parse(id), form == null ? new CheckForm(null) : form);
    }

    @PostMapping("/{id}/decision")
    @Operation(
            operationId = "decideApplication",
            summary = "Accept or refuse. Acceptance gives the next membership number. 409 with the first obstacle: "
                    + "identity-not-checked, not-vetted, vetting-not-valid, too-young-to-join, no-guardian-consent, "
                    + "no-valid-visa, changed-meanwhile, decided-already.")
    Decisions.Outcome decideApplication(@PathVariable String id, @RequestBody DecisionForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.DECIDE_APPLICATION);
        forms.check(form);
        return decisions.decide(viewer, Ids.parse(id), form);
    }
}
