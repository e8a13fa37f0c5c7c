package org.kulluna.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail as a page and as a file. */
@Controller
class AuditPages {
    private final Trail trail;

    AuditPages(Trail trail) {
        this.trail = trail;
    }

    @GetMapping("/audit/entries")
    String list(
            @ModelAttribute TrailFilter filter,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer,
            Model model) {
        model.addAttribute("entries", trail.list(viewer, filter, after));
        model.addAttribute("filter", filter);
        return "audit/entries";
    }

    /** RFC 4180, UTF-8 with a byte order mark so that spreadsheets read Arabic. */
    @GetMapping("/audit/entries.csv")
    void export(@ModelAttribute TrailFilter filter, Viewer viewer, HttpServletResponse response) throws IOException {
        viewer.mustEverywhere(Right.READ_AUDIT);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-entries.csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        PrintWriter out = response.getWriter();
        out.print("\ufeffat,actor,username,action,subject_kind,subject_id,fields,chain,number\r\n");
        trail.export(viewer, filter, e -> out.print(line(e)));
        out.flush();
    }

    static String line(TrailEntry e) {
        return String.join(
                        ",",
                        e.at().toString(),
                        e.actor() == null ? "" : e.actor().toString(),
                        cell(e.username() == null ? "" : e.username()),
                        cell(e.action()),
                        cell(e.subjectKind()),
                        cell(e.subjectId()),
                        cell(e.fields()),
                        String.valueOf(e.chain()),
                        String.valueOf(e.number()))
                + "\r\n";
    }

    /** A cell that a spreadsheet would take for a formula is made a text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
