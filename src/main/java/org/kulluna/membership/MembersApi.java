package org.kulluna.membership;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
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

/** The roll of members for programs. */
@RestController
@RequestMapping("/api/v1/members")
class MembersApi {
    /**
     * A member as the desk reads them.
     *
     * @param formerNumbers of records merged into this one
     * @param visaUntil last valid day of the latest residence visa
     */
    record MemberAnswer(
            PersonId person,
            long number,
            List<Long> formerNumbers,
            LocalizedText name,
            @Nullable String nationality,
            @Nullable LocalDate bornOn,
            String status,
            @Nullable LocalDate suspendedUntil,
            boolean student,
            Instant acceptedAt,
            @Nullable Instant leftAt,
            @Nullable String emiratesIdMasked,
            @Nullable LocalDate visaUntil,
            List<VettingOutcome> vetting,
            List<Consent> consents,
            List<HistoryEntry> history,
            int version,
            int personVersion) {
        /** Outcome and expiry only: evidence and grounds stay with the vetting desk. */
        record VettingOutcome(
                UUID id, String state, @Nullable LocalDate validTo) {}

        static MemberAnswer of(MemberFile f) {
            return new MemberAnswer(
                    f.member().person(),
                    f.member().number(),
                    f.formerNumbers(),
                    f.person().name(),
                    f.person().nationality(),
                    f.person().bornOn(),
                    f.state().status(),
                    f.state().suspendedUntil(),
                    f.state().student(),
                    f.member().acceptedAt(),
                    f.member().leftAt(),
                    f.maskedId(),
                    f.visaUntil(),
                    f.checks().stream()
                            .map(c -> new VettingOutcome(c.id(), c.state(), c.validTo()))
                            .toList(),
                    f.consents(),
                    f.history(),
                    f.state().version(),
                    f.person().version());
        }
    }

    private final Roll roll;
    private final Standing standing;
    private final Forms forms;

    MembersApi(Roll roll, Standing standing, Forms forms) {
        this.roll = roll;
        this.standing = standing;
        this.forms = forms;
    }

    @GetMapping
    @Operation(
            operationId = "listMembers",
            summary = "Members, newest number first. q: a name, a membership number or an Emirates ID number; "
                    + "status: active (default), suspended, left, all; model: student, adult.")
    Page<MemberSummary> listMembers(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String nationality,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        return roll.list(viewer, MemberFilter.of(q, status, nationality, place, model, after));
    }

    @GetMapping("/{person}")
    @Operation(
            operationId = "getMember",
            summary = "One member; the id of a merged record answers with the one kept. Recorded.")
    MemberAnswer getMember(@PathVariable String person, Viewer viewer) {
        PersonId id = PersonId.of(person);
        return MemberAnswer.of(roll.get(viewer, roll.findKept(viewer, id).orElse(id)));
    }

    @PostMapping("/{person}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "suspendMember", summary = "Suspend until a day, or until further notice. Reason needed.")
    void suspendMember(@PathVariable String person, @RequestBody StandingForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        forms.check(form);
        standing.suspend(viewer, PersonId.of(person), form);
    }

    @PostMapping("/{person}/reinstatement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "reinstateMember", summary = "End a suspension.")
    void reinstateMember(@PathVariable String person, @RequestBody StandingForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        forms.check(form);
        standing.reinstate(viewer, PersonId.of(person), form);
    }

    @PostMapping("/{person}/departure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endMembership", summary = "The member left. The number stays theirs.")
    void endMembership(@PathVariable String person, @RequestBody StandingForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        forms.check(form);
        standing.leave(viewer, PersonId.of(person), form);
    }

    @PostMapping("/{person}/adulthood")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "endStudentModel", summary = "A student came of age. 409 still-under-age.")
    void endStudentModel(@PathVariable String person, @RequestBody StandingForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        forms.check(form);
        standing.growUp(viewer, PersonId.of(person), form);
    }
}
