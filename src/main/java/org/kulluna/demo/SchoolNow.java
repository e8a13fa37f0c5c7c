package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * Courses of these days, to try what is done in them: one whose quiz is open, one half held whose trainees wait to be
 * evaluated, and one settled that asks how it was.
 */
final class SchoolNow {
    private static final int HOUR = 17;
    private final Curriculum curriculum;
    private final List<DemoMember> keen;
    private final Instant now;
    private final LocalDate today;
    private final Dice dice;

    SchoolNow(Curriculum curriculum, List<DemoMember> members, Instant now, Dice dice) {
        this.curriculum = curriculum;
        this.now = now;
        this.today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        this.keen = members.stream()
                .filter(m -> m.habit.keenNow() && m.hasPapersUntil(today.plusMonths(1)) && m.ageOn(today) >= 18)
                .toList();
        this.dice = dice;
    }

    List<Schooling> draw(DemoMember guest) {
        List<Schooling> all = new ArrayList<>();
        Schooling told = held("managing_opportunities", "closed", 9, guest, true);
        fill(told, 24);
        all.add(told);
        Schooling open = held("report_writing", "open", 1, guest, true);
        fill(open, 16);
        all.add(open);
        Schooling half = held("first_aid", "open", 1, guest, false);
        fill(half, 14);
        all.add(half);
        return all;
    }

    /** Begun so many days ago, or earlier when the guest was busy. */
    private Schooling held(String course, String state, int daysAgo, DemoMember guest, boolean withGuest) {
        int days = daysAgo;
        Schooling s = held(course, state, days);
        while (withGuest && !s.isFree(guest) && days < daysAgo + 30) {
            days++;
            s = held(course, state, days);
        }
        if (withGuest && s.isFree(guest)) {
            s.add(pupil(s, guest));
        }
        return s;
    }

    private Schooling held(String course, String state, int daysAgo) {
        Curriculum.Lesson l = Objects.requireNonNull(curriculum.lessons.get(course));
        LocalDate day = today.minusDays(daysAgo);
        Instant announced =
                day.minusDays(20).atTime(8, 0).atZone(Time.PROGRAMME_ZONE).toInstant();
        return new Schooling(
                dice.id(announced), l, state, 30, false, Schooling.meetings(l, List.of(), day, HOUR, dice), announced);
    }

    private void fill(Schooling s, int wanted) {
        for (int tries = 0; tries < 60 * wanted && s.booked() < wanted; tries++) {
            DemoMember m = dice.pick(keen);
            if (s.isFree(m)) {
                s.add(pupil(s, m));
            }
        }
    }

    /** There from beginning to end, at what has begun. */
    private Schooling.Pupil pupil(Schooling s, DemoMember m) {
        List<Schooling.@Nullable Stay> stays = new ArrayList<>();
        for (Schooling.Meeting t : s.meetings) {
            stays.add(t.startsAt().plusSeconds(900).isBefore(now) ? new Schooling.Stay(dice.between(-9, 3), 0) : null);
        }
        return new Schooling.Pupil(m, "booked", s.announcedAt.plusSeconds(dice.between(1, 400) * 3600L), stays);
    }
}
