package org.kulluna.membership;

import io.swagger.v3.oas.annotations.Operation;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who somebody is, for programs. */
@RestController
@RequestMapping("/api/v1/people")
class DetailsApi {
    private final Details details;

    DetailsApi(Details details) {
        this.details = details;
    }

    @GetMapping("/me/details")
    @Operation(operationId = "getDetails", summary = "Who the token belongs to, as the programme knows them.")
    DetailsForm getDetails(Viewer viewer) {
        return DetailsForm.of(details.getOwn(viewer));
    }

    @PutMapping("/me/details")
    @Operation(
            operationId = "declareDetails",
            summary = "Change own languages, skills and neighbourhood. 409 changed-meanwhile, 422 naming each fault.")
    DetailsForm declareDetails(@RequestBody DetailsForm form, Viewer viewer) {
        return DetailsForm.of(details.declare(viewer, form));
    }

    @PutMapping("/{person}/details")
    @Operation(
            operationId = "correctDetails",
            summary = "Correct who somebody is. What was counted stays. 409 changed-meanwhile, 422 naming each fault.")
    DetailsForm correctDetails(@PathVariable String person, @RequestBody DetailsForm form, Viewer viewer) {
        return DetailsForm.of(details.correct(viewer, PersonId.of(person), form));
    }
}
