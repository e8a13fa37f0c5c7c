package org.kulluna.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kulluna.shared.Time;

/**
 * Who took which course. For the first half of 2022 people come one by one to offerings drawn at random, each with an
 * ordinary chance to attend, to leave early or to stay away, until the stated number have attended; so nothing was made
 * to fill a gap. The present has offerings that are open, full, gathering interest and waiting for the office.
 */
final class School {
    static final int TRAINEES = 7_263;
    private static final int MOST_TRIES = 400_000;
    private final Curriculum curriculum;
    private final List<DemoMember> members;
    private final Dice dice;

    School(Curriculum curriculum, List<DemoMember> members, Dice dice) {
        this.curriculum = curriculum;
        this.members = members;
        this.dice = dice;
    }

    static int trainees(int members) {
        return members >= 2_000 ? TRAINEES : (int) Math.round((double) TRAINEES * members / 2_000);
    }

    List<Schooling> halfYear(int trainees) {
        Lots<Schooling> lots = new Lots<>();
        List<Schooling> all = new ArrayList<>();
        for (Curriculum.Lesson l : curriculum.lessons.values()) {
            for (int i = 0; i < l.held(); i++) {
                Schooling s = past(l, i);
                all.add(s);
                lots.add(s, l.size() * (0.8 + 0.4 * dice.share()));
            }
        }
        int attended = 0;
        for (int i = 0; i < MOST_TRIES && attended < trainees; i++) {
            Schooling s = lots.draw(dice);
            DemoMember m = dice.pick(members);
            if (s.booked() < s.maximum && m.acceptedAt.isBefore(s.announcedAt) && s.isFree(m)) {
                Schooling.Pupil p = pupil(s, m);
                s.add(p);
                attended += s.result(p).equals("attended") ? 1 : 0;
            }
        }
        all.addAll(cohorts());
        return all;
    }

    private Schooling past(Curriculum.Lesson l, int nth) {
        LocalDate day = HalfYear.FROM.plusDays(10 + nth * (165L / Math.max(1, l.held())) + dice.between(0, 20));
        while (day.getDayOfWeek() == DayOfWeek.FRIDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return new Schooling(
                dice.id(noon(day.minusDays(30))),
                l,
                "closed",
                (l.size() * 3 / 2 / 10) * 10,
                false,
                Schooling.meetings(l, List.of(), day, dice.between(9, 17), dice),
                noon(day.minusDays(21)));
    }

    /** Each month's new members go through the onboarding path together. */
    private List<Schooling> cohorts() {
        Curriculum.Lesson l = java.util.Objects.requireNonNull(curriculum.lessons.get("onboarding"));
        List<Schooling> all = new ArrayList<>();
        for (int month = 1; month <= 6; month++) {
            LocalDate first = LocalDate.of(2022, month, 1);
            LocalDate day = first.plusDays(24);
            List<DemoMember> fresh = members.stream()
                    .filter(m -> !m.acceptedAt.isBefore(noon(first.minusDays(31)))
                            && m.acceptedAt.isBefore(noon(day.minusDays(2))))
                    .filter(m -> !all.stream().anyMatch(s -> s.pupils.stream().anyMatch(p -> p.member() == m)))
                    .toList();
            if (fresh.isEmpty()) {
                continue;
            }
            Schooling s = new Schooling(
                    dice.id(noon(first)),
                    l,
                    "closed",
                    Math.max(50, fresh.size()),
                    false,
                    Schooling.meetings(l, curriculum.parts.getOrDefault("onboarding", List.of()), day, 17, dice),
                    noon(first));
            fresh.stream().filter(s::isFree).forEach(m -> s.add(pupil(s, m)));
            all.add(s);
        }
        return all;
    }

    private Schooling.Pupil pupil(Schooling s, DemoMember m) {
        Instant earliest = m.acceptedAt.isAfter(s.announcedAt) ? m.acceptedAt : s.announcedAt;
        long span = Math.max(60, ChronoUnit.SECONDS.between(earliest, s.startsAt()) - 3600);
        Instant at = earliest.plusSeconds((long) (span * dice.share()));
        double w = dice.share();
        List<Schooling.@Nullable Stay> stays = new ArrayList<>();
        for (int i = 0; i < s.meetings.size(); i++) {
            int length = (int) Schooling.length(s.meetings.get(i));
            stays.add(w < 0.035 ? null : w < 0.075 ? left(length) : new Schooling.Stay(dice.around(-4, 4, -15, 9), 0));
        }
        return new Schooling.Pupil(m, "booked", at, stays);
    }

    private Schooling.Stay left(int length) {
        return new Schooling.Stay(dice.around(-4, 4, -15, 5), dice.between(length / 3, length * 2 / 3));
    }

    /** Offerings of today and the coming weeks. */
    List<Schooling> present(Instant now, DemoMember known) {
        LocalDate today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        List<DemoMember> keen = members.stream().filter(m -> m.habit.keenNow()).toList();
        List<Schooling> all = new ArrayList<>();
        int nth = 0;
        for (Curriculum.Lesson l : curriculum.lessons.values()) {
            boolean waits = nth % 4 == 3;
            int seats = waits ? 12 : 30;
            LocalDate day = today.plusDays(4 + 3L * nth);
            List<java.util.UUID> parts = curriculum.parts.getOrDefault(l.code(), List.of());
            Schooling s = new Schooling(
                    dice.id(noon(today.minusDays(9))),
                    l,
                    nth == 6 ? "interest" : "open",
                    seats,
                    nth == 5,
                    nth == 6 ? List.of() : Schooling.meetings(l, parts, day, 17, dice),
                    noon(today.minusDays(7)));
            fill(s, keen, known, waits ? seats + 5 : dice.between(6, 24), today);
            all.add(s);
            nth++;
        }
        return all;
    }

    private void fill(Schooling s, List<DemoMember> keen, DemoMember known, int wanted, LocalDate today) {
        for (int i = 0; i < wanted; i++) {
            Optional<DemoMember> next = java.util.stream.Stream.generate(() -> dice.pick(keen))
                    .limit(80)
                    .filter(m -> m != known && s.isFree(m) && m.hasPapersUntil(today.plusMonths(2)))
                    .filter(m ->
                            m.ageOn(today) >= 18 && (s.lesson.prerequisite().isEmpty() || holds(m, s)))
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            String state = s.state.equals("interest")
                    ? "interested"
                    : s.approval ? "requested" : s.booked() < s.maximum ? "booked" : "waiting";
            Instant at = s.announcedAt.plusSeconds(i * 1800L);
            s.add(new Schooling.Pupil(next.get(), state, at, List.of()));
        }
    }

    private static boolean holds(DemoMember m, Schooling s) {
        LocalDate last = LocalDate.ofInstant(s.endsAt(), Time.PROGRAMME_ZONE);
        return m.papers.qualifications().getOrDefault(s.lesson.prerequisite(), List.of()).stream()
                .anyMatch(q -> q.to() == null || !q.to().isBefore(last));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(8, 0).atZone(Time.PROGRAMME_ZONE).toInstant();
    }
}
