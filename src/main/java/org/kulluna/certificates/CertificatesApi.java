package org.kulluna.certificates;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates for programs. Checking needs no token. */
@RestController
@RequestMapping("/api/v1/certificates")
class CertificatesApi {
    record Compared(boolean matches) {}

    private final Checks checks;
    private final OwnCertificates own;
    private final Forms forms;

    CertificatesApi(Checks checks, OwnCertificates own, Forms forms) {
        this.checks = checks;
        this.own = own;
        this.forms = forms;
    }

    @ModelAttribute
    void unlisted(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex");
    }

    @GetMapping("/{code}")
    @Operation(
            operationId = "checkCertificate",
            summary = "What a certificate's holder lets be seen. Without a token. States: valid, not-yet, expired,"
                    + " superseded, revoked; hidden and withdrawn tell no more.")
    CheckedCertificate checkCertificate(@PathVariable String code) {
        return checks.check(CertificateCode.read(code).orElseThrow(Refusal::notFound));
    }

    @PostMapping("/{code}/name")
    @Operation(
            operationId = "compareCertificateName",
            summary = "Whether that is the holder's whole name. Without a token; twenty in ten minutes."
                    + " 409 certificate-not-shown.")
    Compared compareCertificateName(@PathVariable String code, @RequestBody NameForm form, Viewer viewer) {
        forms.check(form);
        return new Compared(
                checks.compareName(viewer, CertificateCode.read(code).orElseThrow(Refusal::notFound), form));
    }

    @GetMapping("/mine")
    @Operation(operationId = "listOwnCertificates", summary = "The asker's own certificates, newest first.")
    List<OwnCertificate> listOwnCertificates(Viewer viewer) {
        return own.list(viewer);
    }

    @PutMapping("/mine/{award}")
    @Operation(
            operationId = "chooseCertificate",
            summary = "What anybody who has the code shall see: name, initials or nothing.")
    OwnCertificate chooseCertificate(@PathVariable String award, @RequestBody ShowsForm form, Viewer viewer) {
        viewer.signedIn();
        forms.check(form);
        return own.choose(viewer, Ids.parse(award), form);
    }

    @PostMapping("/mine/{award}/code")
    @Operation(
            operationId = "renewCertificateCode",
            summary =
                    "A new code in the place of the one named, which answers no more. The same request twice makes one."
                            + " 409 changed-meanwhile.")
    OwnCertificate renewCertificateCode(@PathVariable String award, @RequestBody RenewForm form, Viewer viewer) {
        viewer.signedIn();
        forms.check(form);
        return own.renewCode(viewer, Ids.parse(award), form);
    }
}
