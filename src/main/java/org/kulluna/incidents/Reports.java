package org.kulluna.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.places.Place;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member's door to reports: sending one, following it, adding to it, taking it back. */
@Component
class Reports {
    static final int PAGE = 25;
    private static final int MOST_IN_AN_HOUR = 30;
    private static final Duration OLDEST = Duration.ofDays(90);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final ReportRows rows;
    private final EntryRows entries;
    private final CategoryRows categories;
    private final Places places;
    private final Clock clock;

    Reports(ReportRows rows, EntryRows entries, CategoryRows categories, Places places, Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.categories = categories;
        this.places = places;
        this.clock = clock;
    }

    /** Those one may choose from. */
    @Transactional(readOnly = true)
    public List<Category> categories() {
        return categories.list().stream().filter(c -> !c.closed()).toList();
    }

    /** All of them: old reports name closed ones. */
    @Transactional(readOnly = true)
    public List<Category> allCategories() {
        return categories.list();
    }

    /**
     * The same id again answers with what was sent first.
     *
     * @throws Refusal INVALID beside a field; CONFLICT report-differs for the id of somebody else's; TOO_MANY
     */
    @Transactional
    public Report send(Viewer viewer, ReportForm f) {
        viewer.must(Right.SEND_REPORTS);
        UUID id = Typed.id(f.id());
        Optional<Report> before = rows.findOwn(viewer.signedIn(), id);
        if (before.isPresent()) {
            return before.get();
        }
        Instant now = clock.instant();
        if (rows.countOwnSince(viewer.signedIn(), now.minus(Duration.ofHours(1))) >= MOST_IN_AN_HOUR) {
            throw Refusal.of(Refusal.Kind.TOO_MANY, "too-many-reports");
        }
        Read read = read(f, now);
        ReportRows.New report = new ReportRows.New(
                id,
                ReportCode.random(),
                read.category(),
                read.place().code(),
                read.place().region(),
                now.plus(Duration.ofMinutes(read.category().answerWithin())));
        boolean isNew = rows.insert(
                report,
                read.at(),
                Typed.text(f.spot()),
                read.happened(),
                Typed.text(f.body()),
                Typed.yes(f.shielded()),
                viewer.signedIn(),
                now);
        if (isNew) {
            entries.insert(EntryRows.New.of(id, "received", true, ""), viewer.signedIn(), now);
        }
        return rows.findOwn(viewer.signedIn(), id).orElseThrow(() -> Refusal.conflict("report-differs"));
    }

    private record Read(
            Category category, Place place, @Nullable Spot at, Instant happened) {}

    private Read read(ReportForm f, Instant now) {
        Category category = categories
                .find(Typed.text(f.category()))
                .filter(c -> !c.closed())
                .orElse(null);
        boolean point = !Typed.text(f.lat()).isEmpty() || !Typed.text(f.lng()).isEmpty();
        Spot at = point ? Spot.read(f.lat(), f.lng()).orElse(null) : null;
        Place nearest = at == null ? null : at.nearest(places.list()).orElse(null);
        String typed = Typed.text(f.place());
        Place place = typed.isEmpty()
                ? nearest
                : places.isChoice(typed) ? places.find(typed).orElse(null) : null;
        String when = Typed.text(f.happenedAt());
        Instant happened = when.isEmpty() ? now : Typed.instant(when, Time.PROGRAMME_ZONE);
        Faults faults = new Faults();
        faults.when(category == null, "category", "not-a-choice");
        faults.when(point && at == null, "lat", "not-degrees");
        boolean swapped = at != null && nearest == null && at.isSwapped(places.list());
        faults.when(swapped, "lat", "degrees-swapped");
        faults.when(at != null && nearest == null && !swapped, "lat", "outside-area");
        faults.when(typed.isEmpty() && !point, "place", "required");
        faults.when(!typed.isEmpty() && place == null, "place", "not-a-choice");
        faults.when(happened == null, "happenedAt", "not-a-time");
        faults.when(happened != null && happened.isAfter(now.plus(CLOCKS_DIFFER)), "happenedAt", "in-the-future");
        faults.when(happened != null && happened.isBefore(now.minus(OLDEST)), "happenedAt", "too-long-ago");
        faults.raise();
        if (category == null || place == null || happened == null) {
            throw new IllegalStateException("a fault was not told");
        }
        return new Read(category, place, at, happened.isAfter(now) ? now : happened);
    }

    /** One's own, newest first; {@code after} goes on behind a report. */
    @Transactional(readOnly = true)
    public Page<Report> listOwn(Viewer viewer, String after) {
        viewer.must(Right.SEND_REPORTS);
        UUID behind = after.matches("[0-9a-fA-F-]{36}") ? Typed.uuid("after", after) : null;
        return Page.of(rows.listOwn(viewer.signedIn(), behind, PAGE + 1), PAGE, r -> r.id().toString());
    }

    /** @throws Refusal NOT_FOUND when it is not one's own */
    @Transactional(readOnly = true)
    public Report getOwn(Viewer viewer, UUID id) {
        return rows.findOwn(viewer.signedIn(), id).orElseThrow(Refusal::notFound);
    }

    /** What its reporter is told. */
    @Transactional(readOnly = true)
    public List<Entry> history(Viewer viewer, UUID id) {
        getOwn(viewer, id);
        return entries.list(id, true);
    }

    /** More words, also after it was closed: they always reach the desk. Once for each id. */
    @Transactional
    public Report add(Viewer viewer, UUID id, FollowUpForm f) {
        getOwn(viewer, id);
        rows.lock(id);
        EntryRows.New entry = new EntryRows.New(Typed.id(f.id()), id, "added", null, null, true, Typed.text(f.text()));
        Instant now = clock.instant();
        if (entries.insert(entry, viewer.signedIn(), now)) {
            rows.followedUp(id, now);
        }
        return getOwn(viewer, id);
    }

    /** Said twice, it stays withdrawn. @throws Refusal CONFLICT report-closed */
    @Transactional
    public Report withdraw(Viewer viewer, UUID id) {
        Report r = getOwn(viewer, id);
        if (r.state() == ReportState.WITHDRAWN) {
            return r;
        }
        Instant now = clock.instant();
        if (!rows.withdraw(id, now)) {
            throw Refusal.conflict("report-closed");
        }
        EntryRows.New entry = EntryRows.New.of(id, "moved", true, "");
        entries.insert(entry.to(ReportState.WITHDRAWN.code()), viewer.signedIn(), now);
        return getOwn(viewer, id);
    }
}
