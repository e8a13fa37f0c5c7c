package org.kulluna.screens;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.audit.Audit;
import org.kulluna.delivery.Live;
import org.kulluna.places.Places;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Page;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.kulluna.units.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officers' door to screens. Another unit's screen is not there. */
@Component
class Screens {
    static final int PAGE = 50;
    private static final List<String> DIGITS = List.of("latn", "arab");

    private final ScreenRows rows;
    private final Pairings pairings;
    private final Known known;
    private final Trace trace;
    private final Clock clock;

    /** What a form may choose from. */
    @Component
    record Known(Units units, Places places) {
        boolean isMine(Viewer viewer, String unit) {
            return units.find(unit).isPresent() && viewer.may(Right.MANAGE_SCREENS, unit);
        }
    }

    /** What is left behind: the trail, and word to open players. */
    @Component
    record Trace(Audit audit, Live live) {
        void changed(Viewer viewer, String deed, String kind, Object id) {
            audit.record(viewer, "screens." + deed, kind, id);
            live.publish(Live.SCREENS, "programme");
        }
    }

    Screens(ScreenRows rows, Pairings pairings, Known known, Trace trace, Clock clock) {
        this.rows = rows;
        this.pairings = pairings;
        this.known = known;
        this.trace = trace;
        this.clock = clock;
    }

    /** @param after id of the last screen seen, empty for the first page. @throws Refusal BAD_REQUEST when it is none */
    @Transactional(readOnly = true)
    public Page<ScreenCard> list(Viewer viewer, ScreenFilter filter, String after) {
        viewer.must(Right.MANAGE_SCREENS);
        Screen last = after.isEmpty()
                ? null
                : rows.find(cursor(after))
                        .filter(s -> viewer.may(Right.MANAGE_SCREENS, s.unit()))
                        .orElseThrow(Screens::noCursor);
        return Page.of(
                rows.list(viewer, filter, last, PAGE + 1, clock.instant()),
                PAGE,
                c -> c.screen().id().toString());
    }

    @Transactional(readOnly = true)
    public Map<String, Long> count(Viewer viewer) {
        viewer.must(Right.MANAGE_SCREENS);
        return rows.count(viewer, clock.instant());
    }

    @Transactional(readOnly = true)
    public ScreenCard open(Viewer viewer, UUID id) {
        get(viewer, id);
        return rows.findCard(id, clock.instant()).orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal NOT_FOUND when it is another unit's */
    Screen get(Viewer viewer, UUID id) {
        viewer.must(Right.MANAGE_SCREENS);
        Screen screen = rows.find(id).orElseThrow(Refusal::notFound);
        viewer.must(Right.MANAGE_SCREENS, screen.unit());
        return screen;
    }

    /** A new screen and its player. Once for each id. @throws Refusal INVALID code, or what was typed wrong */
    @Transactional
    public ScreenCard pair(Viewer viewer, ScreenForm form) {
        viewer.must(Right.MANAGE_SCREENS);
        Screen screen = read(viewer, Typed.id(form.id()), form, null);
        Faults faults = new Faults();
        faults.when(Typed.text(form.code()).isEmpty(), "code", "required");
        faults.raise();
        if (rows.insert(screen, clock.instant())) {
            trace.changed(viewer, "add", "screen", screen.id());
        }
        return pair(viewer, screen.id(), Typed.text(form.code()));
    }

    /** Another player for a screen: whatever held its key is cut at once. @throws Refusal INVALID code */
    @Transactional
    public ScreenCard pair(Viewer viewer, UUID id, String code) {
        Screen screen = get(viewer, id);
        if (screen.isRetired()) {
            throw Refusal.conflict("screen-retired");
        }
        rows.pair(id, pairings.take(code, id), viewer.signedIn(), clock.instant());
        trace.audit().record(viewer, "screens.pair", "screen", id);
        trace.live().publish(Live.of("screen", id), "cut");
        return open(viewer, id);
    }

    @Transactional
    public ScreenCard change(Viewer viewer, UUID id, ScreenForm form) {
        Screen before = get(viewer, id);
        if (!rows.update(read(viewer, id, form, before))) {
            throw before.isRetired() ? Refusal.conflict("screen-retired") : Refusal.changedMeanwhile();
        }
        trace.changed(viewer, "change", "screen", id);
        return open(viewer, id);
    }

    @Transactional
    public void unpair(Viewer viewer, UUID id) {
        get(viewer, id);
        rows.unpair(id);
        trace.audit().record(viewer, "screens.unpair", "screen", id);
        trace.live().publish(Live.of("screen", id), "cut");
    }

    /** It plays no more; what it played stays. */
    @Transactional
    public void retire(Viewer viewer, UUID id) {
        get(viewer, id);
        Instant now = clock.instant();
        rows.retire(id, now);
        trace.audit().record(viewer, "screens.retire", "screen", id);
        trace.live().publish(Live.of("screen", id), "cut");
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
    }

    private static Refusal noCursor() {
        return Refusal.of(Refusal.Kind.BAD_REQUEST, "not-understood");
    }

    private Screen read(Viewer viewer, UUID id, ScreenForm form, @Nullable Screen before) {
        String unit = before == null ? Typed.text(form.unit()) : before.unit();
        int passers = Typed.number(form.passersByHour(), -1);
        ZoneId zone = Typed.zone(form.zone());
        List<String> languages = form.codes();
        String digits = Typed.text(form.digits()).isEmpty() ? "latn" : Typed.text(form.digits());
        Faults faults = new Faults();
        faults.when(!known.isMine(viewer, unit), "unit", "not-a-choice");
        faults.when(!known.places().isChoice(Typed.text(form.place())), "place", "not-a-choice");
        faults.when(passers < 0, "passersByHour", "not-a-number");
        faults.when(zone == null || !zone.getId().contains("/"), "zone", "not-a-choice");
        faults.when(
                languages.isEmpty()
                        || languages.size() > 6
                        || !languages.stream().allMatch(l -> l.matches("[a-z]{2,3}")),
                "languages",
                "not-languages");
        faults.when(!DIGITS.contains(digits), "digits", "not-a-choice");
        faults.raise();
        return new Screen(
                id,
                new LocalizedText(Typed.text(form.nameAr()), Typed.text(form.nameEn())),
                unit,
                Typed.text(form.place()),
                Typed.text(form.spot()),
                !Typed.text(form.orientation()).equals("portrait"),
                languages,
                java.util.Objects.requireNonNull(zone),
                digits,
                passers,
                null,
                false,
                null,
                Typed.number(form.version(), 0));
    }
}
