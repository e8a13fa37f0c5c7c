package org.kulluna.audience;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.shared.Cursor;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to saved segments. An officer of one unit sees that unit's and the whole programme's, and changes the unit's;
 * an officer of the programme sees and changes all.
 */
@Component
public class Segments {
    static final int PAGE = 25;
    /** A list to choose from: those before are found by their name on their own page. */
    static final int MOST_OFFERED = 100;

    private final SegmentRows rows;
    private final Audiences audiences;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Segments(SegmentRows rows, Audiences audiences, Units units, Audit audit, Clock clock) {
        this.rows = rows;
        this.audiences = audiences;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest change first; {@code after} continues behind a segment, nonsense begins anew. */
    @Transactional(readOnly = true)
    public Page<Segment> list(Viewer viewer, String q, boolean retired, String after) {
        viewer.must(Right.BUILD_AUDIENCES);
        return Page.of(rows.list(within(viewer), q, retired, Cursor.parse(after), PAGE + 1), PAGE, Segment::cursor);
    }

    /** Those one may choose for something to be sent, newest change first. */
    @Transactional(readOnly = true)
    public List<Segment> listOffered(Viewer viewer) {
        viewer.must(Right.BUILD_AUDIENCES);
        return rows.list(within(viewer), "", false, null, MOST_OFFERED);
    }

    /** One to choose. @throws Refusal INVALID segment: not-a-choice when it is another unit's, retired or none */
    @Transactional(readOnly = true)
    public Segment getOffered(Viewer viewer, UUID id) {
        return find(viewer, id).filter(s -> !s.retired()).orElseThrow(() -> Refusal.invalid("segment", "not-a-choice"));
    }

    /** A retired one is still found: what was sent to it names it. */
    @Transactional(readOnly = true)
    public Optional<Segment> find(Viewer viewer, UUID id) {
        viewer.must(Right.BUILD_AUDIENCES);
        return rows.find(id).filter(s -> s.maySee(viewer));
    }

    /** @throws Refusal NOT_FOUND when it is another unit's */
    @Transactional(readOnly = true)
    public Segment get(Viewer viewer, UUID id) {
        return find(viewer, id).orElseThrow(Refusal::notFound);
    }

    /**
     * What it asks, for what somebody was allowed to send earlier and the house sends now. The caller has authorised.
     *
     * @throws Refusal NOT_FOUND
     */
    @Transactional(readOnly = true)
    public Filter filterFor(UUID id) {
        return rows.find(id).map(Segment::filter).orElseThrow(Refusal::notFound);
    }

    /** Once for each id. @throws Refusal INVALID beside a field; CONFLICT segment-differs for the same id of another's */
    @Transactional
    public Segment add(Viewer viewer, SegmentForm form) {
        Segment read = read(viewer, Typed.id(form.id()), form, 0);
        if (rows.insert(read, viewer.signedIn())) {
            audit.record(viewer, "audience.add-segment", "segment", read.id());
        }
        return find(viewer, read.id()).orElseThrow(() -> Refusal.conflict("segment-differs"));
    }

    /** The same again changes nothing. @throws Refusal CONFLICT changed-meanwhile, segment-retired */
    @Transactional
    public Segment change(Viewer viewer, UUID id, SegmentForm form) {
        Segment before = mine(viewer, id);
        Segment read = read(viewer, id, form, Typed.number(form.version(), -1));
        List<String> changed = changed(before, read);
        if (changed.isEmpty()) {
            return before;
        }
        if (before.retired()) {
            throw Refusal.conflict("segment-retired");
        }
        if (!rows.update(read)) {
            throw Refusal.changedMeanwhile();
        }
        audit.record(viewer, "audience.change-segment", "segment", id, changed.toArray(String[]::new));
        return get(viewer, id);
    }

    /** No choice any more; what was sent to it stays as it was. Said twice, it stays retired. */
    @Transactional
    public void retire(Viewer viewer, UUID id) {
        mine(viewer, id);
        if (rows.retire(id, true, clock.instant())) {
            audit.record(viewer, "audience.retire-segment", "segment", id);
        }
    }

    @Transactional
    public void restore(Viewer viewer, UUID id) {
        mine(viewer, id);
        if (rows.retire(id, false, clock.instant())) {
            audit.record(viewer, "audience.restore-segment", "segment", id);
        }
    }

    private static @Nullable Set<String> within(Viewer viewer) {
        return viewer.mayEverywhere(Right.BUILD_AUDIENCES) ? null : viewer.unitsWith(Right.BUILD_AUDIENCES);
    }

    private Segment mine(Viewer viewer, UUID id) {
        Segment segment = get(viewer, id);
        if (!segment.mayChange(viewer)) {
            throw Refusal.notFound();
        }
        return segment;
    }

    private Segment read(Viewer viewer, UUID id, SegmentForm form, int version) {
        viewer.must(Right.BUILD_AUDIENCES);
        String unit = unit(viewer, form.unit());
        LocalizedText name = new LocalizedText(Typed.text(form.nameAr()), Typed.text(form.nameEn()));
        Filter filter = audiences.read(viewer, form.fields(), "filter.");
        return new Segment(id, name, unit, filter, clock.instant(), false, version);
    }

    private @Nullable String unit(Viewer viewer, @Nullable String typed) {
        String unit = Typed.text(typed);
        boolean mine = unit.isEmpty()
                ? viewer.mayEverywhere(Right.BUILD_AUDIENCES)
                : viewer.may(Right.BUILD_AUDIENCES, unit) && units.find(unit).isPresent();
        if (!mine) {
            throw Refusal.invalid("unit", "not-a-choice");
        }
        return unit.isEmpty() ? null : unit;
    }

    private static List<String> changed(Segment a, Segment b) {
        List<String> fields = new ArrayList<>();
        if (!a.name().equals(b.name())) {
            fields.add("name");
        }
        if (!java.util.Objects.equals(a.unit(), b.unit())) {
            fields.add("unit");
        }
        if (!a.filter().equals(b.filter())) {
            fields.add("filter");
        }
        return fields;
    }
}
