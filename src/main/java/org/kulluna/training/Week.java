package org.kulluna.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.PersonId;
import org.kulluna.shared.Time;

/** Seven days of rooms, or of instructors: one row each, what fills each day, and by leaving empty what is free. */
public record Week(LocalDate monday, List<Row> rows) {
    /**
     * @param name null for sessions that have no room, or no instructor, yet
     * @param room null in a week of instructors
     * @param days from Monday, each with its sessions in time
     */
    public record Row(
            @Nullable LocalizedText name, @Nullable Room room, List<List<TimetableEntry>> days) {}

    public List<LocalDate> days() {
        return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    }

    /** @param entries all that touch the week, in time */
    static Week of(TimetableFilter filter, List<Room> rooms, List<TimetableEntry> entries) {
        return new Week(
                filter.monday(), filter.isByRoom() ? byRoom(filter, rooms, entries) : byInstructor(filter, entries));
    }

    private static List<Row> byRoom(TimetableFilter filter, List<Room> rooms, List<TimetableEntry> entries) {
        Set<UUID> used = new HashSet<>();
        entries.stream().filter(e -> isOf(filter, e)).forEach(e -> used.add(e.room()));
        List<Row> rows = new ArrayList<>();
        for (Room r : rooms) {
            boolean wanted = filter.room().isEmpty()
                    ? filter.unit().isEmpty() || r.unit().equals(filter.unit()) || used.contains(r.id())
                    : r.id().toString().equals(filter.room());
            if (wanted) {
                rows.add(new Row(
                        r.name(),
                        r,
                        days(
                                filter,
                                entries.stream()
                                        .filter(e -> r.id().equals(e.room()))
                                        .toList())));
            }
        }
        List<TimetableEntry> homeless = entries.stream()
                .filter(e -> e.room() == null && isOf(filter, e))
                .toList();
        if (!homeless.isEmpty() && filter.room().isEmpty()) {
            rows.add(new Row(null, null, days(filter, homeless)));
        }
        return rows;
    }

    private static List<Row> byInstructor(TimetableFilter filter, List<TimetableEntry> entries) {
        Map<PersonId, LocalizedText> names = new LinkedHashMap<>();
        for (TimetableEntry e : entries) {
            TimetableEntry.Lesson lesson = e.lesson();
            if (lesson != null && isOf(filter, e)) {
                for (int i = 0; i < e.instructors().size(); i++) {
                    names.put(e.instructors().get(i), lesson.instructors().get(i));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        names.entrySet().stream()
                .filter(n ->
                        filter.instructor().isEmpty() || n.getKey().toString().equals(filter.instructor()))
                .sorted(Comparator.comparing(n -> n.getValue().ar()))
                .forEach(n -> rows.add(new Row(
                        n.getValue(),
                        null,
                        days(
                                filter,
                                entries.stream()
                                        .filter(e -> e.instructors().contains(n.getKey()))
                                        .toList()))));
        List<TimetableEntry> untaught = entries.stream()
                .filter(e -> e.instructors().isEmpty() && isOf(filter, e))
                .toList();
        if (!untaught.isEmpty() && filter.instructor().isEmpty()) {
            rows.add(new Row(null, null, days(filter, untaught)));
        }
        return rows;
    }

    /** Readable to the viewer, and of the unit that is asked for. */
    private static boolean isOf(TimetableFilter filter, TimetableEntry e) {
        TimetableEntry.Lesson lesson = e.lesson();
        return lesson != null && (filter.unit().isEmpty() || lesson.unit().equals(filter.unit()));
    }

    private static List<List<TimetableEntry>> days(TimetableFilter filter, List<TimetableEntry> entries) {
        return IntStream.range(0, 7)
                .mapToObj(i -> {
                    Instant from = start(filter.monday().plusDays(i));
                    Instant to = start(filter.monday().plusDays(i + 1));
                    return entries.stream().filter(e -> e.touches(from, to)).toList();
                })
                .toList();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Time.PROGRAMME_ZONE).toInstant();
    }
}
