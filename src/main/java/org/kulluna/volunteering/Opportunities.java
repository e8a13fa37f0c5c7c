package org.kulluna.volunteering;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Ids;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to opportunities for those who make them. */
@Component
public class Opportunities {
    private final OpportunityRows rows;
    private final Shifts shifts;
    private final KnownRows known;
    private final Checks checks;
    private final Audit audit;
    private final Clock clock;

    Opportunities(OpportunityRows rows, Shifts shifts, KnownRows known, Checks checks, Audit audit, Clock clock) {
        this.rows = rows;
        this.shifts = shifts;
        this.known = known;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Inserts a draft, or updates the one known by (unit, source, externalId). Joins the caller's transaction.
     *
     * @throws Refusal NOT_FOUND when the unit is not the viewer's; INVALID with field faults; CONFLICT opportunity-cancelled
     */
    @Transactional
    public UUID put(Viewer viewer, NewOpportunity o) {
        viewer.must(Right.EDIT_OPPORTUNITIES, o.unit());
        checks.check(o);
        String externalId = o.externalId();
        if (externalId != null) {
            var known = rows.findByExternalId(o.unit(), o.source(), externalId);
            if (known.isPresent()) {
                change(viewer, known.get(), known.get().version(), o);
                return known.get().id();
            }
        }
        return insert(viewer, Ids.next(), o);
    }

    /** A draft under an id the client made: sent again, it changes nothing. */
    @Transactional
    public UUID create(Viewer viewer, UUID id, NewOpportunity o) {
        viewer.must(Right.EDIT_OPPORTUNITIES, o.unit());
        checks.check(o);
        return insert(viewer, id, o);
    }

    /** @throws Refusal CONFLICT changed-meanwhile when that version is not the last one any more */
    @Transactional
    public void change(Viewer viewer, UUID id, int version, NewOpportunity o) {
        Opportunity before = getOwn(viewer, id);
        checks.check(o);
        change(viewer, before, version, o);
    }

    /** It and its drafts of shifts that are still to come; again when new drafts were added. */
    @Transactional
    public void publish(Viewer viewer, UUID id, int version) {
        Opportunity o = getOwn(viewer, id);
        if (!rows.publish(id, version, clock.instant())) {
            throw o.isCancelled() ? Refusal.conflict("opportunity-cancelled") : Refusal.changedMeanwhile();
        }
        audit.record(viewer, "volunteering.publish", "opportunity", id, "state");
        shifts.publishDrafts(viewer, getOwn(viewer, id));
    }

    /** It and all its shifts that are not over. Everybody booked or waiting is told. */
    @Transactional
    public void cancel(Viewer viewer, UUID id, int version, String reason) {
        Opportunity o = getOwn(viewer, id);
        if (o.isCancelled()) {
            return;
        }
        shifts.cancelAll(viewer, o, reason);
        if (!rows.cancel(id, version, reason)) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(viewer, "volunteering.cancel", "opportunity", id, "state");
    }

    @Transactional(readOnly = true)
    public Opportunity get(Viewer viewer, UUID id) {
        return getOwn(viewer, id);
    }

    /** What {@link #put} and {@link Shifts#put} made of a source before, by external id; ids that are new are left out. */
    @Transactional(readOnly = true)
    public Map<String, KnownOpportunity> listKnown(
            Viewer viewer, String unit, String source, Collection<String> externalIds) {
        viewer.must(Right.EDIT_OPPORTUNITIES, unit);
        return known.list(unit, source, externalIds);
    }

    /**
     * Deletes those of the unit's opportunities that nobody has touched since they were made: first drafts, with their
     * shifts. Joins the caller's transaction.
     *
     * @return what is gone; the others stay
     */
    @Transactional
    public List<UUID> deleteUntouched(Viewer viewer, String unit, List<UUID> ids) {
        viewer.must(Right.EDIT_OPPORTUNITIES, unit);
        List<UUID> gone = rows.deleteUntouched(unit, ids);
        audit.record(
                viewer,
                gone.stream()
                        .map(id -> new Audit.Deed("volunteering.delete", "opportunity", id.toString()))
                        .toList());
        return gone;
    }

    private Opportunity getOwn(Viewer viewer, UUID id) {
        viewer.must(Right.EDIT_OPPORTUNITIES);
        Opportunity o = rows.find(id).orElseThrow(Refusal::notFound);
        viewer.must(Right.EDIT_OPPORTUNITIES, o.unit());
        return o;
    }

    private UUID insert(Viewer viewer, UUID id, NewOpportunity o) {
        if (rows.insert(id, o, viewer.person(), clock.instant())) {
            audit.record(viewer, "volunteering.create", "opportunity", id);
        } else if (getOwn(viewer, id).isCancelled()) {
            throw Refusal.conflict("opportunity-cancelled");
        }
        return id;
    }

    /** The unit stays: figures are counted by it. */
    private void change(Viewer viewer, Opportunity before, int version, NewOpportunity o) {
        if (!rows.update(before.id(), version, o)) {
            throw before.isCancelled() ? Refusal.conflict("opportunity-cancelled") : Refusal.changedMeanwhile();
        }
        audit.record(viewer, "volunteering.change", "opportunity", before.id(), "texts", "pillar", "place");
        Opportunity after = getOwn(viewer, before.id());
        if (!after.title().equals(before.title()) || !after.pillar().equals(before.pillar())) {
            shifts.announceAgain(after);
        }
    }

    List<Opportunity> byId(List<UUID> ids) {
        return rows.listById(ids);
    }
}
