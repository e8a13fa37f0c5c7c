package org.kulluna.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kulluna.eligibility.Candidate.Span;

/** Visas of two years, vetting of three, qualifications by their validity: most hold today, some have run out. */
final class PaperMaker {
    /** Whoever took part in the first half of 2022 was a member before this day and had papers over the whole of it. */
    static final LocalDate THEN = LocalDate.of(2021, 12, 1);

    private final LocalDate today;
    private final Dice dice;
    private final Dice then;

    PaperMaker(LocalDate today, Dice dice, Dice then) {
        this.today = today;
        this.dice = dice;
        this.then = then;
    }

    DemoMember.Papers make(String nationality, LocalDate accepted, boolean student, DemoMember.Habit habit) {
        return new DemoMember.Papers(
                nationality.equals("AE") ? List.of() : visas(habit),
                vettings(accepted, habit),
                qualifications(accepted, habit),
                student ? today.plusDays(dice.between(60, 340)) : null);
    }

    private List<Span> visas(DemoMember.Habit habit) {
        List<Span> spans = new ArrayList<>();
        if (habit.keenThen()) {
            LocalDate from = LocalDate.of(2020, 8, 1).plusDays(then.between(0, 480));
            spans.add(new Span(from, from.plusYears(2).minusDays(1)));
        }
        boolean valid = dice.chance(habit.keenNow() ? 0.98 : 0.92);
        LocalDate to = valid ? today.plusDays(dice.between(5, 700)) : today.minusDays(dice.between(1, 380));
        LocalDate from = to.minusYears(2).plusDays(1);
        if (spans.isEmpty() || from.isAfter(spans.getLast().from())) {
            spans.add(new Span(from, to));
        }
        return spans;
    }

    private List<Span> vettings(LocalDate accepted, DemoMember.Habit habit) {
        List<Span> spans = new ArrayList<>();
        spans.add(threeYears(accepted));
        if (habit.keenThen() && spans.getLast().from().plusYears(3).isBefore(LocalDate.of(2022, 12, 1))) {
            spans.add(threeYears(LocalDate.of(2020, 9, 1).plusDays(then.between(0, 440))));
        }
        boolean renewed = dice.chance(habit.keenNow() ? 0.98 : 0.88);
        if (renewed && spans.getLast().from().plusYears(3).isBefore(today.plusDays(20))) {
            spans.add(threeYears(today.minusDays(dice.between(10, 1000))));
        }
        return spans;
    }

    private static Span threeYears(LocalDate from) {
        return new Span(from, from.plusYears(3).minusDays(1));
    }

    private Map<String, List<Span>> qualifications(LocalDate accepted, DemoMember.Habit habit) {
        Map<String, List<Span>> held = new TreeMap<>();
        if (habit.keenThen() || habit.keenNow() || dice.chance(0.95)) {
            held.put("onboarding", List.of(new Span(accepted, null)));
        }
        award(held, "first_aid", 24, habit, 0.34, accepted);
        award(held, "crowd_guidance", 24, habit, 0.30, accepted);
        award(held, "event_security", 36, habit, 0.20, accepted);
        if (dice.chance(habit.keenNow() ? 0.2 : 0.03)) {
            LocalDate from = accepted.plusDays(dice.between(1, 200));
            if (from.isBefore(today)) {
                held.put("report_writing", List.of(new Span(from, null)));
            }
        }
        return held;
    }

    private void award(
            Map<String, List<Span>> held,
            String code,
            int months,
            DemoMember.Habit habit,
            double share,
            LocalDate day) {
        List<Span> spans = new ArrayList<>();
        if (habit.keenThen() && then.chance(share)) {
            LocalDate from = LocalDate.of(2020, 8, 1).plusDays(then.between(0, 470));
            spans.add(new Span(from, from.plusMonths(months).minusDays(1)));
        }
        if (dice.chance(habit.keenNow() ? share : share / 20)) {
            LocalDate from = today.minusDays(dice.between(20, months * 28));
            spans.add(new Span(
                    from.isBefore(day) ? day : from, from.plusMonths(months).minusDays(1)));
        }
        if (!spans.isEmpty()) {
            held.put(code, spans);
        }
    }
}
