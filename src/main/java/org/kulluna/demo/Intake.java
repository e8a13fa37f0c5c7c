package org.kulluna.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.kulluna.shared.Time;

/**
 * When members were accepted: batches that graduate together, among them the three that were told of (860; 1,507; 2,656,
 * the last one remotely), 92 % by the end of 2020, the last 3 % between July 2022 and the day of loading.
 */
final class Intake {
    private record Batch(LocalDate day, double size) {}

    private static final LocalDate FIRST = LocalDate.of(2016, 2, 14);
    private static final LocalDate SETTLED = LocalDate.of(2022, 6, 1);
    private final List<Batch> batches = new ArrayList<>();
    private final LocalDate today;
    private final Dice dice;

    Intake(LocalDate today, Dice dice) {
        this.today = today;
        this.dice = dice;
        batches.add(new Batch(LocalDate.of(2018, 11, 20), 860));
        batches.add(new Batch(LocalDate.of(2019, 12, 9), 1507));
        batches.add(new Batch(LocalDate.of(2020, 8, 18), 2656));
        spread(FIRST, LocalDate.of(2020, 12, 15), 32, 49_873 - 860 - 1507 - 2656);
        spread(LocalDate.of(2021, 1, 20), SETTLED, 18, 2_640);
        spread(LocalDate.of(2022, 7, 20), today.minusDays(12), 30, Population.WHOLE - 49_873 - 2_640);
    }

    private void spread(LocalDate from, LocalDate to, int count, double people) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = 0.4 + dice.share();
            sum += shares[i];
        }
        long days = ChronoUnit.DAYS.between(from, to);
        for (int i = 0; i < count; i++) {
            batches.add(new Batch(from.plusDays(days * i / count), people * shares[i] / sum));
        }
    }

    /** The day of acceptance of each member in the order of their numbers. */
    List<Instant> acceptances(int members) {
        List<Instant> all = new ArrayList<>(members);
        batches.sort((a, b) -> a.day().compareTo(b.day()));
        double due = 0;
        for (Batch b : batches) {
            due += b.size() * members / Population.WHOLE;
            while (all.size() < Math.min(members, Math.round(due))) {
                all.add(moment(b.day()));
            }
        }
        while (all.size() < members) {
            all.add(moment(today.minusDays(12)));
        }
        Collections.sort(all);
        return all;
    }

    private Instant moment(LocalDate day) {
        return day.atTime(9, 0).atZone(Time.PROGRAMME_ZONE).toInstant().plusSeconds(dice.between(0, 6 * 3600));
    }

    static boolean isSettled(LocalDate accepted) {
        return !accepted.isAfter(SETTLED);
    }
}
