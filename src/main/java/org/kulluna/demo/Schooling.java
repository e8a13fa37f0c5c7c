package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/** One holding of a course in the demo, and how it went for each who came. */
final class Schooling {
    /** Half-open. */
    record Meeting(UUID id, @Nullable UUID part, Instant startsAt, Instant endsAt) {}

    /**
     * Minutes after the start of each meeting at which somebody came and before its end at which they left; null when
     * they were not there.
     */
    record Stay(int late, int early) {}

    /** @param stays one for each meeting, null for one that was missed */
    record Pupil(DemoMember member, String state, Instant enrolledAt, List<@Nullable Stay> stays) {}

    final UUID id;
    final Curriculum.Lesson lesson;
    final String state;
    final int maximum;
    final boolean approval;
    final List<Meeting> meetings;
    final Instant announcedAt;
    final List<Pupil> pupils = new ArrayList<>();
    private final Set<UUID> known = new HashSet<>();

    Schooling(
            UUID id,
            Curriculum.Lesson lesson,
            String state,
            int maximum,
            boolean approval,
            List<Meeting> meetings,
            Instant announcedAt) {
        this.id = id;
        this.lesson = lesson;
        this.state = state;
        this.maximum = maximum;
        this.approval = approval;
        this.meetings = meetings;
        this.announcedAt = announcedAt;
    }

    static List<Meeting> meetings(Curriculum.Lesson l, List<UUID> parts, LocalDate day, int hour, Dice dice) {
        List<Meeting> all = new ArrayList<>();
        int each = l.minutes() / (parts.isEmpty() ? l.sessions() : parts.size());
        int count = parts.isEmpty() ? l.sessions() : parts.size();
        for (int i = 0; i < count; i++) {
            LocalDate on = parts.isEmpty() ? day.plusDays(i) : day;
            int minute = parts.isEmpty() ? 0 : i * (each + 10);
            Instant starts = on.atTime(LocalTime.of(hour, 0).plusMinutes(minute))
                    .atZone(Time.PROGRAMME_ZONE)
                    .toInstant();
            all.add(new Meeting(
                    dice.id(starts), parts.isEmpty() ? null : parts.get(i), starts, starts.plusSeconds(each * 60L)));
        }
        return all;
    }

    Instant startsAt() {
        return meetings.getFirst().startsAt();
    }

    Instant endsAt() {
        return meetings.getLast().endsAt();
    }

    boolean isFree(DemoMember m) {
        return !known.contains(m.id()) && meetings.stream().allMatch(t -> m.isFree(t.startsAt(), t.endsAt()));
    }

    void add(Pupil p) {
        known.add(p.member().id());
        pupils.add(p);
        if (p.state().equals("booked")) {
            meetings.forEach(t -> p.member().bind(t.startsAt(), t.endsAt(), t.id()));
        }
    }

    long booked() {
        return pupils.stream().filter(p -> p.state().equals("booked")).count();
    }

    /** Whether anybody was seen there: its attendance is in the book. */
    boolean isHeld(Meeting t) {
        int nth = meetings.indexOf(t);
        return pupils.stream().anyMatch(p -> p.stays().size() > nth && p.stays().get(nth) != null);
    }

    long planned() {
        return meetings.stream().mapToLong(Schooling::length).sum();
    }

    static long length(Meeting t) {
        return (t.endsAt().getEpochSecond() - t.startsAt().getEpochSecond()) / 60;
    }

    /** As {@code training.Results} counts: between start and end, whole minutes. */
    int attended(Pupil p) {
        int minutes = 0;
        for (int i = 0; i < meetings.size(); i++) {
            Stay stay = p.stays().get(i);
            if (stay != null) {
                minutes += (int) length(meetings.get(i)) - Math.max(0, stay.late()) - Math.max(0, stay.early());
            }
        }
        return minutes;
    }

    /** attended, partial or absent, by the threshold of 80 in a hundred. */
    String result(Pupil p) {
        int minutes = attended(p);
        return minutes == 0 ? "absent" : minutes * 100L >= planned() * 80 ? "attended" : "partial";
    }
}
