package org.kulluna.membership;

import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the desk records about one person, and how a record ends: for programs. */
@RestController
@RequestMapping("/api/v1")
class PersonsApi {
    /** What was recorded. */
    record Recorded(UUID id) {}

    private final Papers papers;
    private final Merges merges;
    private final Erasures erasures;
    private final Forms forms;

    PersonsApi(Papers papers, Merges merges, Erasures erasures, Forms forms) {
        this.papers = papers;
        this.merges = merges;
        this.erasures = erasures;
        this.forms = forms;
    }

    @PostMapping("/people/{person}/consents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "recordConsent", summary = "Record a guardian's consent for a person under 18.")
    Recorded recordConsent(@PathVariable String person, @RequestBody ConsentForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        forms.check(form);
        return new Recorded(papers.recordConsent(viewer, PersonId.of(person), form));
    }

    @PostMapping("/consents/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "withdrawConsent", summary = "The guardian takes the consent back.")
    void withdrawConsent(@PathVariable String id, Viewer viewer) {
        papers.withdrawConsent(viewer, Ids.parse(id));
    }

    @PostMapping("/people/{person}/visas")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "recordVisa", summary = "Record a residence visa the officer saw.")
    void recordVisa(@PathVariable String person, @RequestBody VisaForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.CHANGE_MEMBERS);
        forms.check(form);
        papers.recordVisa(viewer, PersonId.of(person), form);
    }

    @PostMapping("/people/{person}/merge")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "mergePersons",
            summary = "Merge the record `from` into this one. 409 merged-already, changed-meanwhile.")
    void mergePersons(@PathVariable String person, @RequestBody MergeForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.MERGE_PERSONS);
        forms.check(form);
        merges.merge(viewer, PersonId.of(person), form);
    }

    @PostMapping("/people/{person}/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "erasePerson",
            summary = "Erase a person for good: a tombstone, the ledger and the counts stay.")
    void erasePerson(@PathVariable String person, @RequestBody ErasureForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.ERASE_PERSON);
        forms.check(form);
        erasures.erase(viewer, PersonId.of(person), form);
    }
}
