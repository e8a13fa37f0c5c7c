package org.kulluna.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Notices;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk's door to reports. An officer of the programme sees all, one of a unit what was assigned to it; nobody handles
 * what they sent themselves.
 */
@Component
class ReportDesk {
    static final int PAGE = 25;
    private static final double ALIKE = 0.2;

    private final ReportRows rows;
    private final EntryRows entries;
    private final Units units;
    private final Notices notices;
    private final Trace trace;

    ReportDesk(ReportRows rows, EntryRows entries, Units units, Notices notices, Trace trace) {
        this.rows = rows;
        this.entries = entries;
        this.units = units;
        this.notices = notices;
        this.trace = trace;
    }

    /** The moment, and what was done in it. */
    @Component
    record Trace(Audit audit, Clock clock) {
        Instant now() {
            return clock.instant();
        }

        void did(Viewer viewer, String what, UUID report) {
            audit.record(viewer, "incidents." + what, "report", report);
        }
    }

    @Transactional(readOnly = true)
    public Page<Report> list(Viewer viewer, DeskFilter filter) {
        viewer.must(Right.HANDLE_REPORTS);
        return Page.of(
                rows.list(viewer, filter, PAGE + 1),
                PAGE,
                r -> DeskFilter.After.of(r).toString());
    }

    /** @throws Refusal NOT_FOUND when it is not this viewer's to see */
    @Transactional(readOnly = true)
    public Report get(Viewer viewer, UUID id) {
        viewer.must(Right.HANDLE_REPORTS);
        return rows.find(viewer, id).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public List<Entry> history(Viewer viewer, UUID id) {
        get(viewer, id);
        return entries.list(id, false);
    }

    @Transactional(readOnly = true)
    public Optional<Assessment> findAssessment(Viewer viewer, UUID id) {
        get(viewer, id);
        return entries.findAssessment(id);
    }

    /** Likely duplicates: near in time and place, the likest words first. */
    @Transactional(readOnly = true)
    public List<NearReport> near(Viewer viewer, UUID id) {
        Report r = get(viewer, id);
        return rows.near(viewer, r, 50).stream()
                .map(o -> new NearReport(o, Likeness.of(r.body() + " " + r.spot(), o.body() + " " + o.spot())))
                .filter(n -> n.likeness() >= ALIKE || n.report().category().equals(r.category()))
                .sorted(Comparator.comparingDouble(NearReport::likeness).reversed())
                .limit(5)
                .toList();
    }

    /** What it weighs; a new report is then in triage. @throws Refusal CONFLICT changed-meanwhile, report-own, report-closed */
    @Transactional
    public Report assess(Viewer viewer, UUID id, AssessmentForm f) {
        Report r = hold(viewer, id, Typed.number(f.version(), -1));
        if (!r.state().isOpen()) {
            throw Refusal.conflict("report-closed");
        }
        Assessment a = f.at(trace.now());
        if (!rows.weigh(r, a.urgency())) {
            throw Refusal.changedMeanwhile();
        }
        entries.insert(id, a, viewer.signedIn());
        log(viewer, EntryRows.New.of(id, "assessed", false, ""), "assess");
        return get(viewer, id);
    }

    /** Its unit's desk sees it from now on. */
    @Transactional
    public Report assign(Viewer viewer, UUID id, MoveForm f) {
        String unit = Typed.text(f.unit());
        Report r = hold(viewer, id, f.read());
        if (units.find(unit).filter(u -> !u.retired()).isEmpty()) {
            throw Refusal.invalid("unit", "not-a-choice");
        }
        put(viewer, r, ReportState.ASSIGNED, unit, null, Typed.text(f.text()), "assigned");
        return rows.lock(id).orElseThrow();
    }

    /** @throws Refusal INVALID state, original; CONFLICT report-not-from-here, changed-meanwhile, report-own */
    @Transactional
    public Report move(Viewer viewer, UUID id, MoveForm f) {
        ReportState to = ReportState.find(Typed.text(f.state()))
                .filter(s -> s != ReportState.ASSIGNED && s != ReportState.WITHDRAWN && s != ReportState.RECEIVED)
                .orElseThrow(() -> Refusal.invalid("state", "not-a-choice"));
        Report r = hold(viewer, id, f.read());
        UUID original = to == ReportState.DUPLICATE ? original(viewer, r, Typed.text(f.original())) : null;
        put(viewer, r, to, r.unit(), original, Typed.text(f.text()), "moved");
        return get(viewer, id);
    }

    private UUID original(Viewer viewer, Report r, String typed) {
        Report original = (typed.matches("[0-9a-fA-F-]{36}")
                        ? rows.find(viewer, Typed.uuid("original", typed))
                        : rows.findByReceipt(viewer, ReportCode.read(typed)))
                .filter(o -> !o.id().equals(r.id()) && o.state() != ReportState.DUPLICATE)
                .orElseThrow(() -> Refusal.invalid("original", "not-a-report"));
        return original.id();
    }

    /** A question to the reporter, in words they read on their page. */
    @Transactional
    public Report ask(Viewer viewer, UUID id, FollowUpForm f) {
        say(viewer, id, f, "asked", true);
        return get(viewer, id);
    }

    /** For colleagues only. */
    @Transactional
    public Report note(Viewer viewer, UUID id, FollowUpForm f) {
        say(viewer, id, f, "noted", false);
        return get(viewer, id);
    }

    private void say(Viewer viewer, UUID id, FollowUpForm f, String kind, boolean told) {
        Report r = hold(viewer, id, -1);
        EntryRows.New entry = new EntryRows.New(Typed.id(f.id()), id, kind, null, null, told, Typed.text(f.text()));
        if (!entries.insert(entry, viewer.signedIn(), trace.now())) {
            return;
        }
        if (told) {
            rows.answered(id, trace.now());
            tell(r, "report-asked", Map.of("receipt", r.shortReceipt()));
        }
        trace.did(viewer, told ? "ask" : "note", id);
    }

    private void put(
            Viewer viewer,
            Report r,
            ReportState to,
            @Nullable String unit,
            @Nullable UUID original,
            String text,
            String kind) {
        if (!r.state().canBecome(to)) {
            throw Refusal.conflict("report-not-from-here");
        }
        if (!rows.move(r, to, unit, original, trace.now())) {
            throw Refusal.changedMeanwhile();
        }
        EntryRows.New entry = EntryRows.New.of(r.id(), kind, true, text).to(to.code());
        log(
                viewer,
                kind.equals("assigned") && unit != null ? entry.toUnit(unit) : entry,
                kind.equals("moved") ? "move" : "assign");
        tell(r, "report-" + to.code().replace('_', '-'), Map.of("receipt", r.shortReceipt()));
    }

    private void log(Viewer viewer, EntryRows.New entry, String did) {
        entries.insert(entry, viewer.signedIn(), trace.now());
        trace.did(viewer, did, entry.report());
    }

    private void tell(Report r, String key, Map<String, String> args) {
        notices.tell(rows.reporter(r.id()), key, args, "/incidents/mine/" + r.id());
    }

    /** Seen by this viewer, not their own, and as they read it (any version when it is below zero). */
    private Report hold(Viewer viewer, UUID id, int version) {
        get(viewer, id);
        Report r = rows.lock(id).orElseThrow(Refusal::notFound);
        if (rows.findOwn(viewer.signedIn(), id).isPresent()) {
            throw Refusal.conflict("report-own");
        }
        if (version >= 0 && version != r.version()) {
            throw Refusal.changedMeanwhile();
        }
        return r;
    }
}
