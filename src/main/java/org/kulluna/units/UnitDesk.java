package org.kulluna.units;

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

/** The administrator's door to the units. Other nodes follow within the minute their memory lasts. */
@Component
class UnitDesk {
    private final UnitRows rows;
    private final Audit audit;
    private final Clock clock;

    UnitDesk(UnitRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<UnitEntry> list(Viewer viewer) {
        viewer.mustEverywhere(Right.MANAGE_UNITS);
        return rows.list();
    }

    @Transactional(readOnly = true)
    public UnitEntry get(Viewer viewer, String code) {
        viewer.mustEverywhere(Right.MANAGE_UNITS);
        return rows.find(code).orElseThrow(Refusal::notFound);
    }

    @Transactional
    public UnitEntry create(Viewer viewer, UnitForm form) {
        viewer.mustEverywhere(Right.MANAGE_UNITS);
        Unit unit = form.unit();
        if (!rows.insert(unit)) {
            throw Refusal.invalid("code", "code-taken");
        }
        return changed(viewer, "units.create", unit.code(), "kind", "name_ar", "name_en", "region");
    }

    @Transactional
    public UnitEntry update(Viewer viewer, UnitForm form) {
        UnitEntry old = get(viewer, String.valueOf(form.code()));
        if (!rows.update(form.unit(), version(form.version()))) {
            throw Refusal.changedMeanwhile();
        }
        return changed(viewer, "units.update", old.unit().code(), "kind", "name_ar", "name_en", "region");
    }

    /** A retired unit takes no new duties; what it owned keeps naming it. */
    @Transactional
    public UnitEntry retire(Viewer viewer, String code, String version) {
        get(viewer, code);
        if (!rows.setRetired(code, version(version), clock.instant())) {
            throw Refusal.changedMeanwhile();
        }
        return changed(viewer, "units.retire", code, "retired_at");
    }

    @Transactional
    public UnitEntry restore(Viewer viewer, String code, String version) {
        get(viewer, code);
        if (!rows.setRetired(code, version(version), null)) {
            throw Refusal.changedMeanwhile();
        }
        return changed(viewer, "units.restore", code, "retired_at");
    }

    private UnitEntry changed(Viewer viewer, String action, String code, String... fields) {
        audit.record(viewer, action, "unit", code, fields);
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
