package org.kulluna.audience;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.shell.CodeNames;
import org.kulluna.shell.Labels;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saved segments at the desk. */
@Controller
@RequestMapping("/audience/segments")
class SegmentPages {
    private static final String FORM = "audience/segmentForm";
    private final Segments segments;
    private final Audiences audiences;
    private final Labels labels;
    private final Forms forms;

    SegmentPages(Segments segments, Audiences audiences, Labels labels, Forms forms) {
        this.segments = segments;
        this.audiences = audiences;
        this.labels = labels;
        this.forms = forms;
    }

    @GetMapping
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        model.addAttribute("segments", segments.list(viewer, q, state.equals("retired"), after));
        model.addAttribute("q", q);
        model.addAttribute("retired", state.equals("retired"));
        model.addAttribute("labels", labels.all());
        return "audience/segments";
    }

    /** @param from a segment to begin with */
    @GetMapping("/new")
    String begin(Viewer viewer, @RequestParam(defaultValue = "") String from, Model model) {
        viewer.must(Right.BUILD_AUDIENCES);
        String unit = viewer.mayEverywhere(Right.BUILD_AUDIENCES)
                ? null
                : viewer.unitsWith(Right.BUILD_AUDIENCES).iterator().next();
        SegmentForm form = from.isEmpty()
                ? SegmentForm.empty(unit)
                : SegmentForm.of(segments.get(viewer, Ids.parse(from))).copy(unit);
        return form(viewer, form, null, model);
    }

    @PostMapping
    String addSegment(Viewer viewer, @ModelAttribute SegmentForm form, Model model, HttpServletResponse response) {
        viewer.must(Right.BUILD_AUDIENCES);
        return forms.submit(form, model, FORM, () -> fill(viewer, null, model), () -> {
            Segment added = segments.add(viewer, form);
            return Done.redirect(response, "segment-saved", "/audience/segments/" + added.id());
        });
    }

    /** Without a script: the same form again, counted and not saved. */
    @PostMapping("/count")
    String countAudience(
            Viewer viewer,
            @ModelAttribute SegmentForm form,
            @RequestParam(defaultValue = "") String editing,
            Model model) {
        viewer.must(Right.BUILD_AUDIENCES);
        Segment segment = editing.isEmpty() ? null : segments.get(viewer, Ids.parse(editing));
        try {
            model.addAttribute(
                    "breakdown", audiences.breakdown(viewer, audiences.read(viewer, form.fields(), "filter.")));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal);
        }
        return form(viewer, form, segment, model);
    }

    @GetMapping("/{id}")
    String show(Viewer viewer, @PathVariable String id, Model model) {
        Segment segment = segments.get(viewer, Ids.parse(id));
        model.addAttribute("segment", segment);
        model.addAttribute("breakdown", audiences.breakdown(viewer, segment.filter()));
        model.addAttribute("labels", labels.all());
        return "audience/segment";
    }

    @GetMapping("/{id}/edit")
    String edit(Viewer viewer, @PathVariable String id, Model model) {
        Segment segment = mine(viewer, id);
        return form(viewer, SegmentForm.of(segment), segment, model);
    }

    @PostMapping("/{id}")
    String changeSegment(
            Viewer viewer,
            @PathVariable String id,
            @ModelAttribute SegmentForm form,
            Model model,
            HttpServletResponse response) {
        Segment segment = mine(viewer, id);
        return forms.submit(form, model, FORM, () -> fill(viewer, segment, model), () -> {
            segments.change(viewer, segment.id(), form);
            return Done.redirect(response, "segment-saved", "/audience/segments/" + id);
        });
    }

    @PostMapping("/{id}/retire")
    String retireSegment(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        UUID segment = Ids.parse(id);
        segments.retire(viewer, segment);
        return Done.redirect(response, "segment-retired", "/audience/segments/" + segment);
    }

    @PostMapping("/{id}/restore")
    String restoreSegment(Viewer viewer, @PathVariable String id, HttpServletResponse response) {
        UUID segment = Ids.parse(id);
        segments.restore(viewer, segment);
        return Done.redirect(response, "segment-restored", "/audience/segments/" + segment);
    }

    private Segment mine(Viewer viewer, String id) {
        Segment segment = segments.get(viewer, Ids.parse(id));
        if (!segment.mayChange(viewer)) {
            throw Refusal.notFound();
        }
        return segment;
    }

    private String form(Viewer viewer, SegmentForm form, @Nullable Segment segment, Model model) {
        model.addAttribute("form", form);
        fill(viewer, segment, model);
        return FORM;
    }

    /** @param segment the one that is changed; null: a new one */
    private void fill(Viewer viewer, @Nullable Segment segment, Model model) {
        CodeNames names = labels.all();
        List<String> mine = names.units().keySet().stream()
                .filter(u -> viewer.may(Right.BUILD_AUDIENCES, u))
                .toList();
        model.addAttribute("segment", segment);
        model.addAttribute("choices", audiences.choices(viewer));
        model.addAttribute("units", mine);
        model.addAttribute("labels", names);
    }
}
