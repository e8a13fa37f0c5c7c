package org.kulluna.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Done;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing a file in the browser: choose it, say how it is to be read, look, apply. */
@Controller
@RequestMapping("/imports")
class ImportPages {
    private final Imports imports;
    private final Units units;
    private final Places places;
    private final Forms forms;

    ImportPages(Imports imports, Units units, Places places, Forms forms) {
        this.imports = imports;
        this.units = units;
        this.places = places;
        this.forms = forms;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String after, Viewer viewer, Model model) {
        fillList(after, viewer, model);
        model.addAttribute("form", new ImportForm(Map.of()));
        return "imports/list";
    }

    @PostMapping
    String uploadImport(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        ImportForm form = new ImportForm(Map.of("unit", unit));
        return forms.submit(form, model, "imports/list", () -> fillList(null, viewer, model), () -> {
            if (units.find(unit).isEmpty()) {
                throw Refusal.invalid("unit", "not-a-choice");
            }
            String name = file == null ? null : file.getOriginalFilename();
            UUID id = imports.upload(viewer, Ids.next(), unit, name, bytes(file));
            return Done.redirect(response, "import-uploaded", "/imports/" + id);
        });
    }

    @GetMapping("/{id}")
    String show(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String mapping,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        ImportRun run = imports.get(viewer, Ids.parse(id));
        ImportMapping saved = mapping.isEmpty()
                ? null
                : imports.listMappings(viewer, run.unit()).get(mapping);
        model.addAttribute("form", ImportForm.of(saved == null ? run.mapping() : saved));
        model.addAttribute("reading", saved != null);
        fillRun(run, outcome, after, viewer, model);
        if (run.state().equals("applying")) {
            response.setHeader("Refresh", "2");
        }
        return "imports/show";
    }

    @PostMapping("/{id}/plan")
    String planImport(
            @PathVariable String id,
            @RequestParam Map<String, String> values,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        ImportRun run = imports.get(viewer, Ids.parse(id));
        ImportForm form = new ImportForm(values);
        return forms.submit(form, model, "imports/show", () -> fillRun(run, "", "", viewer, model), () -> {
            imports.plan(viewer, run.id(), form.mapping(), form.value("saveAs"));
            return Done.redirect(response, "import-planned", "/imports/" + run.id());
        });
    }

    @PostMapping("/{id}/apply")
    String applyImport(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        ImportRun run = imports.get(viewer, Ids.parse(id));
        ImportForm form = ImportForm.of(run.mapping());
        return forms.submit(form, model, "imports/show", () -> fillRun(run, "", "", viewer, model), () -> {
            int looked = version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
            ImportRun after = imports.apply(viewer, run.id(), looked);
            String key = after.state().equals("applied") ? "import-applied" : "import-applying";
            return Done.redirect(response, key, "/imports/" + run.id());
        });
    }

    @PostMapping("/{id}/withdraw")
    String withdrawImport(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        ImportRun run = imports.get(viewer, Ids.parse(id));
        ImportForm form = ImportForm.of(run.mapping());
        return forms.submit(form, model, "imports/show", () -> fillRun(run, "", "", viewer, model), () -> {
            imports.withdraw(viewer, run.id());
            return Done.redirect(response, "import-withdrawn", "/imports/" + run.id());
        });
    }

    @PostMapping("/{id}/discard")
    String discardImport(@PathVariable String id, Viewer viewer, Model model, HttpServletResponse response) {
        ImportRun run = imports.get(viewer, Ids.parse(id));
        ImportForm form = ImportForm.of(run.mapping());
        return forms.submit(form, model, "imports/show", () -> fillRun(run, "", "", viewer, model), () -> {
            imports.discard(viewer, run.id());
            return Done.redirect(response, "import-discarded", "/imports");
        });
    }

    @GetMapping(value = "/{id}/lines.csv", produces = "text/csv")
    void report(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "ar") String words,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        UUID run = Ids.parse(id);
        ImportReport.write(imports.get(viewer, run), imports.report(viewer, run, outcome), words, response);
    }

    private void fillList(@Nullable String after, Viewer viewer, Model model) {
        model.addAttribute("page", imports.list(viewer, after));
        model.addAttribute("mine", units.listWith(viewer, Right.EDIT_OPPORTUNITIES));
        model.addAttribute("names", units.byCode());
    }

    private void fillRun(ImportRun run, String outcome, String after, Viewer viewer, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("unit", units.get(run.unit()));
        model.addAttribute("outcome", outcome);
        boolean planned = run.isPlanned();
        int from = after.matches("\\d{1,9}") ? Integer.parseInt(after) : 0;
        model.addAttribute("lines", planned ? imports.listLines(viewer, run.id(), outcome, from) : null);
        CsvTable table = imports.table(viewer, run.id());
        model.addAttribute("preview", table == null ? null : ImportPreview.of(table));
        model.addAttribute(
                "mappings", List.copyOf(imports.listMappings(viewer, run.unit()).keySet()));
        model.addAttribute("places", names());
    }

    private Map<String, Place> names() {
        Map<String, Place> names = new LinkedHashMap<>();
        places.list().forEach(p -> names.put(p.code(), p));
        return names;
    }

    private static byte[] bytes(@Nullable MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
        }
    }
}
