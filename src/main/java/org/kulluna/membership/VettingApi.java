package org.kulluna.membership;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
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

/** Vetting for programs; to everybody but vetting officers there is nothing at these addresses. */
@RestController
@RequestMapping("/api/v1")
class VettingApi {
    /** A check was opened, or was open already. */
    record Opened(UUID id) {}

    private final Vetting vetting;
    private final Grounds grounds;
    private final Forms forms;

    VettingApi(Vetting vetting, Grounds grounds, Forms forms) {
        this.vetting = vetting;
        this.grounds = grounds;
        this.forms = forms;
    }

    @GetMapping("/vetting")
    @Operation(
            operationId = "listVetting",
            summary = "Checks. state: open (default), all, not_started, in_progress, cleared, refused, withdrawn.")
    Page<VettingSummary> listVetting(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        return vetting.list(viewer, QueueFilter.of(QueueFilter.VETTING, state, q, after));
    }

    @GetMapping("/vetting/{id}")
    @Operation(operationId = "getVetting", summary = "One check, without its grounds. Recorded.")
    VettingCheck getVetting(@PathVariable String id, Viewer viewer) {
        return vetting.get(viewer, Ids.parse(id)).check();
    }

    @PostMapping("/people/{person}/vetting")
    @Operation(operationId = "openVetting", summary = "Open a new check of a person, or find the one that is open.")
    Opened openVetting(@PathVariable String person, Viewer viewer) {
        return new Opened(vetting.open(viewer, PersonId.of(person)));
    }

    @PostMapping("/vetting/{id}/start")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "startVetting", summary = "Not started becomes in progress. 409 changed-meanwhile.")
    void startVetting(@PathVariable String id, @RequestBody(required = false) @Nullable CheckForm form, Viewer viewer) {
        vetting.start(viewer, Ids.parse(id), form == null ? new CheckForm(null) : form);
    }

    @PostMapping("/vetting/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "decideVetting",
            summary =
                    "Clear (from, to, issuer, evidence), refuse or withdraw. 409 vetting-not-started, decided-already.")
    void decideVetting(@PathVariable String id, @RequestBody VettingForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.VET);
        forms.check(form);
        vetting.decide(viewer, Ids.parse(id), form);
    }

    @PostMapping("/vetting/{id}/grounds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "writeGrounds", summary = "Add grounds; encrypted, read by vetting officers only.")
    void writeGrounds(@PathVariable String id, @RequestBody GroundsForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.READ_VETTING_GROUNDS);
        forms.check(form);
        grounds.write(viewer, Ids.parse(id), form);
    }

    @PostMapping("/vetting/{id}/grounds/look")
    @Operation(operationId = "readGrounds", summary = "Open the grounds. Each look is recorded.")
    Map<String, List<Ground>> readGrounds(@PathVariable String id, Viewer viewer) {
        return Map.of("grounds", grounds.read(viewer, Ids.parse(id)));
    }
}
