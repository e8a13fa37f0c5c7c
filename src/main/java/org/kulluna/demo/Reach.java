package org.kulluna.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom each whisper of the first half of 2022 reached. The stated total is shared among the whispers by lot, about in
 * proportion to their audiences; at each recipient what happened is drawn from the same chances, and ordinary recipients,
 * picked at random, are drawn once more until as many were reached as fell to the whisper. So no row was made to fill a
 * gap, and without any unit's rows the figure is lower by exactly those.
 */
final class Reach {
    static final int REACHED = 152_001;
    private static final int MOST_DRAWS = 2_000_000;
    private final Contacts contacts;
    private final Instant now;
    private final Dice dice;

    Reach(Contacts contacts, Instant now, Dice dice) {
        this.contacts = contacts;
        this.now = now;
        this.dice = dice;
    }

    /** Fewer members cannot be reached so often: the figure shrinks with them. */
    static int reached(int members) {
        return members >= Population.WHOLE ? REACHED : (int) Math.round((double) REACHED * members / Population.WHOLE);
    }

    /** Every recipient of each whisper, suppressed ones included. */
    Map<DemoWhisper, List<Hearing>> halfYear(List<DemoWhisper> whispers, List<DemoMember> roll, int reached) {
        Map<DemoWhisper, List<Hearing>> all = new LinkedHashMap<>();
        Map<DemoWhisper, Integer> told = new LinkedHashMap<>();
        for (DemoWhisper w : whispers) {
            List<Hearing> hearings = meant(w, roll);
            all.put(w, hearings);
            told.put(
                    w, (int) hearings.stream().filter(h -> h.suppressed == null).count());
        }
        Map<DemoWhisper, Integer> shares = share(reached, told);
        all.forEach((w, hearings) -> hear(w, hearings, shares.getOrDefault(w, 0)));
        return all;
    }

    private List<Hearing> meant(DemoWhisper w, List<DemoMember> roll) {
        List<Hearing> all = new ArrayList<>();
        for (DemoMember m : roll) {
            if (w.audience().means(m, w.sentAt())) {
                Contact c = contacts.of(m);
                all.add(new Hearing(m, c, suppressed(w, c)));
            }
        }
        return all;
    }

    private @org.jspecify.annotations.Nullable String suppressed(DemoWhisper w, Contact c) {
        boolean capped = !w.isUrgent() && dice.chance(0.018);
        if (!c.account()) {
            return "no_channel";
        }
        if (w.theme().equals(c.muted()) && !w.isUrgent()) {
            return "opt_out";
        }
        return capped ? "cap" : null;
    }

    /** Whole numbers that add up: largest remainders first, nobody more than it has recipients. */
    private Map<DemoWhisper, Integer> share(int total, Map<DemoWhisper, Integer> told) {
        Map<DemoWhisper, Double> weights = new LinkedHashMap<>();
        told.forEach((w, n) -> weights.put(w, n * (0.85 + 0.3 * dice.share())));
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<DemoWhisper, Integer> shares = new LinkedHashMap<>();
        weights.forEach((w, weight) ->
                shares.put(w, Math.min(told.getOrDefault(w, 0), (int) (sum == 0 ? 0 : total * weight / sum))));
        int missing =
                total - shares.values().stream().mapToInt(Integer::intValue).sum();
        List<DemoWhisper> order = new ArrayList<>(weights.keySet());
        dice.shuffle(order);
        for (int i = 0; missing > 0 && i < 1_000_000; i++) {
            DemoWhisper w = order.get(i % order.size());
            if (shares.getOrDefault(w, 0) < told.getOrDefault(w, 0)) {
                shares.merge(w, 1, Integer::sum);
                missing--;
            }
        }
        return shares;
    }

    private void hear(DemoWhisper w, List<Hearing> hearings, int wanted) {
        List<Hearing> told = hearings.stream().filter(h -> h.suppressed == null).toList();
        if (told.isEmpty()) {
            return;
        }
        double sees = Math.clamp(((double) wanted / told.size() - 0.273) / 0.727, 0.05, 0.98);
        told.forEach(h -> h.draw(w, sees, w.endsAt(), dice));
        long reached = told.stream().filter(Hearing::isReached).count();
        for (int i = 0; i < MOST_DRAWS && reached != wanted; i++) {
            Hearing h = dice.pick(told);
            if (h.isReached() == reached > wanted) {
                Hearing.Before before = h.before();
                h.draw(w, sees, w.endsAt(), dice);
                if (h.isReached() == reached > wanted) {
                    h.keep(before);
                } else {
                    reached += h.isReached() ? 1 : -1;
                }
            }
        }
    }

    /** A whisper of these days: what has happened by now. Whoever is {@code waiting} has it unread. */
    List<Hearing> present(DemoWhisper w, List<DemoMember> roll, List<DemoMember> waiting) {
        List<Hearing> all = meant(w, roll);
        Instant until = w.endsAt().isBefore(now) ? w.endsAt() : now;
        for (Hearing h : all) {
            if (h.suppressed == null && !waiting.contains(h.member)) {
                h.draw(w, 0.5, until, dice);
            }
        }
        return all;
    }
}
