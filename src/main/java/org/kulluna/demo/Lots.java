package org.kulluna.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws with unequal chances. */
final class Lots<T> {
    private final List<T> things = new ArrayList<>();
    private double[] ends = new double[16];

    Lots<T> add(T thing, double weight) {
        int n = things.size();
        if (n == ends.length) {
            ends = Arrays.copyOf(ends, n * 2);
        }
        ends[n] = (n == 0 ? 0 : ends[n - 1]) + weight;
        things.add(thing);
        return this;
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    T draw(Dice dice) {
        double at = dice.share() * ends[things.size() - 1];
        int found = Arrays.binarySearch(ends, 0, things.size(), at);
        return things.get(Math.min(things.size() - 1, found < 0 ? -found - 1 : found + 1));
    }
}
