package org.kulluna.screens;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Faults;
import org.kulluna.shared.Refusal;
import org.kulluna.shared.Right;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to loops and when they play. Players hear of each change at once. */
@Component
class Loops {
    static final List<String> KINDS = List.of("whispers", "whisper", "figures", "opportunities", "page");
    private static final int MOST_ITEMS = 50;

    private final LoopRows rows;
    private final Targets targets;
    private final Sources sources;
    private final Screens.Trace trace;
    private final Clock clock;

    /** What a schedule may be aimed at: in use, and of the loop's own unit. */
    @Component
    record Targets(ScreenRows screens, GroupRows groups, Screens.Known known) {
        boolean mayAim(Loop loop, @Nullable UUID screen, @Nullable UUID group) {
            return (screen == null
                            || screens.find(screen)
                                    .filter(s -> s.unit().equals(loop.unit()) && !s.isRetired())
                                    .isPresent())
                    && (group == null
                            || groups.find(group)
                                    .filter(g -> g.unit().equals(loop.unit()))
                                    .isPresent());
        }
    }

    /** What an item may be made of. */
    @Component
    record Sources(PlayRows whispers, PageHosts hosts) {}

    Loops(LoopRows rows, Targets targets, Sources sources, Screens.Trace trace, Clock clock) {
        this.rows = rows;
        this.targets = targets;
        this.sources = sources;
        this.trace = trace;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Loop> list(Viewer viewer) {
        viewer.must(Right.MANAGE_SCREENS);
        return rows.list(viewer);
    }

    /** @throws Refusal NOT_FOUND when it is another unit's */
    @Transactional(readOnly = true)
    public Loop get(Viewer viewer, UUID id) {
        viewer.must(Right.MANAGE_SCREENS);
        Loop loop = rows.find(id).orElseThrow(Refusal::notFound);
        viewer.must(Right.MANAGE_SCREENS, loop.unit());
        return loop;
    }

    @Transactional
    public Loop add(Viewer viewer, LoopForm f) {
        viewer.must(Right.MANAGE_SCREENS);
        String unit = Typed.text(f.unit());
        if (!targets.known().isMine(viewer, unit)) {
            throw Refusal.invalid("unit", "not-a-choice");
        }
        UUID id = Typed.id(f.id());
        LoopForm clean = new LoopForm(null, Typed.text(f.nameAr()), Typed.text(f.nameEn()), unit);
        if (rows.insert(id, clean, clock.instant())) {
            trace.changed(viewer, "add-loop", "loop", id);
        }
        return get(viewer, id);
    }

    @Transactional
    public void retire(Viewer viewer, UUID id) {
        viewer.must(Right.MANAGE_SCREENS);
        viewer.must(Right.MANAGE_SCREENS, rows.findUnit(id).orElseThrow(Refusal::notFound));
        if (rows.retire(id, clock.instant())) {
            trace.changed(viewer, "retire-loop", "loop", id);
        }
    }

    @Transactional
    public Loop addItem(Viewer viewer, UUID id, ItemForm f) {
        Loop loop = get(viewer, id);
        Loop.Item item = read(id, f);
        if (loop.items().size() >= MOST_ITEMS) {
            throw Refusal.invalid("kind", "too-many-items");
        }
        rows.lock(id);
        rows.add(id, item);
        trace.changed(viewer, "change-loop", "loop", id);
        return get(viewer, id);
    }

    /** @throws Refusal NOT_FOUND when the loop has none of that id now */
    @Transactional(readOnly = true)
    public Loop.Item item(Viewer viewer, UUID id, UUID item) {
        return get(viewer, id).items().stream()
                .filter(i -> i.id().equals(item))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Another takes its place, by the id of the form; the same form again changes nothing. */
    @Transactional
    public Loop changeItem(Viewer viewer, UUID id, UUID old, ItemForm f) {
        get(viewer, id);
        rows.lock(id);
        List<UUID> now = get(viewer, id).items().stream().map(Loop.Item::id).toList();
        Loop.Item item = read(id, f);
        if (!now.contains(item.id())) {
            item(viewer, id, old);
            rows.replace(id, old, item, clock.instant());
            trace.changed(viewer, "change-loop", "loop", id);
        }
        return get(viewer, id);
    }

    private Loop.Item read(UUID loop, ItemForm f) {
        String kind = Typed.text(f.kind());
        int seconds = Typed.number(f.seconds(), 0);
        UUID whisper = kind.equals("whisper") ? Typed.uuid("whisper", f.whisper()) : null;
        String address = kind.equals("page") ? sources.hosts().read("address", Typed.text(f.address())) : "";
        Faults faults = new Faults();
        faults.when(!KINDS.contains(kind), "kind", "not-a-choice");
        faults.when(seconds < 3 || seconds > 600, "seconds", "not-seconds");
        faults.when(
                whisper != null && !rows.whispers(loop, clock.instant()).containsKey(whisper.toString()),
                "whisper",
                "not-a-choice");
        faults.raise();
        return new Loop.Item(Typed.id(f.id()), kind, whisper, address, seconds);
    }

    /** @param by -1 for earlier, 1 for later, 0 to take it out, once or twice; beyond the ends nothing moves */
    @Transactional
    public Loop move(Viewer viewer, UUID id, UUID item, int by) {
        get(viewer, id);
        rows.lock(id);
        List<UUID> order = new ArrayList<>(
                get(viewer, id).items().stream().map(Loop.Item::id).toList());
        int from = order.indexOf(item);
        if (from < 0 && by != 0) {
            throw Refusal.notFound();
        }
        int to = from + Integer.signum(by);
        if (by == 0) {
            rows.remove(id, item, clock.instant());
        } else if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
            rows.order(id, order);
        }
        trace.changed(viewer, "change-loop", "loop", id);
        return get(viewer, id);
    }

    @Transactional
    public Loop schedule(Viewer viewer, UUID id, ScheduleForm f) {
        Loop loop = get(viewer, id);
        rows.schedule(id, read(loop, f), clock.instant());
        trace.changed(viewer, "schedule", "loop", id);
        return get(viewer, id);
    }

    /** @return the loop it was of */
    @Transactional
    public UUID end(Viewer viewer, UUID schedule) {
        viewer.must(Right.MANAGE_SCREENS);
        UUID loop = rows.loopOf(schedule).orElseThrow(Refusal::notFound);
        get(viewer, loop);
        rows.end(schedule, clock.instant());
        trace.changed(viewer, "end-schedule", "schedule", schedule);
        return loop;
    }

    private Loop.Schedule read(Loop loop, ScheduleForm f) {
        UUID screen = Typed.text(f.screen()).isEmpty() ? null : Typed.uuid("screen", f.screen());
        UUID group = Typed.text(f.group()).isEmpty() ? null : Typed.uuid("group", f.group());
        int priority = Typed.text(f.priority()).isEmpty() ? 0 : Typed.number(f.priority(), -1);
        LocalDate from = day(f.fromDay());
        LocalDate to = day(f.toDay());
        String begin = Typed.text(f.fromTime());
        String end = Typed.text(f.toTime());
        Set<String> asked = Set.copyOf(Arrays.asList(Typed.text(f.weekdays()).split("[\\s,]+")));
        List<Integer> weekdays = IntStream.rangeClosed(1, 7)
                .filter(d -> asked.contains(String.valueOf(d)))
                .boxed()
                .toList();
        Faults faults = new Faults();
        faults.when(!targets.mayAim(loop, screen, null), "screen", "not-a-choice");
        faults.when(!targets.mayAim(loop, null, group), "group", "not-a-choice");
        faults.when(screen != null && group != null, "group", "one-target");
        faults.when(priority < 0 || priority > 9, "priority", "not-a-number");
        faults.when(from == null && !Typed.text(f.fromDay()).isEmpty(), "fromDay", "not-a-day");
        faults.when(to == null && !Typed.text(f.toDay()).isEmpty(), "toDay", "not-a-day");
        faults.when(from != null && to != null && to.isBefore(from), "toDay", "not-a-day");
        faults.when(!isTime(begin), "fromTime", "not-an-hour");
        faults.when(
                !isTime(end) || begin.isEmpty() != end.isEmpty() || !begin.isEmpty() && begin.equals(end),
                "toTime",
                "not-an-hour");
        faults.raise();
        return new Loop.Schedule(
                Typed.id(f.id()),
                screen,
                group,
                priority,
                from,
                to,
                weekdays.isEmpty() ? List.of(1, 2, 3, 4, 5, 6, 7) : weekdays,
                begin,
                end);
    }

    private static boolean isTime(String text) {
        return text.isEmpty() || text.matches("([01]\\d|2[0-3]):[0-5]\\d");
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            String text = Typed.text(typed);
            return text.matches("2\\d{3}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
