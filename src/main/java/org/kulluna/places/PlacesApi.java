package org.kulluna.places;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Places for programs. */
@RestController
@RequestMapping("/api/v1/places")
class PlacesApi {
    /** {@code version} must be sent back with a change. {@code region} is abu_dhabi, al_ain or al_dhafra; WGS 84 degrees. */
    record PlaceView(
            String code,
            String nameAr,
            String nameEn,
            String region,
            double lat,
            double lng,
            boolean retired,
            int version) {
        static PlaceView of(PlaceEntry e) {
            Place p = e.place();
            return new PlaceView(
                    p.code(), p.name().ar(), p.name().en(), p.region(), p.lat(), p.lng(), e.retired(), e.version());
        }
    }

    /** The version the caller saw. */
    record Seen(@Nullable String version) {}

    private final PlaceDesk desk;
    private final Forms forms;

    PlacesApi(PlaceDesk desk, Forms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @GetMapping
    @Operation(operationId = "listPlaces", summary = "All places, retired ones last. Administrators only.")
    List<PlaceView> listPlaces(@RequestParam(defaultValue = "") String q, Viewer viewer) {
        return desk.list(viewer, q).stream().map(PlaceView::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "createPlace", summary = "Add a place. 422 code-taken. The code stays for good.")
    PlaceView createPlace(@RequestBody PlaceForm form, Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_PLACES);
        forms.check(form);
        return PlaceView.of(desk.create(viewer, form));
    }

    @PutMapping("/{code}")
    @Operation(operationId = "updatePlace", summary = "Change names, region, coordinates. 409 changed-meanwhile.")
    PlaceView updatePlace(@PathVariable String code, @RequestBody PlaceForm typed, Viewer viewer) {
        PlaceForm form = typed.withCode(desk.get(viewer, code).place().code());
        forms.check(form);
        return PlaceView.of(desk.update(viewer, form));
    }

    @PostMapping("/{code}/retire")
    @Operation(operationId = "retirePlace", summary = "Take a place out of use. 409 changed-meanwhile.")
    PlaceView retirePlace(@PathVariable String code, @RequestBody Seen seen, Viewer viewer) {
        return PlaceView.of(desk.retire(viewer, code, String.valueOf(seen.version())));
    }

    @PostMapping("/{code}/restore")
    @Operation(operationId = "restorePlace", summary = "Take a retired place into use again. 409 changed-meanwhile.")
    PlaceView restorePlace(@PathVariable String code, @RequestBody Seen seen, Viewer viewer) {
        return PlaceView.of(desk.restore(viewer, code, String.valueOf(seen.version())));
    }
}
