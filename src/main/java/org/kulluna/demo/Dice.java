package org.kulluna.demo;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded chance. Each part of the programme draws from a stream of its own, so a change in one leaves the others. */
final class Dice {
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    static Dice of(long seed, String part) {
        return new Dice(seed * 1_000_003L + part.hashCode());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to 1. */
    double share() {
        return random.nextDouble();
    }

    /** Both ends included. */
    int between(int low, int high) {
        return high <= low ? low : random.nextInt(low, high + 1);
    }

    /** Around the mean, most within one deviation, all within the limits. */
    int around(double mean, double deviation, int low, int high) {
        long drawn = Math.round(mean + deviation * random.nextGaussian());
        while (drawn < low || drawn > high) {
            drawn = Math.round(mean + deviation * random.nextGaussian());
        }
        return (int) drawn;
    }

    /** How much more often one does something than another: most about 1, a few many times that. */
    double zeal() {
        return Math.exp(0.8 * random.nextGaussian());
    }

    /** By how much more or less than usual something takes: as often above 1 as below. */
    double times(double spread) {
        return Math.exp(spread * random.nextGaussian());
    }

    <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A UUID of version 7 as if made at that time, the same for the same seed. */
    UUID id(Instant at) {
        long high = (at.toEpochMilli() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        return new UUID(high, (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    }

    /** 130 bits for an opaque public id, in letters and digits of base 32 (RFC 4648). */
    String token() {
        StringBuilder b = new StringBuilder(26);
        for (int i = 0; i < 26; i++) {
            b.append(BASE_32.charAt(random.nextInt(32)));
        }
        return b.toString();
    }

    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
        }
    }
}
