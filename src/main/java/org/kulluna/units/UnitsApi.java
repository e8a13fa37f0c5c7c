package org.kulluna.units;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Forms;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Units for programs. */
@RestController
@RequestMapping("/api/v1/units")
class UnitsApi {
    /** {@code version} must be sent back with a change. {@code region} is abu_dhabi, al_ain or al_dhafra. */
    record UnitView(
            String code, String kind, String nameAr, String nameEn, String region, boolean retired, int version) {
        static UnitView of(UnitEntry e) {
            Unit u = e.unit();
            return new UnitView(u.code(), u.kind(), u.name().ar(), u.name().en(), u.region(), u.retired(), e.version());
        }
    }

    /** The version the caller saw. */
    record Seen(@Nullable String version) {}

    private final UnitDesk desk;
    private final Forms forms;

    UnitsApi(UnitDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "listUnits", summary = "All units, retired ones last. Administrators only.")
    List<UnitView> listUnits(Viewer viewer) {
        return desk.list(viewer).stream().map(UnitView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createUnit", summary = "Add a unit. 422 code-taken. The code stays for good.")
    UnitView createUnit(@RequestBody UnitForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_UNITS);
        forms.check(form);
        return UnitView.of(desk.create(viewer, form));
    }

    @PutMapping("/{code}")
    @Operation(operationId = "updateUnit", summary = "Change names, kind, region. 409 changed-meanwhile.")
    UnitView updateUnit(@PathVariable String code, @RequestBody UnitForm typed, Viewer viewer) {
        UnitForm form = typed.withCode(desk.get(viewer, code).unit().code());
        forms.check(form);
        return UnitView.of(desk.update(viewer, form));
    }

    @PostMapping("/{code}/retire")
    @Operation(operationId = "retireUnit", summary = "Take a unit out of use. 409 changed-meanwhile.")
    UnitView retireUnit(@PathVariable String code, @RequestBody Seen seen, Viewer viewer) {
        return UnitView.of(desk.retire(viewer, code, String.valueOf(seen.version())));
    }

    @PostMapping("/{code}/restore")
    @Operation(operationId = "restoreUnit", summary = "Take a retired unit into use again. 409 changed-meanwhile.")
    UnitView restoreUnit(@PathVariable String code, @RequestBody Seen seen, Viewer viewer) {
        return UnitView.of(desk.restore(viewer, code, String.valueOf(seen.version())));
    }
}
