package org.kulluna.places;

import java.time.Clock;
import java.util.List;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The administrator's door to the places. Other nodes follow within the minute their memory lasts. */
@Component
class PlaceDesk {
    private final PlaceRows rows;
    private final Audit audit;
    private final Clock clock;

    PlaceDesk(PlaceRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param words any part of a name, however it is spelt; empty for all */
    @Transactional(readOnly = true)
    public List<PlaceEntry> list(Viewer viewer, String words) {
        viewer.mustEverywhere(Right.MANAGE_PLACES);
        return rows.list(words);
    }

    @Transactional(readOnly = true)
    public PlaceEntry get(Viewer viewer, String code) {
        viewer.mustEverywhere(Right.MANAGE_PLACES);
        return rows.find(code).orElseThrow(Refusal::notFound);
    }

    @Transactional
    public PlaceEntry create(Viewer viewer, PlaceForm form) {
        viewer.mustEverywhere(Right.MANAGE_PLACES);
        Place place = form.place();
        if (!rows.insert(place, form.alt())) {
            throw Refusal.invalid("code", "code-taken");
        }
        return changed(
                viewer, "places.create", place.code(), "name_ar", "name_en", "alt_names", "region", "lat", "lng");
    }

    @Transactional
    public PlaceEntry update(Viewer viewer, PlaceForm form) {
        PlaceEntry old = get(viewer, String.valueOf(form.code()));
        if (!rows.update(form.place(), form.alt(), version(form.version()))) {
            throw Refusal.changedMeanwhile();
        }
        return changed(
                viewer, "places.update", old.place().code(), "name_ar", "name_en", "alt_names", "region", "lat", "lng");
    }

    /** A retired place is offered no more; what happened there keeps naming it. */
    @Transactional
    public PlaceEntry retire(Viewer viewer, String code, String version) {
        get(viewer, code);
        if (!rows.setRetired(code, version(version), clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        return changed(viewer, "places.retire", code, "retired_at");
    }

    @Transactional
    public PlaceEntry restore(Viewer viewer, String code, String version) {
        get(viewer, code);
        if (!rows.setRetired(code, version(version), null)) {
            throw Refusal.changedMeanwhile();
        }
        return changed(viewer, "places.restore", code, "retired_at");
    }

    private PlaceEntry changed(Viewer viewer, String action, String code, String... fields) {
        audit.record(viewer, action, "place", code, fields);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                rows.forget();
            }
        });
        return rows.find(code).orElseThrow();
    }

    /** Nonsense is a version nobody ever saw. */
    private static int version(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
