package org.kulluna.training;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Qualifications for programs. */
@RestController
@RequestMapping("/api/v1")
class AwardsApi {
    /** {@code next} continues behind the last award, as {@code after}. */
    record AwardPage(List<Award> awards, @Nullable String next) {}

    private final Awards awards;
    private final Forms forms;

    AwardsApi(Awards awards, Forms forms) {
        this.awards = awards;
        this.forms = forms;
    }

    @GetMapping("/awards")
    @Operation(
            operationId = "listAwards",
            summary = "Awards, newest first; state: valid, ending, expired, superseded, revoked.")
    AwardPage listAwards(@ParameterObject @ModelAttribute AwardFilter filter, Viewer viewer) {
        Page<Award> page = awards.list(viewer, filter);
        return new AwardPage(page.rows(), page.next());
    }

    @GetMapping("/awards/mine")
    @Operation(operationId = "listOwnAwards", summary = "The asker's own awards.")
    List<Award> listOwnAwards(Viewer viewer) {
        return awards.listOwn(viewer);
    }

    @PostMapping("/awards")
    @Operation(
            operationId = "recordAward",
            summary =
                    "Record a qualification of a member. The same id twice answers the same. 409 own-qualification, id-used.")
    Award recordAward(@RequestBody AwardForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        forms.check(form);
        return awards.record(viewer, form);
    }

    @PostMapping("/awards/{id}/revoke")
    @Operation(operationId = "revokeAward", summary = "Take an award back, with a reason. 409 award-revoked-already.")
    Award revokeAward(@PathVariable String id, @RequestBody RevokeForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        forms.check(form);
        return awards.revoke(viewer, Ids.parse(id), form);
    }

    @GetMapping("/qualifications")
    @Operation(operationId = "listQualifications", summary = "The kinds of qualifications.")
    List<Qualification> listQualifications(Viewer viewer) {
        return awards.listQualifications(viewer);
    }

    @PostMapping("/qualifications")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addQualification", summary = "Add a kind of qualification. 422 qualification-known.")
    Qualification addQualification(@RequestBody QualificationForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.RECORD_QUALIFICATION);
        forms.check(form);
        return awards.addQualification(viewer, form);
    }
}
