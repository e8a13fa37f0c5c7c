package org.kulluna.certificates;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Certificates to keep and to print. */
@Controller
class CertificatePrintPages {
    private final CertificatePrints prints;
    private final CertificateFiles files;

    CertificatePrintPages(CertificatePrints prints, CertificateFiles files) {
        this.prints = prints;
        this.files = files;
    }

    @GetMapping("/certificates/mine/{award}/certificate.pdf")
    void own(Viewer viewer, @PathVariable String award, HttpServletResponse response) throws IOException {
        files.send(prints.takeOwn(viewer, Ids.parse(award)), response);
    }

    @GetMapping("/certificates/awards/{award}/certificate.pdf")
    void one(Viewer viewer, @PathVariable String award, HttpServletResponse response) throws IOException {
        files.send(prints.take(viewer, Ids.parse(award)), response);
    }

    @GetMapping("/certificates/offerings/{offering}/certificates.zip")
    void all(Viewer viewer, @PathVariable String offering, HttpServletResponse response) throws IOException {
        UUID id = Ids.parse(offering);
        files.send(prints.takeAll(viewer, id), id, response);
    }
}
