package org.kulluna.audience;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Page;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Segments and counts for programs. */
@RestController
@RequestMapping("/api/v1")
class SegmentsApi {
    /** {@code next} continues behind the last segment, as {@code after}. */
    record SegmentPage(List<Segment> segments, @Nullable String next) {}

    private final Segments segments;
    private final Audiences audiences;
    private final Forms forms;

    SegmentsApi(Segments segments, Audiences audiences, Forms forms) {
        this.segments = segments;
        this.audiences = audiences;
        this.forms = forms;
    }

    @GetMapping("/segments")
    @Operation(operationId = "listSegments", summary = "Segments, last changed first; retired ones on request.")
    SegmentPage listSegments(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after) {
        Page<Segment> page = segments.list(viewer, q, state.equals("retired"), after);
        return new SegmentPage(page.rows(), page.next());
    }

    @PostMapping("/segments")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addSegment", summary = "Save a segment; the same id again makes no second one.")
    Segment addSegment(Viewer viewer, @RequestBody SegmentForm form) {
        viewer.must(Right.BUILD_AUDIENCES);
        forms.check(form);
        return segments.add(viewer, form);
    }

    @GetMapping("/segments/{id}")
    @Operation(operationId = "getSegment", summary = "One segment.")
    Segment getSegment(Viewer viewer, @PathVariable String id) {
        return segments.get(viewer, Ids.parse(id));
    }

    @PutMapping("/segments/{id}")
    @Operation(
            operationId = "changeSegment",
            summary = "Change a segment; version is the one read. 409 changed-meanwhile or segment-retired.")
    Segment changeSegment(Viewer viewer, @PathVariable String id, @RequestBody SegmentForm form) {
        segments.get(viewer, Ids.parse(id));
        forms.check(form);
        return segments.change(viewer, Ids.parse(id), form);
    }

    @PostMapping("/segments/{id}/retire")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "retireSegment", summary = "Take it out of use; what was sent to it stays as it was.")
    void retireSegment(Viewer viewer, @PathVariable String id) {
        segments.retire(viewer, Ids.parse(id));
    }

    @PostMapping("/segments/{id}/restore")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "restoreSegment", summary = "Put a retired segment back into use.")
    void restoreSegment(Viewer viewer, @PathVariable String id) {
        segments.restore(viewer, Ids.parse(id));
    }

    @PostMapping("/audience/count")
    @Operation(
            operationId = "countAudience",
            summary = "How many members a filter means today, by region, language and age. No names.")
    Breakdown countAudience(Viewer viewer, @RequestBody FilterForm filter) {
        return audiences.breakdown(viewer, audiences.read(viewer, filter, ""));
    }
}
