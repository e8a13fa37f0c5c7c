package org.kulluna.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The first half of 2022. Duties are drawn until the next one would lead past the stated hours; then ordinary
 * attendances, picked at random, come and go at minutes drawn once more from the same chances, and a new draw is kept
 * when it brings the total nearer, until the sum rounds to the stated hours. So every row is of an ordinary kind, none
 * was made to fill a gap, and without any unit's rows the figure is lower by exactly those rows.
 */
final class HalfYear {
    static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    static final LocalDate TO = LocalDate.of(2022, 6, 30);
    static final int HOURS = 42_073;
    /** Fewer members than this cannot give so many hours and still live: the hours shrink with them. */
    static final int ENOUGH_MEMBERS = 1_000;

    private static final int MOST_SHIFTS = 30_000;
    private static final int MOST_DRAWS = 2_000_000;
    private final Organiser organiser;
    private final PastShifts past;
    private final Dice dice;
    private final List<DemoMember> regulars;

    HalfYear(Organiser organiser, PastShifts past, List<DemoMember> regulars, Dice dice) {
        this.organiser = organiser;
        this.past = past;
        this.regulars = regulars;
        this.dice = dice;
    }

    static int hours(int members) {
        return members >= ENOUGH_MEMBERS ? HOURS : (int) Math.round((double) HOURS * members / ENOUGH_MEMBERS);
    }

    List<DemoShift> draw(int hours) {
        long target = hours * 60L;
        List<DemoShift> shifts = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < MOST_SHIFTS && total < target - 700; i++) {
            DemoShift shift = shift();
            if (shift != null) {
                shifts.add(shift);
                total += shift.verifiedMinutes();
            }
        }
        approach(shifts, target, total);
        return shifts;
    }

    private @org.jspecify.annotations.Nullable DemoShift shift() {
        LocalDate day = day();
        Templates.Template t = organiser.templateOn(day);
        Land.Spot spot = organiser.venue(t);
        if (!organiser.take(t, spot, day)) {
            return null;
        }
        DemoShift shift = organiser.onDay(t, spot, day);
        boolean theirs = dice.chance(0.012);
        past.fill(
                shift,
                0,
                theirs ? regulars.stream().filter(m -> isNear(m, spot)).toList() : List.of());
        return shift;
    }

    private static boolean isNear(DemoMember m, Land.Spot spot) {
        return m.who.homeRegion().equals(spot.region());
    }

    /** Fridays to Sundays come more often. */
    private LocalDate day() {
        LocalDate day = any();
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0;
        return weekend || dice.chance(0.65) ? day : any();
    }

    private LocalDate any() {
        return FROM.plusDays(dice.between(0, (int) ChronoUnit.DAYS.between(FROM, TO)));
    }

    private void approach(List<DemoShift> shifts, long target, long reached) {
        List<Turnout> timed = shifts.stream()
                .flatMap(s -> s.signUps.stream())
                .map(DemoShift.SignUp::turnout)
                .filter(Objects::nonNull)
                .filter(Turnout::isTimed)
                .toList();
        long off = reached - target;
        for (int i = 0; i < MOST_DRAWS && !timed.isEmpty() && (off < -30 || off >= 30); i++) {
            Turnout turnout = dice.pick(timed);
            Turnout.Minutes before = turnout.minutes();
            int credited = turnout.credited();
            turnout.drawAgain(dice);
            long then = off + turnout.credited() - credited;
            if (Math.abs(then) < Math.abs(off)) {
                off = then;
            } else {
                turnout.keep(before);
            }
        }
    }
}
