package org.kulluna.whispers;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audience.Audiences;
import org.kulluna.audience.Breakdown;
import org.kulluna.audience.Filter;
import org.kulluna.audience.FilterForm;
import org.kulluna.audience.Segment;
import org.kulluna.audience.Segments;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to the writing of whispers. */
@Component
public class Whispers {
    private final WhisperRows rows;
    private final Kept kept;
    private final Known known;
    private final Audit audit;
    private final Clock clock;

    /** What a whisper keeps: its revisions, what was decided of them, its pictures, who wrote it. */
    @Component("whisperKept")
    record Kept(RevisionRows revisions, ReviewRows reviews, PictureRows pictures, Writers writers) {}

    /** What a whisper may name: whose it is, and whom it is for. */
    @Component("whisperKnown")
    record Known(Units units, Audiences audiences, Segments segments) {}

    Whispers(WhisperRows rows, Kept kept, Known known, Audit audit, Clock clock) {
        this.rows = rows;
        this.kept = kept;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND, also for another unit's */
    @Transactional(readOnly = true)
    public Whisper get(Viewer viewer, UUID id) {
        return seen(viewer, rows.find(id).orElseThrow(Refusal::notFound));
    }

    /** One that the viewer may write. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Whisper getWritten(Viewer viewer, UUID id) {
        return written(viewer, get(viewer, id));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Revision> revisions(Viewer viewer, UUID id) {
        return kept.revisions().list(get(viewer, id).id());
    }

    /** What was written and decided, newest first. */
    @Transactional(readOnly = true)
    public List<Event> timeline(Viewer viewer, UUID id) {
        return kept.reviews().timeline(get(viewer, id).id());
    }

    /** A draft, once for each id. @throws Refusal NOT_FOUND; INVALID; CONFLICT id-used */
    @Transactional
    public Whisper create(Viewer viewer, UUID id, WhisperForm form) {
        viewer.must(Right.WRITE_WHISPERS);
        form.check(clock.instant());
        String unit = unit(viewer, form);
        Instant now = now();
        Whisper wanted = new Whisper(
                id,
                unit,
                Theme.find(Typed.text(form.theme())).orElseThrow(),
                WhisperState.DRAFT,
                1,
                form.written(),
                picture(form),
                form.plan(audience(viewer, form, Filter.EVERYBODY)),
                null,
                null,
                viewer.signedIn(),
                now,
                now,
                0);
        if (rows.insert(wanted)) {
            audit.record(viewer, "whispers.create", "whisper", id);
        }
        Whisper made = rows.get(id);
        if (!made.createdBy().equals(viewer.signedIn()) || !made.unit().equals(unit)) {
            throw Refusal.conflict("id-used");
        }
        return made;
    }

    /**
     * Saves another revision; what was approved or asked for is a draft again. Saved as it is, nothing changes.
     *
     * @throws Refusal NOT_FOUND; INVALID; CONFLICT changed-meanwhile, whisper-was-sent
     */
    @Transactional
    public Whisper save(Viewer viewer, UUID id, int version, WhisperForm form) {
        Whisper before = open(viewer, id);
        form.check(clock.instant());
        return store(
                viewer,
                before,
                version,
                new Revision(id, 0, form.written(), picture(form), viewer.signedIn(), now()),
                form.plan(audience(viewer, form, before.plan().audience())),
                Theme.find(Typed.text(form.theme())).orElseThrow(),
                unit(viewer, form));
    }

    /** An older revision's words and picture become the newest ones. @throws Refusal as {@link #save} */
    @Transactional
    public Whisper restore(Viewer viewer, UUID id, int version, int number) {
        Whisper before = open(viewer, id);
        Revision old = kept.revisions().find(id, number).orElseThrow(() -> Refusal.invalid("number", "not-a-choice"));
        return store(viewer, before, version, old, before.plan(), before.theme(), before.unit());
    }

    private Whisper store(
            Viewer viewer, Whisper before, int version, Revision words, WhisperPlan plan, Theme theme, String unit) {
        boolean same = words.wordings().equals(before.wordings())
                && java.util.Objects.equals(words.picture(), before.picture())
                && plan.equals(before.plan())
                && theme == before.theme()
                && unit.equals(before.unit());
        if (same) {
            return before;
        }
        Whisper wanted = new Whisper(
                before.id(),
                unit,
                theme,
                WhisperState.DRAFT,
                before.revision() + 1,
                words.wordings(),
                words.picture(),
                plan,
                null,
                null,
                before.createdBy(),
                before.createdAt(),
                now(),
                version);
        if (before.state() == WhisperState.IN_REVIEW) {
            kept.reviews().insert(before, "withdrawn", "", viewer.signedIn(), now());
        }
        kept.revisions()
                .insert(new Revision(
                        before.id(), wanted.revision(), words.wordings(), words.picture(), viewer.signedIn(), now()));
        if (!rows.update(wanted, version, now())) {
            throw Refusal.changedMeanwhile();
        }
        if (before.state() == WhisperState.SCHEDULED) {
            kept.writers().tell(before.id(), wanted.title(), "whisper-unapproved", "", viewer.signedIn());
        }
        audit.record(viewer, "whispers.save", "whisper", before.id());
        return rows.get(before.id());
    }

    /** A new draft with the same words and picture, for everybody and without a time; once for each id. */
    @Transactional
    public Whisper duplicate(Viewer viewer, UUID id, UUID newId) {
        Whisper w = getWritten(viewer, id);
        Instant now = now();
        WhisperPlan p = w.plan();
        Whisper copy = new Whisper(
                newId,
                w.unit(),
                w.theme(),
                WhisperState.DRAFT,
                1,
                w.wordings(),
                w.picture(),
                new WhisperPlan(p.segment(), p.audience(), p.onApp(), p.onScreens(), null, null, false, ""),
                null,
                null,
                viewer.signedIn(),
                now,
                now,
                0);
        if (rows.insert(copy)) {
            audit.record(viewer, "whispers.duplicate", "whisper", newId);
        }
        Whisper made = rows.get(newId);
        if (!made.createdBy().equals(viewer.signedIn())) {
            throw Refusal.conflict("id-used");
        }
        return made;
    }

    /** It leaves the desk's lists; {@link #bringBack} undoes it. Said again, it changes nothing. */
    @Transactional
    public Whisper drop(Viewer viewer, UUID id, int version) {
        return move(viewer, id, version, WhisperState.DROPPED);
    }

    @Transactional
    public Whisper bringBack(Viewer viewer, UUID id, int version) {
        return move(viewer, id, version, WhisperState.DRAFT);
    }

    private Whisper move(Viewer viewer, UUID id, int version, WhisperState to) {
        Whisper w = getWritten(viewer, id);
        if (w.state() == to) {
            return w;
        }
        boolean undo = to == WhisperState.DRAFT && w.state() != WhisperState.DROPPED;
        if (!w.state().canBecome(to) || undo) {
            throw Refusal.conflict(w.sentAt() == null ? "changed-meanwhile" : "whisper-was-sent");
        }
        if (!rows.move(id, w.state(), version, to, now())) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(viewer, to == WhisperState.DROPPED ? "whispers.drop" : "whispers.bring-back", "whisper", id);
        return rows.get(id);
    }

    private Whisper open(Viewer viewer, UUID id) {
        getWritten(viewer, id);
        Whisper w = rows.lock(id);
        if (!w.state().canBeWritten()) {
            throw Refusal.conflict(w.state() == WhisperState.DROPPED ? "whisper-was-dropped" : "whisper-was-sent");
        }
        return w;
    }

    private static Whisper seen(Viewer viewer, Whisper w) {
        viewer.must(Right.SEE_WHISPERS, w.unit());
        return w;
    }

    private static Whisper written(Viewer viewer, Whisper w) {
        viewer.must(Right.WRITE_WHISPERS, w.unit());
        return w;
    }

    private String unit(Viewer viewer, WhisperForm form) {
        String unit = Typed.text(form.unit());
        if (known.units().find(unit).isEmpty() || !viewer.may(Right.WRITE_WHISPERS, unit)) {
            throw Refusal.invalid("unit", "not-a-choice");
        }
        return unit;
    }

    private Filter audience(Viewer viewer, WhisperForm form, Filter before) {
        UUID segment = form.segmentId();
        if (segment != null) {
            // The choice as it stands now: whom it is for is part of what a second person approves.
            return known.segments().getOffered(viewer, segment).filter();
        }
        FilterForm typed = form.audience();
        return typed == null ? before : known.audiences().read(viewer, typed, "audience.");
    }

    /** The saved choices a whisper's audience may be taken from. */
    @Transactional(readOnly = true)
    public List<Segment> listSegments(Viewer viewer) {
        return known.segments().listOffered(viewer);
    }

    /** Whom it means as typed, today; nothing is saved. @throws Refusal INVALID */
    @Transactional(readOnly = true)
    public Breakdown count(Viewer viewer, WhisperForm form) {
        return known.audiences().breakdown(viewer, audience(viewer, form, Filter.EVERYBODY));
    }

    private @Nullable UUID picture(WhisperForm form) {
        UUID id = form.pictureId();
        if (id != null && kept.pictures().find(id).isEmpty()) {
            throw Refusal.invalid("picture", "not-a-choice");
        }
        return id;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
