package org.kulluna.certificates;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates on paper for programs. */
@RestController
@RequestMapping("/api/v1/certificates")
class CertificatePrintApi {
    private final CertificatePrints prints;
    private final CertificateFiles files;

    CertificatePrintApi(CertificatePrints prints, CertificateFiles files) {
        this.prints = prints;
        this.files = files;
    }

    @GetMapping("/mine/{award}/certificate.pdf")
    @Operation(operationId = "printOwnCertificate", summary = "One's own certificate as PDF. 409 certificate-revoked.")
    void printOwnCertificate(Viewer viewer, @PathVariable String award, HttpServletResponse response)
            throws IOException {
        files.send(prints.takeOwn(viewer, Ids.parse(award)), response);
    }

    @GetMapping("/awards/{award}/certificate.pdf")
    @Operation(
            operationId = "printCertificate",
            summary = "Anybody's certificate as PDF, for the training office. 409 certificate-revoked.")
    void printCertificate(Viewer viewer, @PathVariable String award, HttpServletResponse response) throws IOException {
        files.send(prints.take(viewer, Ids.parse(award)), response);
    }

    @GetMapping("/offerings/{offering}/certificates.zip")
    @Operation(
            operationId = "printCertificates",
            summary = "All certificates of an offering: a ZIP with one PDF each, by name. 409 no-certificates-yet.")
    void printCertificates(Viewer viewer, @PathVariable String offering, HttpServletResponse response)
            throws IOException {
        UUID id = Ids.parse(offering);
        files.send(prints.takeAll(viewer, id), id, response);
    }
}
