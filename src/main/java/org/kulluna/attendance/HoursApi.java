package org.kulluna.attendance;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Claims and hours for programs. Minutes are whole; a total is always a sum over the ledger. */
@RestController
@RequestMapping("/api/v1")
class HoursApi {
    /** Either claims (at most 1000) or a whole duty. {@code includeFlagged}: the verifier looked at the flagged ones. */
    record VerifyRequest(
            @Nullable List<@Nullable String> claimIds,
            @Nullable String dutyId,
            @Nullable Boolean includeFlagged) {}

    /** @param version as read: 409 changed-meanwhile when the claim changed since */
    record RefuseRequest(
            @Nullable Integer version,

            @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
            String reason) {}

    /** @param id made by the client, so that sending it twice corrects once; {@code minutes} may be negative */
    record CorrectRequest(
            @NotBlank(message = "required") @Nullable String id,
            @Nullable Integer minutes,

            @NotBlank(message = "required") @Size(max = 500, message = "too-long") @Nullable
            String reason) {}

    private final ClaimDesk claims;
    private final Ledger ledger;
    private final Forms forms;

    HoursApi(ClaimDesk claims, Ledger ledger, Forms forms) {
        this.claims = claims;
        this.ledger = ledger;
        this.forms = forms;
    }

    @GetMapping("/claims")
    @Operation(operationId = "listClaims", summary = "Claims that wait in your units, the oldest first, 50 a page.")
    Page<Claim> listClaims(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String flagged,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer) {
        return claims.list(viewer, ClaimFilter.of(unit, duty, flagged, after));
    }

    @GetMapping("/claims/{id}")
    @Operation(operationId = "getClaim", summary = "One claim, its anomalies looked for afresh. Looking is recorded.")
    Claim getClaim(@PathVariable String id, Viewer viewer) {
        return claims.open(viewer, Ids.parse(id));
    }

    @GetMapping("/claims/preview")
    @Operation(operationId = "previewVerification", summary = "What verifying a whole duty would do now.")
    Verification previewVerification(@RequestParam(defaultValue = "") String dutyId, Viewer viewer) {
        return claims.preview(viewer, Ids.parse(dutyId));
    }

    @PostMapping("/claims/verify")
    @Operation(
            operationId = "verifyHours",
            summary =
                    "Verify claims, or all open ones of a duty. Left out, each with a reason: own (your hours), handled "
                            + "(you checked them in or out), flagged, decided, nothing. A repeat changes nothing.")
    Verification verifyHours(@RequestBody VerifyRequest body, Viewer viewer) {
        List<@Nullable String> given = body.claimIds() == null ? new ArrayList<>() : body.claimIds();
        if (given.isEmpty() == (body.dutyId() == null)) {
            throw Refusal.invalid("claimIds", "claims-or-duty");
        }
        if (given.size() > ClaimDesk.MOST) {
            throw Refusal.invalid("claimIds", "too-many-facts");
        }
        Set<UUID> ids = new LinkedHashSet<>();
        for (String id : given) {
            ids.add(Ids.parse(String.valueOf(id)));
        }
        UUID duty = body.dutyId() == null ? null : Ids.parse(body.dutyId());
        return claims.verify(viewer, ids, duty, Boolean.TRUE.equals(body.includeFlagged()));
    }

    @PostMapping("/claims/{id}/refuse")
    @Operation(operationId = "refuseHours", summary = "Refuse a claim with a reason the member will read.")
    Claim refuseHours(@PathVariable String id, @RequestBody RefuseRequest body, Viewer viewer) {
        forms.check(body);
        if (body.version() == null) {
            throw Refusal.invalid("version", "required");
        }
        claims.refuse(
                viewer,
                Ids.parse(id),
                body.version(),
                String.valueOf(body.reason()).strip());
        return claims.open(viewer, Ids.parse(id));
    }

    @PostMapping("/claims/{id}/corrections")
    @Operation(
            operationId = "correctHours",
            summary = "Counter verified hours by an entry of plus or minus minutes. 409 own-hours, below-nothing.")
    LedgerEntry correctHours(@PathVariable String id, @RequestBody CorrectRequest body, Viewer viewer) {
        forms.check(body);
        if (body.minutes() == null
                || body.minutes() == 0
                || body.minutes() < -CorrectionForm.MOST
                || body.minutes() > CorrectionForm.MOST) {
            throw Refusal.invalid("minutes", "not-minutes");
        }
        UUID entry = ClaimFilter.uuid(String.valueOf(body.id()));
        if (entry == null) {
            throw Refusal.invalid("id", "fact-id");
        }
        return ledger.correct(
                viewer,
                entry,
                Ids.parse(id),
                body.minutes(),
                String.valueOf(body.reason()).strip());
    }

    @GetMapping("/hours")
    @Operation(
            operationId = "listHours",
            summary = "Your own verified hours; with person, somebody else's in the units whose hours you see.")
    Hours listHours(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer) {
        return person.isEmpty() ? ledger.mine(viewer, after) : ledger.of(viewer, PersonId.of(person), after);
    }
}
