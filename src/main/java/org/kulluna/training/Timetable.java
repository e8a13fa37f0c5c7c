package org.kulluna.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Faults;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Right;
import org.kulluna.shared.Time;
import org.kulluna.shared.Typed;
import org.kulluna.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The training office's door to the calendar of rooms and instructors. That rooms never clash is the database's word. */
@Component
public class Timetable {
    private static final Duration RECENT = Duration.ofDays(90);

    /** @param minutes how long it is wanted; all three as typed */
    public record Wanted(
            @Nullable String people,
            @Nullable String at,
            @Nullable String minutes) {
        boolean isAsked() {
            return !Typed.text(at).isEmpty();
        }
    }

    private final TimetableRows rows;
    private final Rooms rooms;
    private final Clock clock;

    Timetable(TimetableRows rows, Rooms rooms, Clock clock) {
        this.rows = rows;
        this.rooms = rooms;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Week week(Viewer viewer, TimetableFilter filter) {
        viewer.must(Right.RUN_COURSES);
        Instant from = Week.start(filter.monday());
        Instant to = Week.start(filter.monday().plusDays(7));
        return Week.of(filter, rooms.list(viewer), rows.list(viewer, from, to));
    }

    /** Those to choose from, id to name: who teaches now, or did in the last three months. */
    @Transactional(readOnly = true)
    public Map<String, LocalizedText> instructors(Viewer viewer) {
        viewer.must(Right.RUN_COURSES);
        return rows.instructors(viewer, clock.instant().minus(RECENT));
    }

    /**
     * Rooms that are free then, the smallest that is large enough first.
     *
     * @throws org.kulluna.shared.Refusal INVALID people, at or minutes
     */
    @Transactional(readOnly = true)
    public List<Room> free(Viewer viewer, Wanted wanted) {
        viewer.must(Right.RUN_COURSES);
        int people = Typed.text(wanted.people()).isEmpty() ? 1 : Typed.number(wanted.people(), -1);
        int minutes = Typed.text(wanted.minutes()).isEmpty() ? 60 : Typed.number(wanted.minutes(), -1);
        Instant at = Typed.instant(wanted.at(), Time.PROGRAMME_ZONE);
        Faults faults = new Faults();
        faults.when(people < 1 || people > 10_000, "people", "not-a-number");
        faults.when(minutes < 5 || minutes > 1440, "minutes", "not-a-number");
        faults.when(at == null, "at", "not-a-time");
        faults.raise();
        Instant from = at == null ? clock.instant() : at;
        return rows.free(people, from, from.plus(Duration.ofMinutes(minutes)));
    }
}
