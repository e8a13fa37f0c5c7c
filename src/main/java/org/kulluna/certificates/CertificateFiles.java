package org.kulluna.certificates;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kulluna.paper.Attachment;
import org.kulluna.paper.Press;
import org.kulluna.shared.Time;
import org.springframework.stereotype.Component;

/** Certificates as files: one PDF, or a ZIP with one for each holder, sent while it is being printed. */
@Component
class CertificateFiles {
    private static final int NAME = 60;

    private final Press press;

    CertificateFiles(Press press) {
        this.press = press;
    }

    void send(CertificatePaper paper, HttpServletResponse response) throws IOException {
        byte[] pdf = press.print(paper::pdf);
        Attachment.of(
                response,
                "application/pdf",
                "certificate-" + paper.certificate().code() + ".pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    void send(List<CertificatePaper> papers, UUID offering, HttpServletResponse response) throws IOException {
        Attachment.of(response, "application/zip", "certificates-" + offering + ".zip");
        write(papers, response.getOutputStream());
    }

    /** What is in it is deflated already; each file is as old as its award, so the same certificates give the same bytes. */
    void write(List<CertificatePaper> papers, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.NO_COMPRESSION);
        int[] count = {0};
        press.print(papers, CertificatePaper::pdf, (paper, pdf) -> {
            ZipEntry entry = new ZipEntry(name(++count[0], paper));
            entry.setTimeLocal(LocalDateTime.ofInstant(paper.certificate().recordedAt(), Time.PROGRAMME_ZONE));
            zip.putNextEntry(entry);
            zip.write(pdf);
            zip.closeEntry();
        });
        zip.finish();
    }

    /** By number first, so that folders list them in order, and with nothing that a file's name may not hold. */
    static String name(int number, CertificatePaper paper) {
        String holder = paper.certificate()
                .name()
                .in("ar")
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\\\/:*?\"<>|.]+", " ")
                .strip();
        String shorter = holder.codePointCount(0, holder.length()) > NAME
                ? holder.substring(0, holder.offsetByCodePoints(0, NAME)).strip()
                : holder;
        return String.format(Locale.ROOT, "%04d %s.pdf", number, shorter);
    }
}
