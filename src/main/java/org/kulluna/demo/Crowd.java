package org.kulluna.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kulluna.eligibility.Eligibility;

/** The members who take part, some far more often than others, mostly near home; each must be eligible and free. */
final class Crowd {
    private static final int TRIES = 60;
    private final Lots<DemoMember> all = new Lots<>();
    private final Map<String, Lots<DemoMember>> byRegion = new HashMap<>();

    Crowd(List<DemoMember> members, Predicate<DemoMember> keen) {
        for (DemoMember m : members) {
            if (keen.test(m)) {
                all.add(m, m.habit.zeal());
                byRegion.computeIfAbsent(m.who.homeRegion(), r -> new Lots<>()).add(m, m.habit.zeal());
            }
        }
    }

    /** Somebody who may take the shift and signs up at that time; empty when nobody is found. */
    Optional<DemoMember> draw(DemoShift shift, Instant signsUpAt, Dice dice) {
        Lots<DemoMember> near = byRegion.getOrDefault(shift.need.spot().region(), all);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < TRIES; i++) {
            DemoMember m = (dice.chance(0.85) ? near : all).draw(dice);
            if (may(m, shift, signsUpAt)) {
                return Optional.of(m);
            }
        }
        return Optional.empty();
    }

    static boolean may(DemoMember m, DemoShift shift, Instant signsUpAt) {
        return m.acceptedAt.isBefore(signsUpAt)
                && m.isFree(shift.startsAt, shift.endsAt)
                && shift.signUps.stream().noneMatch(s -> s.member() == m)
                && Eligibility.may(m.candidate(), shift.demand(), signsUpAt);
    }
}
