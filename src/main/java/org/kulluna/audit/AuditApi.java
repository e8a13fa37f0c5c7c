package org.kulluna.audit;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Page;
import org.kulluna.shared.Viewer;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail for programs. */
@RestController
@RequestMapping("/api/v1/audit/entries")
class AuditApi {
    /** {@code next} continues behind the last entry, as {@code after}. */
    record EntryPage(List<TrailEntry> entries, @Nullable String next) {}

    private final Trail trail;

    AuditApi(Trail trail) {
        this.trail = trail;
    }

    @GetMapping
    @Operation(
            operationId = "listAuditEntries",
            summary = "The trail, newest first, by actor, action, subject and day. Reading it is recorded in it.")
    EntryPage listAuditEntries(
            @ParameterObject @ModelAttribute TrailFilter filter,
            @RequestParam(defaultValue = "") String after,
            Viewer viewer) {
        Page<TrailEntry> page = trail.list(viewer, filter, after);
        return new EntryPage(page.rows(), page.next());
    }
}
