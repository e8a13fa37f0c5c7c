package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.kulluna.shared.LocalizedText;
import org.kulluna.shared.Time;

/** Makes the members: numbered in the order of acceptance, with papers, habits and standing. */
final class Roll {
    private static final LocalDate STUDENT_MODEL = LocalDate.of(2024, 7, 1);
    private final Population population;
    private final Instant now;
    private final LocalDate today;
    private final Dice dice;
    private final Dice later;
    private final PaperMaker papers;
    private int newest;

    Roll(Population population, Instant now, long seed) {
        this.population = population;
        this.now = now;
        this.today = LocalDate.ofInstant(now, Time.PROGRAMME_ZONE);
        this.dice = Dice.of(seed, "roll");
        this.later = Dice.of(seed, "roll since 2022");
        this.papers = new PaperMaker(today, Dice.of(seed, "papers"), Dice.of(seed, "papers of 2022"));
    }

    List<DemoMember> make(int count, long seed) {
        newest = count;
        List<String> nationalities = population.nationalities(count);
        List<Instant> accepted = new Intake(today, Dice.of(seed, "intake")).acceptances(count);
        double keenThen = Math.min(0.85, 3_150.0 / count);
        double keenNow = Math.min(0.5, 2_400.0 / count);
        List<DemoMember> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(member(i + 1, nationalities.get(i), accepted.get(i), keenThen, keenNow));
        }
        return members;
    }

    private DemoMember member(int number, String nationality, Instant accepted, double keenThen, double keenNow) {
        LocalDate day = LocalDate.ofInstant(accepted, Time.PROGRAMME_ZONE);
        boolean then = dice.chance(keenThen) && day.isBefore(PaperMaker.THEN);
        boolean student =
                number == newest || !Intake.isSettled(day) && day.isAfter(STUDENT_MODEL) && later.chance(0.35);
        boolean now = student || later.chance(then ? Math.max(0.3, keenNow) : keenNow);
        LocalDate born = student ? bornStudent(day) : born(day);
        Instant applied = accepted.minus(dice.between(12, 60), ChronoUnit.DAYS);
        Somebody who = population.person(nationality, born, applied);
        DemoMember.Habit habit = new DemoMember.Habit(then, now, dice.zeal());
        return new DemoMember(
                who,
                number,
                accepted,
                student,
                then ? active() : standing(accepted, now),
                papers.make(nationality, day, student, habit),
                habit);
    }

    /** 18 to 62 when accepted, most of them young; nobody over 70 in 2026. */
    private LocalDate born(LocalDate accepted) {
        int age = 18 + (int) (45 * Math.pow(dice.share(), 1.7));
        LocalDate born = accepted.minusYears(age).minusDays(dice.between(1, 364));
        LocalDate oldest = LocalDate.of(1957, 1, 1);
        return born.isBefore(oldest) ? oldest.plusDays(dice.between(0, 3000)) : born;
    }

    /** Under 18 still: 15 to 17 today, and 14 at least when accepted. */
    private LocalDate bornStudent(LocalDate accepted) {
        LocalDate born = today.minusYears(later.between(15, 17)).minusDays(later.between(20, 340));
        LocalDate youngest = accepted.minusYears(14);
        return born.isAfter(youngest) ? youngest : born;
    }

    private static DemoMember.Standing active() {
        return new DemoMember.Standing("active", null, null);
    }

    private DemoMember.Standing standing(Instant accepted, boolean keen) {
        if (keen) {
            return active();
        }
        double fate = later.share();
        if (fate < 0.045) {
            long days = Math.max(1, ChronoUnit.DAYS.between(accepted, now) - 20);
            int after = later.between((int) (days / 3), (int) days);
            return new DemoMember.Standing("left", accepted.plus(after, ChronoUnit.DAYS), null);
        }
        return fate < 0.052
                ? new DemoMember.Standing("suspended", null, today.plusDays(later.between(10, 90)))
                : active();
    }

    /**
     * Gives a demo account's name to an ordinary member: the first that is all of {@code like}, in a small programme
     * without such a one the first that is most of it. The account's person is that member from now on.
     */
    static DemoMember adopt(List<DemoMember> members, LocalizedText name, List<Predicate<DemoMember>> like) {
        for (int wishes = like.size(); wishes >= 0; wishes--) {
            Predicate<DemoMember> all = like.subList(0, wishes).stream().reduce(m -> true, Predicate::and);
            for (int i = 0; i < members.size(); i++) {
                if (all.test(members.get(i))) {
                    DemoMember called = members.get(i).called(name);
                    members.set(i, called);
                    return called;
                }
            }
        }
        throw new IllegalStateException("no members");
    }
}
